"""Unique ids: equal entries fold into one, different ones under one key each get an address that does not move."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.model.entry import Entry, Relation
from sitegen.problems import Place, Problem, excerpt
from sitegen.text.slugs import slug


def identified(entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Entries with unique ids, their relations led to those ids; and a warning for every key that stands twice.

    Among entries of one key the first by date of issue, then by title, keeps the plain id; the next become
    `id-year`, then `id-year-firsttitleword`, then a number, so that an address stays when a newer work arrives.
    """
    problems: list[Problem] = []
    distinct = _folded(entries, problems)
    groups: dict[str, list[Entry]] = {}
    for entry in distinct:
        groups.setdefault(slug(entry.id or made_key(entry)), []).append(entry)
    taken = dict.fromkeys(groups, 2)
    ids: dict[int, tuple[str, str]] = {}
    for plain, group in groups.items():
        first, *others = sorted(group, key=_oldest_first) if len(group) > 1 else group
        ids[id(first)] = (plain, first.id or plain)
        for entry in others:
            unique = _unique(plain, entry, taken)
            taken[unique] = 2
            ids[id(entry)] = (unique, (entry.id or plain) + unique[len(plain) :])
            problems.append(_collision(first, entry, unique))
    named = [_named(entry, *ids[id(entry)]) for entry in distinct]
    return _related(named, distinct, problems), problems


def _named(entry: Entry, id_: str, citation_key: str) -> Entry:
    """The entry under its unique id, and what exports call it."""
    return Entry.of({**vars(entry), "id": id_, "citation_key": citation_key})


def _folded(entries: Sequence[Entry], problems: list[Problem]) -> list[Entry]:
    """Entries without those that repeat an earlier one of the same key in every fact."""
    often = {key for key, number in Counter(entry.id.casefold() for entry in entries).items() if key and number > 1}
    seen: dict[tuple[str, str], Entry] = {}
    kept: list[Entry] = []
    for entry in entries:
        key = entry.id.casefold()
        twin = seen.setdefault((key, _facts(entry)), entry) if key in often else entry
        if twin is entry:
            kept.append(entry)
        else:
            problems.append(
                Problem(
                    "repeated-entry",
                    f"entry {excerpt(entry.id)!r} stands already at {twin.place}, word for word; one is kept",
                    entry.place,
                    "Remove one of them.",
                    id=entry.id,
                )
            )
    return kept


def _facts(entry: Entry) -> str:
    """All that an entry says but its key and its place: equal for equal entries, and quick to find among many."""
    sets = [sorted(each.items()) for each in (entry.names, entry.identifiers, entry.extra)]
    bare = replace(entry, id="", place=Place(), names={}, identifiers={}, extra={}, et_al=frozenset())
    return repr((bare, sets, sorted(entry.et_al)))


def made_key(entry: Entry) -> str:
    """A key for an entry that has none: family name, year, first word of the title."""
    family = entry.authors[0].family_with_particles() if entry.authors else ""
    parts = (family, str(entry.year or ""), _first_word(entry))
    return "-".join(part for part in parts if part) or "untitled"


def _first_word(entry: Entry) -> str:
    """The first word of the title, as it stands in an address."""
    words = entry.title.to_plain().split()
    return next((made for word in words if any(c.isalnum() for c in word) and (made := slug(word))), "")


def _oldest_first(entry: Entry) -> tuple[object, ...]:
    """The order in which entries of one key are served."""
    start = entry.issued.start if entry.issued else None
    when = (0, start.year, start.month, start.day) if start else (1, 0, 0, 0)
    return (*when, entry.title.to_plain(), entry.doi, entry.id, entry.place)


def _unique(plain: str, entry: Entry, taken: dict[str, int]) -> str:
    """The first free id of the series that begins with `plain`.

    taken: every id that is not free, with the lowest number that may be free behind it.
    """
    year = str(entry.year) if entry.year else ""
    long = "-".join(part for part in (plain, year, _first_word(entry)) if part)
    candidates = [f"{plain}-{year}"] if year else []
    for candidate in (*candidates, long):
        if candidate != plain and candidate not in taken:
            return candidate
    number = taken[long]
    while f"{long}-{number}" in taken:
        number += 1
    taken[long] = number + 1
    return f"{long}-{number}"


def _collision(first: Entry, entry: Entry, unique: str) -> Problem:
    """The warning that two different entries share a key."""
    same = first.id.casefold() == entry.id.casefold()
    what = (
        f"key {excerpt(entry.id)!r} is taken"
        if same
        else f"key {excerpt(entry.id)!r} makes the same address as {excerpt(first.id)!r},"
    )
    return Problem(
        "duplicate-key",
        f"{what} by another entry at {first.place}; this one is published as {unique!r}",
        entry.place,
        "Give each entry a key of its own.",
        id=unique,
    )


def _related(named: Sequence[Entry], written: Sequence[Entry], problems: list[Problem]) -> list[Entry]:
    """Entries whose relations name ids, where the source has keys; relations to nothing are dropped with a warning."""
    ids: dict[str, str] = {}
    for entry, source in zip(named, written, strict=True):
        ids.setdefault(source.id.casefold(), entry.id)
    return [
        Entry.of({**vars(entry), "relations": tuple(_led(entry, ids, problems))}) if entry.relations else entry
        for entry in named
    ]


def _led(entry: Entry, ids: dict[str, str], problems: list[Problem]) -> Iterable[Relation]:
    """The relations of one entry, each to an id."""
    for relation in entry.relations:
        target = ids.get(relation.id.casefold())
        if target is None:
            problems.append(
                Problem(
                    "dangling-relation",
                    f"{entry.id!r} names {excerpt(relation.id)!r} as {relation.kind}, but no entry has that key",
                    entry.place,
                    "Add that entry, or mend its key.",
                    id=entry.id,
                )
            )
        elif target != entry.id:
            yield Relation(relation.kind, target)

"""Who is who: printed names that differ only in case, accents and dots are one; people.toml has the last word."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sitegen.config import PersonRecord
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.problems import Place, Problem, excerpt
from sitegen.text.addresses import orcid, web_address
from sitegen.text.slugs import slug

PLACE = Place("content/people.toml")
CROWD = 100
"""A name that stands further back on every work gets a page only when people.toml or `me` gives it one: each page
exports its works whole, so that the pages of one work with 10,000 names would have 100 million names to say."""


@dataclass(frozen=True, slots=True)
class People:
    """People by id, whom each printed name stands for, and works by person in the order of the entries."""

    people: Mapping[str, Person]
    person_of: Mapping[Name | tuple[str, Name], str]
    works: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = field(default=())


def identify_people(entries: Sequence[Entry], records: Mapping[str, PersonRecord], me: Sequence[str]) -> People:
    """People from the names of all entries."""
    problems: list[Problem] = []
    known, pinned = _known(records, problems), _pinned(records, {entry.id for entry in entries}, problems)
    person_of: dict[Name | tuple[str, Name], str] = {}
    printed: dict[str, dict[Name, int]] = {}
    works: dict[str, dict[str, None]] = {}
    leading = set(records)
    for entry in entries:
        for position, name in ((at, each.printed()) for names in entry.names.values() for at, each in enumerate(names)):
            person = person_of.get(name)
            if person is None:
                made = slug(name.to_plain())
                person = person_of[name] = known.get(made, made)
            if pinned:
                exact = pinned.get((entry.id, slug(name.to_plain())))
                if exact:
                    person = person_of[entry.id, name] = exact
            if position < CROWD:
                leading.add(person)
            counts = printed.get(person)
            if counts is None:
                counts, works[person] = printed.setdefault(person, {}), {}
            counts[name] = counts.get(name, 0) + 1
            works[person][entry.id] = None
    mine = {known.get(made, made): name for name in me if (made := slug(natural(name)))}
    people = {
        id_: _person(id_, printed[id_], records.get(id_), id_ in mine, problems)
        for id_ in sorted(printed)
        if id_ in leading or id_ in mine
    }
    person_of = {key: id_ for key, id_ in person_of.items() if id_ in people}
    problems.extend(_unused(records, people))
    problems.extend(_not_me(mine, people))
    return People(people, person_of, {id_: tuple(works[id_]) for id_ in people}, tuple(problems))


def _known(records: Mapping[str, PersonRecord], problems: list[Problem]) -> dict[str, str]:
    """People by the slugs of their spellings; a spelling that two people claim is the first one's."""
    known: dict[str, str] = {}
    for key, record in records.items():
        spellings = () if record.entries else _spellings(record)
        problems.extend(
            _claimed(key, first, spelling)
            for spelling in spellings
            if (first := known.setdefault(slug(spelling), key)) != key
        )
    return known


def _claimed(key: str, first: str, spelling: str) -> Problem:
    """The problem that two people go by one name."""
    return Problem(
        "repeated-spelling",
        f"[{excerpt(key)}] the spelling {excerpt(spelling)!r} is already that of [{excerpt(first)}]",
        PLACE,
        "Delete it from one of them, or tell homonyms apart by their entries.",
    )


def _pinned(
    records: Mapping[str, PersonRecord], ids: AbstractSet[str], problems: list[Problem]
) -> dict[tuple[str, str], str]:
    """People by the entry and the slug of the spelling that the owner gives them."""
    pinned: dict[tuple[str, str], str] = {}
    for key, record in records.items():
        for id_ in record.entries:
            if id_ not in ids:
                problems.append(
                    Problem(
                        "unknown-entry",
                        f"[{excerpt(key)}] no entry has the id {excerpt(id_)!r}",
                        PLACE,
                        "Write the id as it stands in the address of the entry's page.",
                    )
                )
            pinned.update(((id_, slug(spelling)), key) for spelling in _spellings(record))
    return pinned


def _spellings(record: PersonRecord) -> Iterable[str]:
    """All printed forms a record stands for, in reading order."""
    for spelling in (record.name, *record.variants):
        yield natural(spelling)
    for tag, spelling in record.names.items():
        yield name_in(tag, spelling).to_plain()


def natural(spelling: str) -> str:
    """A name in reading order, from either order.

    >>> natural("Knuth, Donald E.")
    'Donald E. Knuth'
    """
    family, comma, given = spelling.partition(",")
    if not comma or not given.strip():
        return spelling.strip()
    return Name(family=family.strip(), given=given.strip()).to_plain()


FAMILY_FIRST = frozenset({"hu", "ja", "ko", "zh"})
"""Languages in which the family name goes first."""


def name_in(tag: str, spelling: str) -> Name:
    """A name as a language writes it; without a comma its family name is where the language puts it.

    >>> [name_in(tag, name).to_filed() for tag, name in (("hu", "Erdős Pál"), ("en", "Paul Erdős"), ("zh", "屠呦呦"))]
    ['Erdős, Pál', 'Erdős, Paul', '屠呦呦']
    """
    first = tag.partition("-")[0].lower() in FAMILY_FIRST
    family, comma, given = spelling.partition(",")
    if not comma:
        family, _, given = spelling.strip().partition(" ") if first else spelling.strip().rpartition(" ")[::-1]
    return Name(family=family.strip(), given=given.strip(), family_first=first and bool(given.strip()))


def _person(
    id_: str, printed: Mapping[Name, int], record: PersonRecord | None, me: bool, problems: list[Problem]
) -> Person:
    """One person: the fullest printed form is the name, the others are variants."""
    plain = {each: each.to_plain() for each in printed}
    fullest = min(printed, key=lambda name: (-len(plain[name]), -printed[name], plain[name]))
    name = _recorded_name(record, printed) if record else fullest
    shown = name.to_plain()
    names = {tag.lower(): name_in(tag, each) for tag, each in record.names.items()} if record else {}
    names |= {"": name} if names else {}
    variants = {each.to_plain() for each in (*printed, *names.values())}
    variants |= {natural(each) for each in (record.variants if record else ())}
    return Person(
        id=id_,
        name=name,
        variants=tuple(sorted(variants - {shown})),
        orcid=_checked(record.orcid, orcid, "orcid", id_, problems) if record else "",
        affiliation=record.affiliation if record else "",
        homepage=_checked(record.homepage, web_address, "homepage", id_, problems) if record else "",
        is_me=me,
        names=names,
    )


def _recorded_name(record: PersonRecord, printed: Mapping[Name, int]) -> Name:
    """The owner's form of a name, taken apart as the entries take it apart where one of them prints it so."""
    wanted = natural(record.name)
    for name in printed:
        if name.to_plain() == wanted:
            return name
    family, comma, given = record.name.partition(",")
    if not comma:
        given, _, family = wanted.rpartition(" ")
    return Name(family=family.strip(), given=given.strip()) if given.strip() else Name(literal=wanted)


def _checked(value: str, check: Callable[[str], str], key: str, id_: str, problems: list[Problem]) -> str:
    """A value of people.toml that passes its check; else "" and a problem."""
    checked = check(value) if value else ""
    if value and not checked:
        problems.append(
            Problem(
                f"bad-{key}",
                f"[{id_}] {key} {excerpt(value)!r} is not valid",
                PLACE,
                f"Mend or remove the {key}.",
            )
        )
    return checked


def _unused(records: Mapping[str, PersonRecord], people: Mapping[str, Person]) -> Iterable[Problem]:
    """People of people.toml whom no entry names."""
    for key, record in records.items():
        if key not in people:
            yield Problem(
                "unused-person",
                f"[{excerpt(key)}] no entry names {excerpt(record.name)!r}",
                PLACE,
                "Add a variant as the entries print it, or remove the table.",
                "info",
            )


def _not_me(mine: Mapping[str, str], people: Mapping[str, Person]) -> Iterable[Problem]:
    """Names of the site's owner that no entry prints."""
    for id_, name in mine.items():
        if id_ not in people:
            yield Problem(
                "unused-me",
                f"me: no entry names {excerpt(name)!r}",
                Place("content/site.toml"),
                "Write the name as the entries print it.",
                "info",
            )

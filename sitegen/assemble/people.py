"""Who is who: printed names that differ only in case, accents and dots are one; people.toml has the last word."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.config import PersonRecord
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.problems import Place, Problem, excerpt
from sitegen.text.addresses import orcid, web_address
from sitegen.text.slugs import slug


@dataclass(frozen=True, slots=True)
class People:
    """People by id, whom each printed name stands for, and works by person in the order of the entries."""

    people: Mapping[str, Person]
    person_of: Mapping[Name | tuple[str, Name], str]
    works: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = field(default=())


def identify_people(entries: Sequence[Entry], records: Mapping[str, PersonRecord], me: Sequence[str]) -> People:
    """People from the names of all entries."""
    known = {
        slug(spelling): key for key, record in records.items() if not record.entries for spelling in _spellings(record)
    }
    pinned = {
        (id_, slug(spelling)): key
        for key, record in records.items()
        for id_ in record.entries
        for spelling in _spellings(record)
    }
    person_of: dict[Name | tuple[str, Name], str] = {}
    printed: dict[str, Counter[Name]] = {}
    works: dict[str, dict[str, None]] = {}
    for entry in entries:
        for name in (each.printed() for names in entry.names.values() for each in names):
            person = person_of.get(name)
            if person is None:
                made = slug(name.to_plain())
                person = person_of[name] = known.get(made, made)
            if pinned:
                exact = pinned.get((entry.id, slug(name.to_plain())))
                if exact:
                    person = person_of[entry.id, name] = exact
            printed.setdefault(person, Counter())[name] += 1
            works.setdefault(person, {})[entry.id] = None
    mine = {known.get(slug(name), slug(name)) for name in me}
    problems: list[Problem] = []
    people = {id_: _person(id_, printed[id_], records.get(id_), id_ in mine, problems) for id_ in sorted(printed)}
    person_of = {key: id_ for key, id_ in person_of.items() if id_ in people}
    problems.extend(_unused(records, people))
    return People(people, person_of, {id_: tuple(works[id_]) for id_ in people}, tuple(problems))


def _spellings(record: PersonRecord) -> Iterable[str]:
    """All printed forms a record stands for, in reading order."""
    for spelling in (record.name, *record.variants):
        yield natural(spelling)


def natural(spelling: str) -> str:
    """A name in reading order, from either order.

    >>> natural("Knuth, Donald E.")
    'Donald E. Knuth'
    """
    family, comma, given = spelling.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else spelling.strip()


def _person(id_: str, printed: Counter[Name], record: PersonRecord | None, me: bool, problems: list[Problem]) -> Person:
    """One person: the fullest printed form is the name, the others are variants."""
    fullest = min(printed, key=lambda name: (-len(name.to_plain()), -printed[name], name.to_plain()))
    name = _recorded_name(record, printed) if record else fullest
    shown = name.to_plain()
    variants = {each.to_plain() for each in printed} | {natural(each) for each in (record.variants if record else ())}
    return Person(
        id=id_,
        name=name,
        variants=tuple(sorted(variants - {shown})),
        orcid=_checked(record.orcid, orcid, "orcid", id_, problems) if record else "",
        affiliation=record.affiliation if record else "",
        homepage=_checked(record.homepage, web_address, "homepage", id_, problems) if record else "",
        is_me=me,
    )


def _recorded_name(record: PersonRecord, printed: Counter[Name]) -> Name:
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
                Place("content/people.toml"),
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
                Place("content/people.toml"),
                "Add a variant as the entries print it, or remove the table.",
                "info",
            )

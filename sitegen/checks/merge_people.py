"""Two spellings of a name may be one person: the shorter fits the longer, and both wrote with the same two people.

Each spelling has a page of its own, so that the person's works are divided among them. Spellings that differ only in
case, accents and dots are one person without being told.

Paste the lines into `content/people.toml` where the two are one person. Where they are not, give each a table of their
own, and they are not proposed again.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from sitegen.checks import Check, Example
from sitegen.model.library import Library
from sitegen.model.person import Person
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.slugs import slug
from sitegen.text.toml import quoted, table

FILE = "people.toml"
SHARED = 2
"""Co-authors that two spellings must have in common."""
CROWD = 50
"""Names of one work above which working together says nothing."""
MOST_ALIKE = 40
"""People of one family name and initial that are compared; where there are more, the name is too common to tell."""


def run(site: Site) -> Iterator[Problem]:
    """One proposal for each person that other spellings fit, at the first work that has such a spelling."""
    library = site.library
    fitting = {
        person.id: [other for other in block if _fits(person, other)]
        for block in _blocks(library)
        for person in block
        if (FILE, person.id) not in site.recorded
    }
    fitting = {id_: others for id_, others in fitting.items() if others}
    beside = _beside(library, {*fitting, *(other.id for others in fitting.values() for other in others)})
    merged: dict[str, list[Person]] = {}
    for id_, others in fitting.items():
        person = library.people[id_]
        fuller = _fuller([other for other in others if _are_one(person, other, library, beside)])
        if fuller:
            merged.setdefault(fuller.id, []).append(person)
    variants = {person.id for group in merged.values() for person in group}
    for id_, group in merged.items():
        if id_ not in variants:
            yield _proposal(library.people[id_], group, site, beside)


def _blocks(library: Library) -> Iterator[list[Person]]:
    """People of one family name and one initial, where there are several."""
    blocks: dict[tuple[str, str], list[Person]] = {}
    for person in library.people.values():
        name = person.name
        if name.family and name.given and not name.literal:
            blocks.setdefault((slug(name.family_with_particles()), slug(name.given[:1])), []).append(person)
    yield from (block for block in blocks.values() if 1 < len(block) <= MOST_ALIKE)


def _beside(library: Library, wanted: AbstractSet[str]) -> dict[str, set[str]]:
    """Who wrote with each of the people in question."""
    beside: dict[str, set[str]] = {id_: set() for id_ in wanted}
    for id_ in {work for person in wanted for work in library.by_person[person]}:
        entry = library.entries[id_]
        names = entry.names.get("author", ())
        if 1 < len(names) <= CROWD:
            people = {person.id for name in names if (person := library.person(entry, name))}
            for person_id in people & wanted:
                beside[person_id] |= people
    return beside


def _are_one(person: Person, other: Person, library: Library, beside: Mapping[str, set[str]]) -> bool:
    """Whether two spellings that fit have enough co-authors in common, and no work."""
    shared = (beside[person.id] & beside[other.id]) - {person.id, other.id}
    together = other.id in beside[person.id] or set(library.by_person[person.id]) & set(library.by_person[other.id])
    return len(shared) >= SHARED and not together


def _fuller(others: Sequence[Person]) -> Person | None:
    """The one that a shorter spelling stands for; None where there is none, or where two contradict each other."""
    fullest = max(others, key=lambda other: (len("".join(_parts(other.name.given))), other.id), default=None)
    agree = fullest and all(other is fullest or _fits(other, fullest) for other in others)
    return fullest if agree else None


def _fits(short: Person, long: Person) -> bool:
    """Whether a spelling fits a longer one of the same family name."""
    return short is not long and _stands_for(_parts(short.name.given), _parts(long.name.given))


@lru_cache(maxsize=1 << 14)
def _parts(given: str) -> tuple[str, ...]:
    """Given names and initials, as addresses have them."""
    return tuple(part for part in slug(given.replace(".", ". ")).split("-") if part)


def _stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first given names are the second ones with some left out at the end or cut to their initials.

    >>> _stands_for(("j",), ("john", "a")), _stands_for(("john",), ("jane",)), _stands_for(("j", "b"), ("john",))
    (True, False, False)
    """
    if len(short) > len(long) or tuple(short) == tuple(long):
        return False
    return all(
        mine == yours or (len(mine) == 1 and yours.startswith(mine)) for mine, yours in zip(short, long, strict=False)
    )


def _proposal(person: Person, variants: Sequence[Person], site: Site, beside: dict[str, set[str]]) -> Problem:
    """The proposal, with the lines to paste and those that both wrote with."""
    library = site.library
    first = min((library.entries[library.by_person[each.id][0]] for each in variants), key=lambda entry: entry.place)
    shared = sorted((beside[variants[0].id] & beside[person.id]) - {person.id, variants[0].id})
    others = " and ".join(excerpt(library.people[id_].name.to_plain(), 30) for id_ in shared[:SHARED])
    names = [each.name.to_plain() for each in variants]
    said = f"{', '.join(repr(excerpt(name, 40)) for name in names[:3])} may be {excerpt(person.name.to_plain())!r}"
    if (FILE, person.id) in site.recorded:
        hint = f"Add {', '.join(map(quoted, names))} to the variants of [{person.id}] in content/{FILE}."
        return CHECK.problem(first, f"{said}: both wrote with {others}", "author", hint=hint)
    known = dict.fromkeys(chain(names, *(each.variants for each in (*variants, person))))
    paste = table(person.id, person.name.to_plain(), known)
    return CHECK.problem(first, f"{said}: both wrote with {others}", "author", paste=paste)


CHECK = Check(
    name="merge-people",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Put into content/people.toml where they are one person:",
    finds=Example("""
@misc{a,
  author = {Smith, John and Cole, Ann and Dee, Bo},
  title = {On Light},
}
@misc{b,
  author = {Smith, J. and Dee, Bo and Cole, Ann},
  title = {On Heat},
}
"""),
    spares=Example("""
@misc{a,
  author = {Smith, John and Cole, Ann and Dee, Bo},
  title = {On Light},
}
@misc{b,
  author = {Smith, J. and Eve, Cy and Cole, Ann},
  title = {On Heat},
}
"""),
)

"""Two spellings may be one journal: one abbreviates the other, they differ in a letter, or they share an ISSN.

Each spelling has a page of its own, so that the journal's articles are divided among them.

Paste the lines into `content/venues.toml` where the two are one. Where they are not, give each a table of its own, and
they are not proposed again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.checks import Check, Example
from sitegen.model.venue import Venue
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.slugs import fold
from sitegen.text.toml import quoted, table

FILE = "venues.toml"
SMALL = frozenset((
    "the", "an", "and", "of", "for", "in", "on", "to", "at", "der", "die", "das", "und", "des", "de", "la", "le", "les",
    "et", "du", "el", "los", "las", "del", "della",
))  # fmt: skip
"""Words that people leave out; they tell no journal from another. Single letters may be sections."""
MOST_ALIKE = 40
"""Venues with the same first letters that are compared."""
LONG = 8
"""Letters a word has before another one that differs in one of them counts as a slip of the pen."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A venue as it is compared. worth: what makes one spelling better than another, the greater the better."""

    venue: Venue
    words: tuple[str, ...]
    worth: tuple[object, ...]


def run(site: Site) -> Iterator[Problem]:
    """One proposal for each venue that other spellings fit, at the first work of such a spelling."""
    merged: dict[str, dict[str, Venue]] = {}
    for block in _blocks(site.library.venues.values()):
        for spelling in block:
            fuller = _fuller(spelling, block) if (FILE, spelling.venue.id) not in site.recorded else None
            if fuller:
                merged.setdefault(fuller.id, {})[spelling.venue.id] = spelling.venue
    variants = {id_ for group in merged.values() for id_ in group}
    for id_, group in merged.items():
        if id_ not in variants:
            yield _proposal(site.library.venues[id_], tuple(group.values()), site)


def _blocks(venues: Iterable[Venue]) -> Iterator[list[_Spelling]]:
    """Venues of one kind whose words begin with the same letters, and journals of one ISSN."""
    blocks: dict[tuple[str, str], list[_Spelling]] = {}
    for venue in venues:
        if venue.kind in ("journal", "proceedings"):
            words = tuple(word for word in _WORD.findall(fold(venue.name[:300])) if word not in SMALL)
            spelling = _Spelling(venue, words, _worth(venue.name, words))
            blocks.setdefault((venue.kind, "".join(word[0] for word in words)), []).append(spelling)
            for issn in venue.issn:
                blocks.setdefault(("issn", issn), []).append(spelling)
    yield from (block for block in blocks.values() if 1 < len(block) <= MOST_ALIKE)


def _worth(name: str, words: Sequence[str]) -> tuple[object, ...]:
    """Small letters, longer words, no stop at the end."""
    return (not name.isupper(), sum(map(len, words)), not name.endswith("."), len(name), name)


def _fuller(spelling: _Spelling, block: Sequence[_Spelling]) -> Venue | None:
    """The venue that a lesser spelling stands for; None where there is none, or where two contradict each other."""
    found = [other for other in block if other is not spelling and _fits(spelling, other)]
    best = max(found, key=lambda other: other.worth, default=None)
    agree = best and all(other is best or _fits(other, best) for other in found)
    return best.venue if best and agree else None


def _fits(one: _Spelling, other: _Spelling) -> bool:
    """Whether the first is a lesser spelling of the second, so that no two are each other's."""
    lesser, words, theirs = one.worth < other.worth, one.words, other.words
    if set(one.venue.issn) & set(other.venue.issn):
        is_short = len(words) == 1 or _shortens(sorted(words), sorted(theirs))
        return lesser and one.venue.kind == "journal" and is_short
    if one.venue.issn and other.venue.issn:
        return False
    if words == theirs:
        return lesser and len(words) > 1
    if one.venue.kind != "journal" or len(words) != len(theirs) or len(words) < 2:
        return False
    if _shortens(words, theirs):
        return True
    differing = [pair for pair in zip(words, theirs, strict=True) if pair[0] != pair[1]]
    return lesser and len(differing) == 1 and _is_slip(*differing[0])


def _shortens(words: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the first words are the second ones or their beginnings, one by one."""
    if len(words) != len(theirs):
        return False
    return all(long.startswith(short) for short, long in zip(words, theirs, strict=True))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter that is wrong, missing or too much.

    >>> _is_slip("mathematcal", "mathematical"), _is_slip("physica", "physics"), _is_slip("computing", "computers")
    (True, False, False)
    """
    if min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1 or not (one + other).isalpha():
        return False
    at = next(
        (at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours),
        min(len(one), len(other)),
    )
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]


def _proposal(venue: Venue, variants: Sequence[Venue], site: Site) -> Problem:
    """The proposal, with the lines to paste."""
    library = site.library
    works = (library.entries[id_] for each in variants for id_ in library.by_venue[each.id])
    first = min(works, key=lambda entry: entry.place)
    names = [each.name for each in variants]
    said = f"{', '.join(repr(excerpt(name, 60)) for name in names[:3])} may be {excerpt(venue.name)!r}"
    if (FILE, venue.id) in site.recorded:
        hint = f"Add {', '.join(map(quoted, names))} to the variants of [{venue.id}] in content/{FILE}."
        return CHECK.problem(first, said, *FIELDS, hint=hint)
    return CHECK.problem(first, said, *FIELDS, paste=table(venue.id, venue.name, names))


FIELDS = ("journaltitle", "journal", "booktitle")
CHECK = Check(
    name="merge-venues",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Put into content/venues.toml where they are one:",
    finds=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  journal = {Journal of the Optical Society},
  year = 1901,
}
@article{b,
  author = {Cole, Ann},
  title = {On Heat},
  journal = {J. Opt. Soc.},
  year = 1902,
}
"""),
    spares=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  journal = {Physical Review A},
  year = 1901,
}
@article{b,
  author = {Cole, Ann},
  title = {On Heat},
  journal = {Physical Review B},
  year = 1902,
}
"""),
)

"""Two entries look like the same work: their titles, their years, their types and whoever signed them first agree.

Lists then show the work twice, and its readers, links and citations are divided among two pages.

Remove the poorer entry; its key can go into the field `ids` of the other, so that its address still leads there. Where
the two are different works, say so by their pages, their DOIs or a relation such as `version_of`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.checks import Check, Example
from sitegen.model.entry import Entry
from sitegen.model.likeness import are_related, beginning, first_family, first_page, title_key
from sitegen.problems import Problem
from sitegen.site import Site
from sitegen.text.slugs import fold, slug

MOST_ALIKE = 12
"""Entries under one title that are compared; where there are more, the title names a series and no work."""
PRINTED = frozenset(("article-journal", "paper-conference", "book", "chapter", "thesis"))
"""CSL types whose records may name different months for one work; talks and workshops are held more than once."""
_LONGEST_GAP = 1
"""Years that two records of one work may differ by."""


def run(site: Site) -> Iterator[Problem]:
    """Entries that an earlier one seems to repeat."""
    titles = [(entry, entry.title.to_plain()) for entry in site.library.entries.values()]
    often = Counter((entry.type, beginning(title)) for entry, title in titles)
    blocks: dict[tuple[str, str, str], list[Entry]] = {}
    for entry, written in titles:
        for title in _keys(written) if often[entry.type, beginning(written)] > 1 else ():
            blocks.setdefault((title, entry.type, first_family(entry)), []).append(entry)
    reported: set[str] = set()
    for entries in blocks.values():
        if 1 < len(entries) <= MOST_ALIKE:
            yield from _repeated(sorted(entries, key=lambda entry: entry.place), reported)


def _keys(title: str) -> Iterator[str]:
    """What a title may stand under: the whole, and without its subtitle."""
    whole = title_key(title)
    if whole:
        yield whole
        main = title_key(title.partition(":")[0]) if ":" in title else ""
        if main and main != whole and main.count(" ") > 2:
            yield main


def _repeated(entries: Sequence[Entry], reported: set[str]) -> Iterator[Problem]:
    """Entries of one block that repeat an earlier one of it, each once."""
    for at, entry in enumerate(entries):
        if entry.id in reported:
            continue
        twin = next((other for other in entries[:at] if _same(other, entry)), None)
        if twin:
            reported.add(entry.id)
            yield CHECK.problem(entry, f"{entry.id!r} seems to be {twin.id!r} at {twin.place} once more", "title")


def _same(one: Entry, other: Entry) -> bool:
    """Whether nothing tells two entries of like titles apart; equal DOIs are another rule's affair."""
    if one.doi and other.doi:
        return False
    if one.year is None or other.year is None or abs(one.year - other.year) > _LONGEST_GAP:
        return False
    pairs = (
        (first_page(one), first_page(other)),
        (one.volume, other.volume),
        (one.issue, other.issue),
        (one.edition, other.edition),
        (one.chapter_number, other.chapter_number),
        (one.genre, other.genre),
        (one.number, other.number),
    )
    if any(mine and yours and mine != yours for mine, yours in pairs) or are_related(one, other):
        return False
    if one.type not in PRINTED and _month(one) and _month(other) and _month(one) != _month(other):
        return False
    if _subtitle(one) and _subtitle(other) and _subtitle(one) != _subtitle(other):
        return False
    same_pages = bool(first_page(one)) and first_page(one) == first_page(other)
    venues = {slug(each.container_title.to_plain()) for each in (one, other) if each.container_title}
    return same_pages or (len(venues) < 2 and one.year == other.year)


def _month(entry: Entry) -> int:
    """The month of issue; 0 when not known."""
    return entry.issued.start.month if entry.issued and entry.issued.start else 0


def _subtitle(entry: Entry) -> str:
    """What stands behind a title's colon, without case and signs."""
    return " ".join(fold(entry.title.to_plain().partition(":")[2]).split())


CHECK = Check(
    name="duplicate-work",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Remove one of the two, and put its key into `ids` of the other.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  title = {The Theory of Light and Colours},
  publisher = {P},
  year = 1901,
}
@book{b,
  author = {Cole, A.},
  title = {The theory of light, and colours},
  publisher = {P},
  year = 1901,
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {The Theory of Light and Colours},
  volume = 1,
  publisher = {P},
  year = 1901,
}
@book{b,
  author = {Cole, Ann},
  title = {The Theory of Light and Colours},
  volume = 2,
  publisher = {P},
  year = 1901,
}
"""),
)

"""Indexes from A to Z: names in the order of the reader's language, by letter where there are many."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.site import Here
from sitegen.text.filing import Filed, filed
from sitegen.views.listing import Count, Letter, Part
from sitegen.views.parts import MOST, key_and_number, part_keys, part_of

HEADINGS_FROM = 100
"""An index gets headings by letter from so many names on."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Ids in alphabetic order.

    filed: how each is filed, in the same order. begins: the letters in theirs, each with the number of the page of the
    index on which it begins.
    """

    ids: tuple[str, ...]
    filed: tuple[Filed, ...]
    begins: Mapping[str, int]


def filing(names: Iterable[tuple[str, str]], language: str, *, titles: bool = False) -> Filing:
    """Ids and names in the order of a language. titles: whether their leading articles are passed over."""
    keyed = sorted((filed(name, language, title=titles), id_) for id_, name in names)
    ordered = tuple(each for each, _id in keyed)
    return Filing(tuple(id_ for _filed, id_ in keyed), ordered, _beginnings(ordered))


def _beginnings(ordered: Sequence[Filed]) -> Mapping[str, int]:
    """The page on which each letter begins."""
    begins: dict[str, int] = {}
    for at, each in enumerate(ordered):
        begins.setdefault(each.letter, at // MOST + 1)
    return begins


def letters(filing: Filing, kind: str, key: str, count: Callable[[str], Count], here: Here) -> tuple[Letter, ...]:
    """The letters of one page of an index, and those on its other pages as links.

    kind, key: of the page. count: what a line shows of an id.
    """
    number = key_and_number(key)[1]
    counts = [count(id_) for id_ in part_of(filing.ids, number)]
    if len(filing.ids) < HEADINGS_FROM:
        return (Letter("all", "", tuple(counts)),) if counts else ()
    groups: dict[str, list[Count]] = {}
    for each, shown in zip(part_of(filing.filed, number), counts, strict=True):
        groups.setdefault(each.letter, []).append(shown)
    keys = list(part_keys("", len(filing.ids)))
    return tuple(
        Letter(
            f"letter-{at}",
            letter,
            tuple(groups.get(letter, ())),
            "" if letter in groups else f"{here.to(kind, keys[page - 1])}#letter-{at}",
        )
        for at, (letter, page) in enumerate(filing.begins.items(), 1)
    )


def index_parts(filing: Filing, kind: str, key: str, here: Here) -> tuple[Part, ...]:
    """Links to all pages of an index, each by its first and its last name; none where one holds it."""
    keys: Sequence[str] = list(part_keys("", len(filing.ids)))
    if len(keys) == 1:
        return ()
    number = key_and_number(key)[1]
    pages = [part_of(filing.filed, at) for at in range(1, len(keys) + 1)]
    return tuple(
        Part(f"{page[0].name[:4]}–{page[-1].name[:4]}", here.to(kind, each), at == number)
        for at, (each, page) in enumerate(zip(keys, pages, strict=True), 1)
    )

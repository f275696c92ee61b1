"""A number for each work that stays when other works come and go, ascending by year."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Slots:
    """Where works stand. slot: by entry id. years: each year with the number of its slots, undated works first.

    A year has half as many slots again as works, rounded up to a step, and a work's place among them comes from a
    digest of its id: so a new work moves none but its neighbours, and the newest year grows without moving any other.
    """

    slot: dict[str, int]
    years: tuple[tuple[int | None, int], ...]

    @property
    def size(self) -> int:
        """How many slots there are."""
        return sum(size for _year, size in self.years)


class Dated(Protocol):
    """A work, of which its id and its year count."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def year(self) -> int | None:
        """When it was issued; None when that is not known."""


def slots(entries: Iterable[Dated]) -> Slots:
    """The slots of works.

    >>> from sitegen.model.entry import Entry
    >>> slots([Entry(id="a"), Entry(id="b")]).years
    ((None, 8),)
    """
    years: dict[int | None, list[tuple[int, str]]] = {}
    for entry in entries:
        digest = zlib.crc32(entry.id.encode("utf-8", "surrogatepass"))
        years.setdefault(entry.year, []).append((digest, entry.id))
    found: dict[str, int] = {}
    sizes: list[tuple[int | None, int]] = []
    start = 0
    for year in sorted(years, key=lambda year: (year is not None, year or 0)):
        size = _size(len(years[year]))
        _place(years[year], start, size, found)
        sizes.append((year, size))
        start += size
    return Slots(found, tuple(sizes))


def _size(works: int) -> int:
    """Slots of a year: half as many again as works, and one of 4, 5, 6 or 7 times a power of two."""
    wanted = max(8, works * 3 // 2 + 1)
    power = 1 << (wanted.bit_length() - 3)
    return -(-wanted // power) * power


def _place(works: list[tuple[int, str]], start: int, size: int, found: dict[str, int]) -> None:
    """Give each work the first free slot from the one its digest names; the last ones move down where room ends."""
    works.sort()
    places = []
    last = -1
    for digest, _id in works:
        last = max(digest * size >> 32, last + 1)
        places.append(last)
    room = size
    for at in range(len(works) - 1, -1, -1):
        room = min(places[at], room - 1)
        found[works[at][1]] = start + room

"""The works by years, for files that hold everything: a changed work then rewrites one small file.

Sitemaps, the archives of the feed and resource lists are cut alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.date import year_key
from sitegen.model.library import Library

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Shard:
    """Some of the works. years: newest first, None for those without a date; number: of the piece of their works."""

    years: tuple[int | None, ...]
    number: int = 1

    @property
    def key(self) -> str:
        """What stands in the name of the file: the oldest year, "1978", with the piece's number from the second on."""
        oldest = self.years[-1]
        name = UNDATED if oldest is None else year_key(oldest)
        return name if self.number == 1 else f"{name}-{self.number}"

    def works(self, library: Library, most: int) -> tuple[str, ...]:
        """The ids of its works, newest first.

        Pieces are counted from the oldest work on, so that one that joins moves none of the older ones.
        """
        ids = tuple(id_ for year in self.years for id_ in library.by_year[year])
        end = len(ids) - (self.number - 1) * most
        return ids[max(0, end - most) : end]


def shards(library: Library, least: int, most: int) -> tuple[Shard, ...]:
    """All works, newest first, undated ones last. Years are gathered, oldest first, until they have `least` works.

    most: works in one piece; years that have more come in several.
    """
    return tuple(reversed(tuple(_shards(library, least, most))))


def _shards(library: Library, least: int, most: int) -> Iterator[Shard]:
    """The shards, oldest first."""
    gathered: tuple[int | None, ...] = ()
    number = 0
    dated = [year for year in library.by_year if year is not None]
    for year in [*([None] if None in library.by_year else []), *reversed(dated)]:
        gathered = (year, *gathered)
        number += len(library.by_year[year])
        if number >= least or year is None or year == dated[0]:
            yield from (Shard(gathered, piece) for piece in range(1, -(-number // most) + 1))
            gathered, number = (), 0

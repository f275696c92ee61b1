"""Into how many files an index is parted: a matter of the number of works alone, so that the plan can name them."""

import zlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from sitegen.text.search_words import prefix_of

ONE_FILE_BELOW = 5000
"""Libraries with fewer works have their whole index in one file."""
BLOCK = 32
"""Slots whose rows share a file: a result costs one of these, so they are small."""
CHUNK = 1 << 15
"""Slots whose facets share a file; a search needs them all."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Files of each sort.

    words: postings by the beginning of the word. tails: words by their end. blocks: rows of works. chunks: facets.
    """

    words: int
    tails: int
    blocks: int
    chunks: int

    def names(self) -> tuple[str, ...]:
        """The files' names without their ending."""
        return tuple(
            f"{sort}{number}"
            for sort, count in (("w", self.words), ("t", self.tails), ("d", self.blocks), ("f", self.chunks))
            for number in range(count)
        )


def sizes(works: int, slots: int) -> Sizes:
    """The files for so many works in so many slots.

    >>> sizes(100_000, 150_000)
    Sizes(words=1024, tails=128, blocks=4688, chunks=5)
    """
    words = 32
    while words < works / 128:
        words *= 2
    return Sizes(words, words // 8, -(-slots // BLOCK), -(-slots // CHUNK))


@lru_cache(maxsize=65536)
def _digest(text: str) -> int:
    """A number that does not change from build to build."""
    return zlib.crc32(text.encode("utf-16-le", "surrogatepass"))


def word_file(word: str, count: int, crowded: AbstractSet[str]) -> int:
    """Which file of postings has a word. crowded: as `prefix_of` takes it."""
    return _digest(prefix_of(word, crowded)) % count


def tail_file(word: str, count: int) -> int:
    """Which file lists a word by its end, for finding it when its beginning is misspelt."""
    return _digest(word[-2:]) % count

"""Where the answers of earlier builds are kept, by the numbers of their questions."""

from array import array
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from sitegen.reads import Place
from sitegen.traces.runs import NUMBERS

FILES, OFFSETS = "H", "Q"
"""The forms of arrays of files, and of offsets in them."""


class Places(msgspec.Struct, frozen=True, dict=True):
    """One row an answer, as they lie in the notes. names: of the files.

    numbers: of the questions, four bytes each. files: which of the names, two bytes each. offsets, lengths: in that
    file, in bytes; eight bytes each, and four.
    """

    names: tuple[str, ...] = ()
    numbers: bytes = b""
    files: bytes = b""
    offsets: bytes = b""
    lengths: bytes = b""

    @classmethod
    def of(cls, places: Iterable[tuple[int, Place]]) -> "Places":
        """The rows of some answers."""
        names: dict[str, int] = {}
        numbers, files, offsets, lengths = array(NUMBERS), array(FILES), array(OFFSETS), array(NUMBERS)
        for number, (name, offset, length) in places:
            numbers.append(number)
            files.append(names.setdefault(name, len(names)))
            offsets.append(offset)
            lengths.append(length)
        return cls(tuple(names), *(column.tobytes() for column in (numbers, files, offsets, lengths)))

    def get(self, number: int) -> Place | None:
        """Where an answer is kept; None where it is not."""
        row = self._rows.get(number)
        files, offsets, lengths = self._columns
        return None if row is None else (self.names[files[row]], offsets[row], lengths[row])

    def items(self) -> Iterable[tuple[int, Place]]:
        """All answers, and where each is kept."""
        for number, row in self._rows.items():
            files, offsets, lengths = self._columns
            yield number, (self.names[files[row]], offsets[row], lengths[row])

    def grown(self, more: "Places") -> "Places":
        """These answers and others; where one is among both, where it was kept last."""
        if not more.numbers or not self.numbers:
            return more if more.numbers else self
        later = more._rows
        return Places.of([*(each for each in self.items() if each[0] not in later), *more.items()])

    @cached_property
    def _rows(self) -> Mapping[int, int]:
        numbers = array(NUMBERS, self.numbers)
        return dict(zip(numbers, range(len(numbers)), strict=True))

    @cached_property
    def _columns(self) -> "tuple[array[int], array[int], array[int]]":
        return array(FILES, self.files), array(OFFSETS, self.offsets), array(NUMBERS, self.lengths)

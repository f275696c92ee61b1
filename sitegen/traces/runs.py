"""Runs of numbers, one behind the other in one piece: a large site has a million short ones."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator

NUMBERS, ENDS = "I", "Q"
"""The forms of arrays of numbers, and of the ends of runs."""


class Runs:
    """Runs of numbers in the order in which they came. ends: where each ends among `numbers`."""

    __slots__ = ("ends", "numbers")

    def __init__(self, ends: bytes = b"", numbers: bytes = b"") -> None:
        self.ends, self.numbers = array(ENDS), array(NUMBERS)
        self.ends.frombytes(ends)
        self.numbers.frombytes(numbers)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, at: int) -> "array[int]":
        """The numbers of one run."""
        return self.numbers[self.ends[at - 1] if at else 0 : self.ends[at]]

    def __iter__(self) -> Iterator["array[int]"]:
        begin, numbers = 0, self.numbers
        for end in self.ends:
            yield numbers[begin:end]
            begin = end

    def add(self, run: Iterable[int]) -> None:
        """One more run."""
        self.numbers.extend(run)
        self.ends.append(len(self.numbers))

    def take(self, others: "Runs") -> None:
        """The runs of another, behind those that are here."""
        begin = len(self.numbers)
        self.ends.extend([begin + end for end in others.ends] if begin else others.ends)
        self.numbers.extend(others.numbers)

    def led(self, same: Callable[[int], int]) -> "Runs":
        """As many runs of other numbers. same: the number that stands for one of these."""
        found = Runs()
        found.ends, found.numbers = self.ends, array(NUMBERS, map(same, self.numbers))
        return found

    def without(self, rows: Collection[int]) -> "Runs":
        """The runs but those of some rows, which are in their order."""
        found, begin = Runs(), 0
        for row in (*rows, len(self)):
            if begin < row:
                low, high = self.ends[begin - 1] if begin else 0, self.ends[row - 1]
                by = len(found.numbers) - low
                found.ends.extend([end + by for end in self.ends[begin:row]] if by else self.ends[begin:row])
                found.numbers.extend(self.numbers[low:high])
            begin = row + 1
        return found

    def meeting(self, numbers: Collection[int]) -> list[int]:
        """The rows of the runs that hold any of some numbers."""
        apart = frozenset(numbers).isdisjoint
        return [row for row, run in enumerate(self) if not apart(run)] if numbers else []

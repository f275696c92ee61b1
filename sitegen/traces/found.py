"""Answers to one question that were found in a build: what was read for each, its digest, and where it is kept."""

from array import array
from collections.abc import Callable, Iterable, Iterator

from sitegen.reads import Place
from sitegen.traces.digests import LENGTH
from sitegen.traces.runs import NUMBERS, Runs

NOWHERE = 0xFFFF
"""Stands for the file of an answer that is not kept."""


class Found:
    """One row an answer. asked: the number of what was asked about. grounds: those of what was read for the answer.

    digests: one behind the other. files: which of `names` an answer is kept in. offsets, lengths: in bytes, there.
    """

    __slots__ = ("asked", "digests", "files", "grounds", "lengths", "names", "offsets")

    def __init__(self) -> None:
        self.asked, self.digests, self.grounds = array(NUMBERS), bytearray(), Runs()
        self.names = list[str]()
        self.files, self.offsets, self.lengths = array("H"), array("Q"), array(NUMBERS)

    def __len__(self) -> int:
        return len(self.asked)

    def add(self, number: int, digest: bytes, grounds: Iterable[int], place: Place | None) -> None:
        """One more answer."""
        self.asked.append(number)
        self.digests += digest
        self.grounds.add(grounds)
        file, offset, length = place or ("", 0, 0)
        self.files.append(self._file(file) if place else NOWHERE)
        self.offsets.append(offset)
        self.lengths.append(length)

    def take(self, others: "Found") -> None:
        """The answers of another, behind those that are here."""
        self.asked.extend(others.asked)
        self.digests += others.digests
        self.grounds.take(others.grounds)
        same = {NOWHERE: NOWHERE, **{at: self._file(name) for at, name in enumerate(others.names)}}
        self.files.extend(map(same.__getitem__, others.files))
        self.offsets.extend(others.offsets)
        self.lengths.extend(others.lengths)

    def led(self, same: Callable[[int], int]) -> "Found":
        """The same answers with other numbers. same: the number that stands for one of these."""
        found = Found()
        found.asked, found.grounds = array(NUMBERS, map(same, self.asked)), self.grounds.led(same)
        found.digests, found.names = self.digests, self.names
        found.files, found.offsets, found.lengths = self.files, self.offsets, self.lengths
        return found

    def noted(self) -> Iterator[tuple[int, bytes]]:
        """The number and the digest of each answer."""
        digests = bytes(self.digests)
        for at, number in enumerate(self.asked):
            yield number, digests[at * LENGTH : (at + 1) * LENGTH]

    def places(self) -> Iterator[tuple[int, Place]]:
        """Where answers are kept, by their numbers."""
        for number, file, offset, length in zip(self.asked, self.files, self.offsets, self.lengths, strict=True):
            if file != NOWHERE:
                yield number, (self.names[file], offset, length)

    def _file(self, name: str) -> int:
        """The number of a file among `names`, of which there are few."""
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

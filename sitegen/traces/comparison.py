"""What was read for the last build, compared with what there is now."""

from array import array
from collections.abc import Callable

from sitegen.reads import Place, Read
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept
from sitegen.traces.values import Values

Ask = Callable[[Read], bytes]
"""Asks a question again: the digest of its answer."""


class Comparison:
    """Which of the things that were read are others now.

    Values are compared at once. A question is asked again only where something that was read for its answer has
    changed, and where its answer is the same, what asked it sees no change.
    """

    def __init__(self, kept: Kept, values: Values, ask: Ask) -> None:
        self._kept, self._ask, self.reads = kept, ask, kept.all_reads()
        self._now, self._changed = bytearray(kept.digests), set[int]()
        for number, read in enumerate(self.reads):
            if number not in kept.asked:
                self._put(number, values.digest(*read))
        self._open = self._doubtful()
        self._asking = set[int]()
        self._numbers: dict[Read, int] = {}

    def settled(self) -> tuple[bytes, frozenset[int]]:
        """The digests of everything as it is now, and the numbers of what is another."""
        while self._open:
            self._is_same(next(iter(self._open)))
        return bytes(self._now), frozenset(self._changed)

    def place(self, read: Read) -> tuple[Place, bytes] | None:
        """Where the last build kept an answer, and its digest, if a question would be answered the same now."""
        if not self._numbers:
            self._numbers.update((self.reads[number], number) for number in self._kept.places)
        number = self._numbers.get(read)
        if number is None or number in self._asking or not self._is_same(number):
            return None
        return self._kept.places[number], bytes(self._now[number * LENGTH : (number + 1) * LENGTH])

    def _is_same(self, number: int) -> bool:
        """Whether a value or an answer is what it was."""
        if number in self._open:
            self._open.discard(number)
            if not all(self._is_same(each) for each in array("I", self._kept.asked[number])):
                self._asking.add(number)
                self._put(number, self._ask(self.reads[number]))
                self._asking.discard(number)
        return number not in self._changed

    def _doubtful(self) -> set[int]:
        """The questions whose answers may be others: something that was read for them has changed, or is doubtful."""
        found, since = set[int](), self._changed
        while since:
            since = {
                number
                for number, mine in self._kept.asked.items()
                if number not in found and not since.isdisjoint(array("I", mine))
            }
            found |= since
        return found

    def _put(self, number: int, digest: bytes) -> None:
        """Put a digest in its place, and its number among those that changed if it is another than it was."""
        at = slice(number * LENGTH, (number + 1) * LENGTH)
        if digest != self._now[at]:
            self._now[at] = digest
            self._changed.add(number)

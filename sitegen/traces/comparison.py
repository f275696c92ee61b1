"""What was read for the last build, compared with what there is now."""

from collections.abc import Callable, Sequence
from functools import partial

from sitegen.reads import Place, Read
from sitegen.traces.digests import LENGTH
from sitegen.traces.last import Last
from sitegen.traces.values import Values

Ask = Callable[[Read], bytes]
"""Asks a question again: the digest of its answer."""
Revise = Callable[[int, Sequence[int]], bytes | None]
"""The digest of the answer to the question of a number, from what was read for it and is another; None to ask again."""


def nobody(number: int, other: Sequence[int]) -> None:
    """Nothing is told without asking."""


class Comparison:
    """Which of the things that were read are others now.

    Values are compared at once. A question is asked again only where something that was read for its answer has
    changed, and where its answer is the same, what asked it sees no change.
    """

    def __init__(self, last: Last, values: Values, ask: Ask, revise: Revise = nobody) -> None:
        self._last, self._ask, self._revise = last, ask, revise
        self._now, self._changed = bytearray(last.kept.digests), set[int]()
        for name, table in last.kept.tables.items():
            whole = values.whole(name)
            if whole is not None and (not whole or whole != table.whole):
                self._look_through(name, values)
        for number in last.kept.loose:
            self._put(number, values.digest(*last.read(number)))
        self._open = self._doubtful()
        self._asking = set[int]()

    def settled(self) -> tuple[bytes, frozenset[int]]:
        """The digests of everything as it is now, and the numbers of what is another."""
        while self._open:
            self._is_same(next(iter(self._open)))
        return bytes(self._now), frozenset(self._changed)

    def place(self, read: Read) -> tuple[Place, bytes] | None:
        """Where the last build kept an answer, and its digest, if a question would be answered the same now."""
        number = self._last.numbers.known(read)
        place = None if number is None else self._last.kept.places.get(number)
        if number is None or place is None or number in self._asking or not self._is_same(number):
            return None
        return place, bytes(self._now[number * LENGTH : (number + 1) * LENGTH])

    def _look_through(self, name: str, values: Values) -> None:
        """Compare each value of a table."""
        numbers, keys = self._last.reads_of(name)
        for number, digest in zip(numbers, map(partial(values.digest, name), keys), strict=True):
            self._put(number, digest)

    def _is_same(self, number: int) -> bool:
        """Whether a value or an answer is what it was."""
        if number in self._open:
            self._open.discard(number)
            other = [each for each in self._last.grounds(number) if not self._is_same(each)]
            if other:
                self._asking.add(number)
                self._put(number, self._revise(number, other) or self._ask(self._last.read(number)))
                self._asking.discard(number)
        return number not in self._changed

    def _doubtful(self) -> set[int]:
        """The questions whose answers may be others: something that was read for them has changed, or is doubtful."""
        found, since = set[int](), self._changed
        while since:
            names, more = self._last.names(since), set[int]()
            for name, table in self._last.kept.tables.items():
                if not names.isdisjoint(table.grounds):
                    numbers, runs = self._last.asked(name)
                    more.update(map(numbers.__getitem__, runs.meeting(since)))
            more -= found
            found |= more
            since = more
        return found

    def _put(self, number: int, digest: bytes) -> None:
        """Put a digest in its place, and its number among those that changed if it is another than it was."""
        at = slice(number * LENGTH, (number + 1) * LENGTH)
        if digest != self._now[at]:
            self._now[at] = digest
            self._changed.add(number)

"""What is read while a page is made, noted down so that a later build knows which pages to make anew."""

from collections import defaultdict
from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, Protocol, TypeVar, cast, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")
T = TypeVar("T")

Read = tuple[str, Hashable]
"""The name of a table and the key that was looked up in it; or that of a question and what it is asked about."""
KEYS, SIZE, ALL = "\0keys", "\0size", "\0all"
"""Keys that stand for all keys of a table, for how many there are, and for everything in it."""


Place = tuple[str, int, int]
"""Where an answer is kept: the file, the offset in it, the length."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question was answered. digest: of the value."""

    value: Any
    digest: bytes


Grounds = tuple[bytes, frozenset[int], Place | None]
"""The digest of an answer, what was read for it, other questions among it, and where it is kept, None for nowhere."""


class Memory(Protocol):
    """What remembers answers from build to build."""

    def note(self, read: Read, value: object) -> tuple[bytes, Place | None]:
        """The digest of an answer that was just found, and where it is kept.

        Raises LookupError for a question that the next build could not ask.
        """

    def recall(self, read: Read) -> Answer | None:
        """The answer of the last build, where it would be the same now; None where it has to be found."""

    def recall_each(self, reads: Sequence[Read]) -> Mapping[Read, Answer]:
        """The same of many at once: those answers that would be the same now."""

    def flush(self) -> None:
        """Let other processes see what was noted."""


class _Forgetful:
    """The memory of a site whose reads nobody keeps."""

    def note(self, read: Read, value: object) -> tuple[bytes, Place | None]:  # noqa: ARG002 -- the shape of a memory
        """No digest, and nowhere."""
        return b"", None

    def recall(self, read: Read) -> Answer | None:  # noqa: ARG002 -- as above
        """Nothing."""
        return None

    def recall_each(self, reads: Sequence[Read]) -> Mapping[Read, Answer]:  # noqa: ARG002 -- as above
        """Nothing."""
        return {}

    def flush(self) -> None:
        """Nothing to do."""


MOST = 100_000
"""Answers that are kept on the disk and in memory as well: those of a large library one after the other, not all."""


class Reads:
    """The notes on what is being made now.

    numbers: of whatever was ever read, going on from those that were given; what is new gets the next one. seen: those
    of what was read so far for what is being made. answers: to the questions that were asked in this build, but for
    those that the memory gives again. memory: of other builds, and of this one.
    """

    __slots__ = ("_memory", "_new", "_twice", "answers", "numbers", "seen")

    def __init__(self, memory: Memory | None = None, numbers: dict[Read, int] | None = None) -> None:
        self.numbers: dict[Read, int] = defaultdict(count().__next__) if numbers is None else numbers
        self.seen: set[int] = set()
        self.answers: dict[Read, Answer] = {}
        self._new: dict[Read, Grounds] = {}
        self._twice: list[Read] = []
        self._memory = memory or _Forgetful()

    def see(self, name: str, key: Hashable) -> None:
        """Note one thing that is read: the key in the table of that name."""
        self.seen.add(self.numbers[name, key])

    def answered(self) -> Mapping[Read, Grounds]:
        """The grounds of the answers that were found since this was last called; they are not kept any longer."""
        self._memory.flush()
        new, self._new = self._new, {}
        return new

    def ask(self, name: str, about: tuple[Hashable, ...], answer: Callable[[], T]) -> T:
        """The answer to a question, found once in a build; what asks it depends on that answer alone.

        Raises what `answer` raises, LookupError for a question that the next build could not ask.
        """
        read = (name, about)
        found = self.answers.get(read)
        if found is None:
            # To see whether an answer of the last build would be the same may have been to find it anew.
            recalled = self._memory.recall(read)
            found = self.answers.get(read) or recalled
            if found is None:
                found = self._found(read, answer)
            elif found is recalled:
                self._is_kept(read)
            self.answers[read] = found
        self.seen.add(self.numbers[read])
        answered: T = found.value
        return answered

    def ask_each(self, name: str, abouts: Iterable[tuple[Hashable, ...]], answer: Callable[..., T]) -> list[T]:
        """The answers to one question about one thing after the other, as `ask` gives them."""
        reads: list[Read] = [(name, about) for about in abouts]
        found = self.answers
        missing = [read for read in reads if read not in found]
        # One alone `ask` finds as quickly, and notes on the way.
        recalled = self._memory.recall_each(missing) if len(missing) > 1 else {}
        for read, each in recalled.items():
            found.setdefault(read, each)
        self.seen.update(map(self.numbers.__getitem__, reads))
        answers = [
            found[read].value if read in found else self.ask(name, about, partial(answer, *about))
            for read in reads
            for about in (cast("tuple[Hashable, ...]", read[1]),)
        ]
        for read in recalled:
            self._is_kept(read)
        return answers

    def _is_kept(self, read: Read) -> None:
        """Let go of answers that the memory has too, where they are many."""
        if len(self._twice) >= MOST:
            for each in self._twice:
                self.answers.pop(each, None)
            self._twice.clear()
        self._twice.append(read)

    def _found(self, read: Read, answer: Callable[[], T]) -> Answer:
        """Find an answer. Where that fails, what was read for it is what was read by whoever asked."""
        outer, self.seen = self.seen, set()
        try:
            value = answer()
            digest, place = self._memory.note(read, value)
            self._new[read] = (digest, frozenset(self.seen), place)
            if place:
                self._is_kept(read)
            return Answer(value, digest)
        except Exception:
            outer |= self.seen
            raise
        finally:
            self.seen = outer

    def give(self, read: Read, value: object, grounds: Iterable[int]) -> bytes:
        """Take the answer to a question that was found in another way; its digest. grounds: as if it had been asked."""
        digest, place = self._memory.note(read, value)
        self._new[read], self.answers[read] = (digest, frozenset(grounds), place), Answer(value, digest)
        if place:
            self._is_kept(read)
        return digest

    def aside(self, make: Callable[[], T]) -> T:
        """What `make` gives; what it reads is noted for nothing."""
        outer, self.seen = self.seen, set()
        try:
            return make()
        finally:
            self.seen = outer

    def alone(self, make: Callable[[], T]) -> tuple[T, Iterable[int]]:
        """What `make` gives, with what it read, for what nothing is made around."""
        self.seen = set()
        return make(), self.seen

    def apart(self, make: Callable[[], T]) -> tuple[T, frozenset[int]]:
        """What `make` gives, with what it read; that is noted for what is being made around it, too."""
        outer, self.seen = self.seen, set()
        try:
            made = make()
            return made, frozenset(self.seen)
        finally:
            outer |= self.seen
            self.seen = outer


class Numbers(dict[Hashable, int]):
    """The numbers of the keys of one table, each looked up among all things once."""

    __slots__ = ("_name", "_of_all")

    def __init__(self, name: str, of_all: dict[Read, int]) -> None:
        super().__init__()
        self._name, self._of_all = name, of_all

    def __missing__(self, key: Hashable) -> int:
        number = self[key] = self._of_all[self._name, key]
        return number


class Watched(Mapping[K, V]):
    """A table that notes what is looked up in it. It holds what `table` holds."""

    __slots__ = ("_numbers", "_reads", "_table")

    def __init__(self, name: str, table: Mapping[K, V], reads: Reads) -> None:
        self._numbers, self._table, self._reads = Numbers(name, reads.numbers), table, reads

    def __getitem__(self, key: K) -> V:
        self._reads.seen.add(self._numbers[key])
        return self._table[key]

    def each(self, keys: tuple[K, ...]) -> tuple[V, ...]:
        """The values of keys, one after the other."""
        self._reads.seen.update(map(self._numbers.__getitem__, keys))
        return tuple(map(self._table.__getitem__, keys))

    def __contains__(self, key: object) -> bool:
        self._reads.seen.add(self._numbers[key])
        return key in self._table

    def __iter__(self) -> Iterator[K]:
        self._reads.seen.add(self._numbers[KEYS])
        return iter(self._table)

    def __len__(self) -> int:
        self._reads.seen.add(self._numbers[SIZE])
        return len(self._table)

    def __bool__(self) -> bool:
        return len(self) > 0

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D, /) -> V | D: ...
    def get(self, key: K, default: V | D | None = None, /) -> V | D | None:
        """The value of a key, else the default."""
        self._reads.seen.add(self._numbers[key])
        return self._table.get(key, default)

    def keys(self) -> KeysView[K]:
        """All keys."""
        self._reads.seen.add(self._numbers[KEYS])
        return self._table.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        self._reads.seen.add(self._numbers[ALL])
        return self._table.values()

    def items(self) -> ItemsView[K, V]:
        """All keys with their values."""
        self._reads.seen.add(self._numbers[ALL])
        return self._table.items()

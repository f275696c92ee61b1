"""What is read while a page is made, noted down so that a later build knows which pages to make anew."""

from collections import defaultdict
from collections.abc import (
    Callable,
    Container,
    Hashable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    Sequence,
    ValuesView,
)
from functools import partial
from typing import Any, Protocol, TypeVar, overload

import msgspec

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


class Answer(msgspec.Struct, frozen=True, gc=False):
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


MOST = 40_000
"""Answers that are kept on the disk and in memory as well: those of a large library one after the other, not all."""
FEW = 4000
"""Answers that are kept in memory of those that are asked for once, or where what asks for them is far apart."""


class Numbers:
    """The numbers of whatever is read: what nobody read before gets the next one.

    begin: the first that another build did not give. known: the numbers that it gave to the keys of a table.
    """

    __slots__ = ("_keys", "_known", "_names", "_tables", "begin")

    def __init__(self, begin: int = 0, known: Callable[[str], Mapping[Hashable, int]] | None = None) -> None:
        self.begin, self._known = begin, known or (lambda _name: {})
        self._tables: dict[str, TableNumbers] = {}
        self._names, self._keys = list[str](), list[Hashable]()

    def __len__(self) -> int:
        """How many numbers were given, by the other build too."""
        return self.begin + len(self._keys)

    def __getitem__(self, read: Read) -> int:
        """The number of a thing."""
        return self.of(read[0])[read[1]]

    def of(self, name: str) -> "TableNumbers":
        """The numbers of the keys of a table, or of what a question is asked about."""
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = TableNumbers(name, self)
        return found

    def known(self, read: Read) -> int | None:
        """The number that the other build gave; None where it did not read the thing."""
        return self._known(read[0]).get(read[1])

    def given(self, name: str, key: Hashable) -> int:
        """The number of a thing that was not asked for yet."""
        number = self._known(name).get(key)
        if number is None:
            number = len(self)
            self._names.append(name)
            self._keys.append(key)
        return number

    def since(self, known: int) -> tuple[list[str], list[Hashable]]:
        """What the numbers from one on stand for, which this build gave: the names of tables, and the keys."""
        at = known - self.begin
        return self._names[at:], self._keys[at:]


class TableNumbers(dict[Hashable, int]):
    """The numbers of the keys of one table, as far as somebody has asked for them."""

    __slots__ = ("_name", "_of_all")

    def __init__(self, name: str, of_all: Numbers) -> None:
        super().__init__()
        self._name, self._of_all = name, of_all

    def __missing__(self, key: Hashable) -> int:
        number = self[key] = self._of_all.given(self._name, key)
        return number


class Reads:
    """The notes on what is being made now.

    numbers: of whatever was ever read, going on from those that were given; what is new gets the next one. seen: those
    of what was read so far for what is being made. answers: to the questions that were asked in this build, by name,
    but for those that the memory gives again, and the passing ones. memory: of other builds, and of this one.
    passing: names of the questions whose answers are hardly asked for twice.
    """

    __slots__ = ("_fleeting", "_memory", "_new", "_passing", "_twice", "answers", "numbers", "seen")

    def __init__(
        self,
        memory: Memory | None = None,
        numbers: Numbers | None = None,
        passing: Container[str] = (),
    ) -> None:
        self.numbers = Numbers() if numbers is None else numbers
        self.seen: set[int] = set()
        self.answers: dict[str, dict[Hashable, Answer]] = defaultdict(dict)
        self._new: dict[Read, Grounds] = {}
        self._twice: list[Read] = []
        self._fleeting: list[Read] = []
        self._memory = memory or _Forgetful()
        self._passing = passing

    def see(self, name: str, key: Hashable) -> None:
        """Note one thing that is read: the key in the table of that name."""
        self.seen.add(self.numbers.of(name)[key])

    def answered(self) -> Mapping[Read, Grounds]:
        """The grounds of the answers that were found since this was last called; they are not kept any longer."""
        self._memory.flush()
        new, self._new = self._new, {}
        return new

    def ask(self, name: str, about: tuple[Hashable, ...], answer: Callable[[], T]) -> T:
        """The answer to a question, found once in a build; what asks it depends on that answer alone.

        Raises what `answer` raises, LookupError for a question that the next build could not ask.
        """
        answers = self.answers[name]
        found = answers.get(about)
        if found is None:
            read = (name, about)
            # To see whether an answer of the last build would be the same may have been to find it anew.
            recalled = self._memory.recall(read)
            found = answers.get(about) or recalled or self._found(read, answer)
            answers[about] = found
            if found is recalled:
                self._is_kept(read)
        self.seen.add(self.numbers.of(name)[about])
        answered: T = found.value
        return answered

    def ask_each(self, name: str, abouts: Iterable[tuple[Hashable, ...]], answer: Callable[..., T]) -> list[T]:
        """The answers to one question about one thing after the other, as `ask` gives them."""
        abouts = list(abouts)
        found = self.answers[name]
        missing: list[Read] = [(name, about) for about in abouts if about not in found]
        # One alone `ask` finds as quickly, and notes on the way.
        recalled = self._memory.recall_each(missing) if len(missing) > 1 else {}
        self.seen.update(map(self.numbers.of(name).__getitem__, abouts))
        answers = []
        for about in abouts:
            each = found.get(about) or (recalled.get((name, about)) if recalled else None)
            answers.append(each.value if each else self.ask(name, about, partial(answer, *about)))
        for read, again in recalled.items():
            found.setdefault(read[1], again)
            self._is_kept(read)
        return answers

    def digest(self, read: Read) -> bytes:
        """The digest of the answer to a question that was asked just now. Raises LookupError for another."""
        name, about = read
        found = self.answers[name].get(about)
        return found.digest if found else self._new[read][0]

    def _is_kept(self, read: Read) -> None:
        """Let go of answers that the memory has too, where they are many; of passing ones, where there are a few."""
        held, most = (self._fleeting, FEW) if read[0] in self._passing else (self._twice, MOST)
        if len(held) >= most:
            for name, about in held:
                self.answers[name].pop(about, None)
            held.clear()
        held.append(read)

    def _found(self, read: Read, answer: Callable[[], T]) -> Answer:
        """Find an answer. Where that fails, what was read for it is what was read by whoever asked."""
        outer, self.seen = self.seen, set()
        try:
            value = answer()
            digest, place = self._memory.note(read, value)
            self._new[read] = (digest, frozenset(self.seen), place)
            if place or read[0] in self._passing:
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
        name, about = read
        self._new[read], self.answers[name][about] = (digest, frozenset(grounds), place), Answer(value, digest)
        if place or name in self._passing:
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


class Watched(Mapping[K, V]):
    """A table that notes what is looked up in it. It holds what `table` holds."""

    __slots__ = ("_numbers", "_reads", "_table")

    def __init__(self, name: str, table: Mapping[K, V], reads: Reads) -> None:
        self._numbers, self._table, self._reads = reads.numbers.of(name), table, reads

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

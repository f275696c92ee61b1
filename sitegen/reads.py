"""What is read while a page is made, noted down so that a later build knows which pages to make anew."""

from collections.abc import Callable, Container, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass
from typing import Any, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")
T = TypeVar("T")

Read = tuple[str, Hashable]
"""The name of a table and the key that was looked up in it; or that of a question and what it is asked about."""
KEYS, SIZE, ALL = "\0keys", "\0size", "\0all"
"""Keys that stand for all keys of a table, for how many there are, and for everything in it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question was answered. digest: of the value."""

    value: Any
    digest: bytes


Grounds = tuple[bytes, frozenset[Read]]
"""The digest of an answer, and what was read for it, other questions among it."""


def _no_digest(value: object) -> bytes:  # noqa: ARG001 -- the shape of a digest
    """The digest of answers that nobody will compare."""
    return b""


class Reads:
    """The notes on what is being made now.

    seen: what it has read so far. answers: to the questions that were asked in this build.
    digest: of an answer. known: the names of the questions that the next build can ask again.
    """

    __slots__ = ("_digest", "_known", "_new", "answers", "seen")

    def __init__(self, digest: Callable[[object], bytes] = _no_digest, known: Container[str] = ()) -> None:
        self.seen: set[Read] = set()
        self.answers: dict[Read, Answer] = {}
        self._new: dict[Read, Grounds] = {}
        self._digest, self._known = digest, known

    def answered(self) -> Mapping[Read, Grounds]:
        """The grounds of the answers that were found since this was last called; they are not kept any longer."""
        new, self._new = self._new, {}
        return new

    def ask(self, name: str, about: tuple[Hashable, ...], answer: Callable[[], T]) -> T:
        """The answer to a question, found once in a build; what asks it depends on that answer alone.

        Raises what `answer` raises, LookupError for a question that the next build could not ask.
        """
        read = (name, about)
        found = self.answers.get(read)
        if found is None:
            if name not in self._known:
                raise LookupError(f"{name} is no question: add it to sitegen.traces.questions")
            outer, self.seen = self.seen, set()
            try:
                value = answer()
                found = self.answers[read] = Answer(value, self._digest(value))
                self._new[read] = (found.digest, frozenset(self.seen))
            except Exception:
                outer |= self.seen
                raise
            finally:
                self.seen = outer
        self.seen.add(read)
        answered: T = found.value
        return answered

    def apart(self, make: Callable[[], T]) -> tuple[T, frozenset[Read]]:
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

    __slots__ = ("_name", "_reads", "_table")

    def __init__(self, name: str, table: Mapping[K, V], reads: Reads) -> None:
        self._name, self._table, self._reads = name, table, reads

    def __getitem__(self, key: K) -> V:
        self._reads.seen.add((self._name, key))
        return self._table[key]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Hashable):
            self._reads.seen.add((self._name, key))
        return key in self._table

    def __iter__(self) -> Iterator[K]:
        self._reads.seen.add((self._name, KEYS))
        return iter(self._table)

    def __len__(self) -> int:
        self._reads.seen.add((self._name, SIZE))
        return len(self._table)

    def __bool__(self) -> bool:
        return len(self) > 0

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D, /) -> V | D: ...
    def get(self, key: K, default: V | D | None = None, /) -> V | D | None:
        """The value of a key, else the default."""
        self._reads.seen.add((self._name, key))
        return self._table.get(key, default)

    def keys(self) -> KeysView[K]:
        """All keys."""
        self._reads.seen.add((self._name, KEYS))
        return self._table.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        self._reads.seen.add((self._name, ALL))
        return self._table.values()

    def items(self) -> ItemsView[K, V]:
        """All keys with their values."""
        self._reads.seen.add((self._name, ALL))
        return self._table.items()

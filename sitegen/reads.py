"""What is read while a page is made, noted down so that a later build knows which pages to make anew."""

from collections.abc import Callable, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")
T = TypeVar("T")

Read = tuple[str, Hashable]
"""The name of a table and the key that was looked up in it."""
KEYS, SIZE, ALL = "\0keys", "\0size", "\0all"
"""Keys that stand for all keys of a table, for how many there are, and for everything in it."""


class Reads:
    """The notes on what is being made now. seen: what it has read so far."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen: set[Read] = set()

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

"""The notes of the last build, taken apart as far as somebody looks into them."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import msgspec

from sitegen.reads import Numbers, Read
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept, Key, Table

_keys = msgspec.msgpack.Decoder(tuple[Key, ...]).decode
_asked = msgspec.msgpack.Decoder(dict[int, bytes]).decode
_encoded = msgspec.msgpack.encode
NAMES, NUMBERS = "H", "I"
"""The forms of arrays of names and of numbers."""


class Last:
    """The notes of the last build. numbers: of what was read, for those who go on from here."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.numbers = Numbers(len(kept.names) // array(NAMES).itemsize, self._numbers_in)
        self._tables: dict[str, Mapping[Hashable, int]] = {}
        self._names = tuple(kept.tables)
        self._name_of = array(NAMES, kept.names)
        self._asked: dict[str, Mapping[int, bytes]] = {}
        self._keys: dict[str, Mapping[int, Key]] = {}

    def _numbers_in(self, name: str) -> Mapping[Hashable, int]:
        """The numbers of what was read of a table, by its keys."""
        table = self._tables.get(name)
        if table is None:
            found = zip(*reversed(self.reads_of(name)), strict=True) if name in self.kept.tables else ()
            table = self._tables[name] = dict(found)
        return table

    def reads_of(self, name: str) -> tuple[Sequence[int], tuple[Key, ...]]:
        """What was read of a table: the numbers, and the keys in the same order."""
        table = self.kept.tables[name]
        return array(NUMBERS, table.numbers), _keys(table.keys)

    def read(self, number: int) -> Read:
        """The thing of a number."""
        name = self._names[self._name_of[number]]
        if name not in self._keys:
            self._keys[name] = dict(zip(*self.reads_of(name), strict=True))
        return name, self._keys[name][number]

    def digest(self, number: int) -> bytes:
        """The digest of a thing as it was."""
        return self.kept.digests[number * LENGTH : (number + 1) * LENGTH]

    def names(self, numbers: Iterable[int]) -> set[str]:
        """The names of the tables and questions that things are of."""
        return {self._names[each] for each in set(map(self._name_of.__getitem__, numbers))}

    def asked(self, name: str) -> Mapping[int, bytes]:
        """What was read for the answers to a question, by their numbers."""
        if name not in self._asked:
            self._asked[name] = _asked(self.kept.tables[name].asked)
        return self._asked[name]

    def grounds(self, number: int) -> Sequence[int]:
        """The numbers of what was read for one answer."""
        return array(NUMBERS, self.asked(self._names[self._name_of[number]])[number])


def grown(
    last: Kept | None,
    new: Sequence[Read],
    asked: Mapping[int, bytes],
    whole: Callable[[str], bytes | None],
) -> tuple[dict[str, Table], bytes, tuple[int, ...]]:
    """What was read, by tables; the name of each thing; and the questions without a noted answer: parts of `Kept`.

    last: what those go on from, None for nothing. new: what got numbers since, in their order. asked: what was read for
    the answers that were found in this build. whole: the digest of a table, b"" where it has none; None for questions.
    """
    tables: dict[str, Table] = dict(last.tables) if last else {}
    names = array(NAMES, last.names if last else b"")
    begin = len(names)
    of_name: dict[str, int] = {name: at for at, name in enumerate(tables)}
    added: dict[str, tuple[list[int], list[Hashable]]] = {}
    for number, (name, key) in enumerate(new, begin):
        group = added.get(name)
        if group is None:
            group = added[name] = ([], [])
            of_name.setdefault(name, len(of_name))
        group[0].append(number)
        group[1].append(key)
    names.extend([of_name[name] for name, _key in new])
    words = tuple(of_name)
    answered: dict[str, dict[int, bytes]] = {}
    for number, mine in asked.items():
        answered.setdefault(words[names[number]], {})[number] = mine
    for name in words:
        numbers, keys = added.get(name, ([], []))
        tables[name] = _longer(tables.get(name), numbers, keys, answered.get(name), whole(name) or b"")
        if name in answered:
            read = {words[each] for each in set(map(names.__getitem__, _all(answered[name].values())))}
            tables[name] = msgspec.structs.replace(tables[name], grounds=tuple({*tables[name].grounds, *read}))
    unasked = {number for name in added if whole(name) is None for number in added[name][0]}
    loose = (unasked | set(last.loose if last else ())) - asked.keys()
    return tables, names.tobytes(), tuple(sorted(loose))


def _all(numbers: Iterable[bytes]) -> Sequence[int]:
    """All numbers of several answers."""
    return array(NUMBERS, b"".join(numbers))


def _longer(
    table: Table | None,
    numbers: Sequence[int],
    keys: Sequence[Hashable],
    asked: Mapping[int, bytes] | None,
    whole: bytes,
) -> Table:
    """A table with further keys and answers."""
    more = array(NUMBERS, numbers).tobytes()
    if table is None:
        return Table(more, _raw(tuple(keys)), whole, _raw(asked or {}), ())
    return Table(
        table.numbers + more,
        _raw((*_keys(table.keys), *keys)) if keys else table.keys,
        whole,
        _raw({**_asked(table.asked), **asked}) if asked else table.asked,
        table.grounds,
    )


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(_encoded(value))

"""The notes of the last build, taken apart as far as somebody looks into them."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import cast

import msgspec

from sitegen.reads import Numbers, Read
from sitegen.traces.digests import LENGTH
from sitegen.traces.found import Found
from sitegen.traces.kept import Kept, Key, Packed, Table
from sitegen.traces.runs import NUMBERS, Runs

_keys = msgspec.msgpack.Decoder(tuple[Key, ...]).decode
_encoded = msgspec.msgpack.encode
NAMES = "H"
"""The form of an array of names."""


class Last:
    """The notes of the last build. numbers: of what was read, for those who go on from here."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.numbers = Numbers(len(kept.names) // array(NAMES).itemsize, self._numbers_in)
        self._tables: dict[str, Mapping[Hashable, int]] = {}
        self._names = tuple(kept.tables)
        self._name_of = array(NAMES, kept.names)
        self._asked: dict[str, tuple[array[int], Runs]] = {}
        self._rows: dict[str, Mapping[int, int]] = {}
        self._keys: dict[str, Mapping[int, Key]] = {}
        self._reads_of: dict[str, tuple[array[int], tuple[Key, ...]]] = {}

    def _numbers_in(self, name: str) -> Mapping[Hashable, int]:
        """The numbers of what was read of a table, by its keys."""
        table = self._tables.get(name)
        if table is None:
            found = zip(*reversed(self.reads_of(name)), strict=True) if name in self.kept.tables else ()
            table = self._tables[name] = dict(found)
        return table

    def reads_of(self, name: str) -> tuple[Sequence[int], tuple[Key, ...]]:
        """What was read of a table: the numbers, and the keys in the same order."""
        if name not in self._reads_of:
            table = self.kept.tables[name]
            self._reads_of[name] = array(NUMBERS, table.numbers), _keys(table.keys)
        return self._reads_of[name]

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

    def asked(self, name: str) -> "tuple[array[int], Runs]":
        """The answers to a question, by their numbers, and what was read for each of them."""
        if name not in self._asked:
            table = self.kept.tables[name]
            self._asked[name] = array(NUMBERS, table.asked), Runs(table.read.ends, table.read.numbers)
        return self._asked[name]

    def grounds(self, number: int) -> "array[int]":
        """The numbers of what was read for one answer."""
        name = self._names[self._name_of[number]]
        numbers, runs = self.asked(name)
        if name not in self._rows:
            self._rows[name] = dict(zip(numbers, range(len(numbers)), strict=True))
        return runs[self._rows[name][number]]


def grown(
    last: Kept | None,
    new: tuple[Sequence[str], Sequence[Hashable]],
    found: dict[str, Found],
    whole: Callable[[str], bytes | None],
) -> tuple[dict[str, Table], bytes, tuple[int, ...]]:
    """What was read, by tables; the name of each thing; and the questions without a noted answer: parts of `Kept`.

    last: what those go on from, None for nothing. new: the names and the keys of what got numbers since, in their
    order. found: the answers that were found in this build, by the names of the questions; none is left in it, because
    they are large. whole: the digest of a
    table, b"" where it has none; None for questions.
    """
    tables: dict[str, Table] = dict(last.tables) if last else {}
    names = array(NAMES, last.names if last else b"")
    begin = len(names)
    of_name: dict[str, int] = {name: at for at, name in enumerate(tables)}
    added: dict[str, tuple[array[int], list[Hashable]]] = {}
    for number, (name, key) in enumerate(zip(*new, strict=True), begin):
        group = added.get(name)
        if group is None:
            group = added[name] = (array(NUMBERS), [])
            of_name.setdefault(name, len(of_name))
        group[0].append(number)
        group[1].append(key)
    names.extend(map(of_name.__getitem__, new[0]))
    words, loose = tuple(of_name), set(last.loose if last else ())
    for name in words:
        numbers, keys = added.get(name, (array(NUMBERS), []))
        answers = found.pop(name, None)
        tables[name] = _longer(tables.get(name), numbers, keys, answers, whole(name) or b"")
        if whole(name) is None:
            loose.update(numbers)
        if answers:
            loose.difference_update(answers.asked)
            read = {words[each] for each in set(map(names.__getitem__, answers.grounds.numbers))}
            tables[name] = msgspec.structs.replace(tables[name], grounds=tuple({*tables[name].grounds, *read}))
    return tables, names.tobytes(), tuple(sorted(loose))


def _longer(
    table: Table | None,
    numbers: "array[int]",
    keys: Sequence[Hashable],
    found: Found | None,
    whole: bytes,
) -> Table:
    """A table with further keys and answers."""
    if table is None:
        table = Table(b"", _raw(()), b"", b"", Packed(), ())
    asked, read = table.asked, table.read
    if found:
        asked, read = _answered(array(NUMBERS, asked), Runs(read.ends, read.numbers), found)
    return Table(
        table.numbers + numbers.tobytes(),
        _raw((*_keys(table.keys), *keys)) if keys else table.keys,
        whole,
        asked,
        read,
        table.grounds,
    )


def _answered(asked: "array[int]", read: Runs, found: Found) -> tuple[bytes, Packed]:
    """The answers of earlier builds and those found in this one, which come instead of them.

    Of one that two processes found the last counts.
    """
    last = dict(zip(found.asked, range(len(found)), strict=True))
    before = [row for row, number in enumerate(found.asked) if last[number] != row] if len(last) < len(found) else []
    if not asked and not before:
        return found.asked.tobytes(), packed_of(found.grounds)
    read = read.without([row for row, number in enumerate(asked) if number in last])
    read.take(found.grounds.without(before))
    asked = array(NUMBERS, [number for number in asked if number not in last])
    asked.extend([number for row, number in enumerate(found.asked) if last[number] == row])
    return asked.tobytes(), packed_of(read)


def packed_of(runs: Runs) -> Packed:
    """Runs as they are kept: the very bytes that they hold, because those are many."""
    ends, numbers = (cast("bytes", memoryview(column).cast("B")) for column in (runs.ends, runs.numbers))
    return Packed(ends, numbers)


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(_encoded(value))

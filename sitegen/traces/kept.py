"""What a build noted of its pages, as it lies in the folder of what sitegen remembers."""

import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.disk import sealed
from sitegen.traces.places import Places

_Plain = str | int | bool | None
Key = _Plain | tuple[_Plain | tuple[_Plain, ...], ...]
"""What is looked up in a table, or what a question is asked about, which may be the table's key."""


class Packed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Runs of numbers (`Runs`). ends: of each, eight bytes each. numbers: four bytes each."""

    ends: bytes = b""
    numbers: bytes = b""


class Pages(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The files of a site, one row each.

    names: of the kinds there are. kinds: which of them a page is of, two bytes each. keys: of the pages. reads: what
    each read.
    """

    paths: list[str] = msgspec.field(default_factory=list)
    names: tuple[str, ...] = ()
    kinds: bytes = b""
    keys: list[str] = msgspec.field(default_factory=list)
    reads: Packed = Packed()


class Table(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was read of one table, or asked in one question: most builds look into few of them.

    numbers: of its keys, four bytes each. keys: in the same order, encoded. whole: digest of the whole table, b"" where
    each key has to be looked at. asked: of a question, the numbers of those of its keys whose answer was noted, four
    bytes each. read: what was read for each of those answers. grounds: the names of the tables and questions that this
    is of.
    """

    numbers: bytes
    keys: msgspec.Raw
    whole: bytes
    asked: bytes
    read: Packed
    grounds: tuple[str, ...]


class Kept(msgspec.Struct, frozen=True):
    """The notes of a build.

    manifest: digest of the manifest of the files written then; with another one these notes are worth nothing.
    world: digest of what every page depends on. tables: what was read, by the name of the table or question.
    names: the number of that name among `tables`, of each thing that was read, two bytes each. digests: of those
    things, one after the other. loose: numbers of questions that nobody noted the answer of.
    places: of answers that are kept. bibliography: what tells the library that the digests are of
    (`Bibliography.mark`).
    """

    manifest: bytes
    world: bytes
    tables: dict[str, Table]
    names: bytes
    digests: bytes
    pages: Pages = Pages()
    loose: tuple[int, ...] = ()
    places: Places = Places()
    bibliography: bytes = b""


_head = msgspec.msgpack.Decoder(Kept).decode
_texts = msgspec.msgpack.Decoder(list[str]).decode
_table = msgspec.msgpack.Decoder(tuple[str, Table]).decode
_encoded = msgspec.msgpack.encode


def load(path: Path, manifest: bytes) -> Kept | None:
    """The notes on the files of this manifest; None where there are none, or they are damaged or of another version."""
    _, data = sealed.load(path) if manifest else (b"", memoryview(b""))
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        parts = sealed.parted(data)
        head = _head(next(parts, b""))
        if head.manifest == manifest:
            whole = _whole(head, parts)
            return whole if _fits(whole) else None
    return None


def save(path: Path, kept: Kept) -> None:
    """Keep the notes, in one step; where that cannot be done the next build makes everything."""
    sealed.save(path, sealed.sized(_parts(kept)))


def _parts(kept: Kept) -> Iterator[bytes]:
    """The parts of the file: encoded when the one before it is written, because all at once are large."""
    pages = kept.pages
    bare = Pages(names=pages.names)
    yield _encoded(msgspec.structs.replace(kept, pages=bare, digests=b"", tables={}))
    yield from (_encoded(pages.paths), _encoded(pages.keys))
    yield from (kept.digests, pages.kinds, pages.reads.ends, pages.reads.numbers)
    for each in kept.tables.items():
        yield _encoded(each)


def _whole(head: Kept, parts: Iterator[memoryview]) -> Kept:
    """The notes from their first part and the others."""
    paths, keys = (_texts(next(parts, b"")) for _ in range(2))
    digests, kinds, ends, numbers = (bytes(next(parts, b"")) for _ in range(4))
    pages = Pages(paths, head.pages.names, kinds, keys, Packed(ends, numbers))
    return msgspec.structs.replace(head, pages=pages, digests=digests, tables=dict(map(_table, parts)))


def _fits(kept: Kept) -> bool:
    """Whether the columns of all parts are as long as they have to be, whoever wrote them."""
    pages, places = kept.pages, kept.places
    rows, answers = len(pages.paths), len(places.numbers) // 4
    return (
        4 * len(kept.names) == len(kept.digests)
        and (len(pages.keys), len(pages.kinds)) == (rows, 2 * rows)
        and max(array("H", pages.kinds), default=-1) < len(pages.names)
        and (len(places.files), len(places.offsets), len(places.lengths)) == (2 * answers, 8 * answers, 4 * answers)
        and _are_runs(pages.reads, rows)
        and all(_are_runs(each.read, len(each.asked) // 4) for each in kept.tables.values())
        and not any(len(numbers) % 4 for each in kept.tables.values() for numbers in (each.numbers, each.asked))
    )


def _are_runs(packed: Packed, rows: int) -> bool:
    """Whether these are so many runs, the last of which ends where the numbers do."""
    end = int.from_bytes(packed.ends[-8:], sys.byteorder)
    return (len(packed.ends), len(packed.numbers)) == (8 * rows, 4 * end)

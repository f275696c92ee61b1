"""What a build noted of its pages, as it lies in the folder of what sitegen remembers."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.disk import sealed
from sitegen.reads import Place

_Plain = str | int | bool | None
Key = _Plain | tuple[_Plain | tuple[_Plain, ...], ...]
"""What is looked up in a table, or what a question is asked about, which may be the table's key."""


class Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file. kind, key: of the page. reads: numbers of what it read, four bytes each."""

    kind: str
    key: str
    reads: bytes


class Table(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was read of one table, or asked in one question: most builds look into few of them.

    numbers: of its keys, four bytes each. keys: in the same order, encoded. whole: digest of the whole table, b"" where
    each key has to be looked at. asked: of a question, by the numbers of its keys, encoded, the numbers of what was
    read for the answer, as in `Page`. grounds: the names of the tables and questions that those numbers are of.
    """

    numbers: bytes
    keys: msgspec.Raw
    whole: bytes
    asked: msgspec.Raw
    grounds: tuple[str, ...]


class Kept(msgspec.Struct, frozen=True):
    """The notes of a build.

    manifest: digest of the manifest of the files written then; with another one these notes are worth nothing.
    world: digest of what every page depends on. tables: what was read, by the name of the table or question.
    names: the number of that name among `tables`, of each thing that was read, two bytes each. digests: of those
    things, one after the other. loose: numbers of questions that nobody noted the answer of.
    places: of answers that are kept, by the numbers of their questions. bibliography: what tells the library that the
    digests are of (`Bibliography.mark`).
    """

    manifest: bytes
    world: bytes
    tables: dict[str, Table]
    names: bytes
    digests: bytes
    pages: dict[str, Page]
    loose: tuple[int, ...] = ()
    places: Mapping[int, Place] = {}
    bibliography: bytes = b""


_decoder = msgspec.msgpack.Decoder(Kept)


def load(path: Path, manifest: bytes) -> Kept | None:
    """The notes on the files of this manifest; None where there are none, or they are damaged or of another version."""
    _, data = sealed.load(path) if manifest else (b"", b"")
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        kept = _decoder.decode(data) if data else None
        return kept if kept and kept.manifest == manifest else None
    return None


def save(path: Path, kept: Kept) -> None:
    """Keep the notes, in one step; where that cannot be done the next build makes everything."""
    sealed.save(path, [msgspec.msgpack.encode(kept)])

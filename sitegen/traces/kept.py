"""What a build noted of its pages, as it lies in the folder of what sitegen remembers."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.reads import Place, Read

_Plain = str | int | bool | None
Key = _Plain | tuple[_Plain | tuple[_Plain, ...], ...]
"""What is looked up in a table, or what a question is asked about, which may be the table's key."""


class Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file. kind, key: of the page. reads: numbers of what it read, four bytes each."""

    kind: str
    key: str
    reads: bytes


class Kept(msgspec.Struct, frozen=True):
    """The notes of a build.

    manifest: digest of the manifest of the files written then; with another one these notes are worth nothing.
    world: digest of what every page depends on. names, keys: what was read; digests: of it, one after the other.
    asked: of those that are questions, by their numbers, the numbers of what was read for the answer, as in `Page`.
    places: of answers that are kept, by the numbers of their questions.
    """

    manifest: bytes
    world: bytes
    names: tuple[str, ...]
    keys: tuple[Key, ...]
    digests: bytes
    pages: dict[str, Page]
    asked: dict[int, bytes] = {}
    places: Mapping[int, Place] = {}

    def read(self, number: int) -> Read:
        """The thing of a number."""
        return self.names[number], self.keys[number]

    def all_reads(self) -> list[Read]:
        """All that was read, in the order of the numbers."""
        return list(zip(self.names, self.keys, strict=True))


_decoder = msgspec.msgpack.Decoder(Kept)


_SEAL = 16


def _seal(data: bytes | memoryview) -> bytes:
    """What shows that data came back as it was written."""
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


def load(path: Path, manifest: bytes) -> Kept | None:
    """The notes on the files of this manifest; None where there are none, or they are damaged or of another version."""
    if path.is_symlink() or not manifest:
        return None
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        data = memoryview(path.read_bytes())
        if _seal(data[_SEAL:]) == data[:_SEAL]:
            kept = _decoder.decode(data[_SEAL:])
            return kept if kept.manifest == manifest else None
    return None


def save(path: Path, kept: Kept) -> None:
    """Keep the notes, in one step; where that cannot be done the next build makes everything."""
    with suppress(OSError):
        unfinished = path.with_name(path.name + ".new")
        unfinished.unlink(missing_ok=True)
        data = msgspec.msgpack.encode(kept)
        unfinished.write_bytes(_seal(data) + data)
        unfinished.replace(path)

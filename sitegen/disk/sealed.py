"""Files of what sitegen remembers: each comes back as it was written, or not at all."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_SEAL = 16
"""Bytes at the beginning of a file that show whether the rest is what was written."""
_SIZE = 8
"""Bytes before a part that say how long it is."""


def load(path: Path) -> tuple[bytes, memoryview]:
    """The seal of a file and what it holds; nothing where there is none, or one that is damaged or cannot be read."""
    with suppress(OSError):
        data = memoryview(b"" if path.is_symlink() else path.read_bytes())
        if data and hashlib.sha256(data[_SEAL:]).digest()[:_SEAL] == data[:_SEAL]:
            return bytes(data[:_SEAL]), data[_SEAL:]
    return b"", memoryview(b"")


def save(path: Path, parts: Iterable[bytes | memoryview]) -> bytes:
    """Keep parts, one behind the other, in one step; the seal of the file.

    b"" where that cannot be done: the next build does more.
    """
    unfinished = path.with_name(path.name + ".new")
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)
        seal = hashlib.sha256()
        with unfinished.open("xb") as file:
            file.seek(_SEAL)
            for part in parts:
                seal.update(part)
                file.write(part)
            file.seek(0, os.SEEK_SET)
            file.write(seal.digest()[:_SEAL])
        unfinished.replace(path)
        return seal.digest()[:_SEAL]
    return b""


def sized(parts: Iterable[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    """Parts that can be told apart again, each behind its length."""
    for part in parts:
        yield len(part).to_bytes(_SIZE, "big")
        yield part


def parted(data: memoryview) -> Iterator[memoryview]:
    """The parts that were written so."""
    at = 0
    while at < len(data):
        begin = at + _SIZE
        at = begin + int.from_bytes(data[at:begin], "big")
        yield data[begin:at]

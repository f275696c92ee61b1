"""One file as it was written: its size, the time of its last change and the digest of its bytes, packed.

A large site has a million of them: packed, each is a text of 48 bytes and no more objects than that.
"""

import os
import stat
import struct
from typing import NewType

Record = NewType("Record", bytes)
"""Size in bytes, time of the last change in nanoseconds, SHA-256 of the bytes."""
_MARKS = struct.Struct("<QQ")
_SIZE = struct.Struct("<Q")
LENGTH = _MARKS.size + 32
"""Bytes of a record."""
_WHOLE = (1 << 64) - 1


def marks(found: os.stat_result) -> bytes:
    """What the record of a file begins with: its size and its time, also one before 1970 or after 2262."""
    return _MARKS.pack(found.st_size, found.st_mtime_ns & _WHOLE)


def record(found: os.stat_result, digest: bytes) -> Record:
    """The record of a file that was just written or looked at."""
    return Record(marks(found) + digest)


def size_of(known: Record) -> int:
    """The size of a file, in bytes."""
    return int(_SIZE.unpack_from(known)[0])


def digest_of(known: Record) -> bytes:
    """The SHA-256 of a file's bytes."""
    return known[_MARKS.size :]


def vouches_for(known: Record, found: os.stat_result) -> bool:
    """Whether the file on the disk is still the one that was written, by its size and time."""
    return stat.S_ISREG(found.st_mode) and known.startswith(marks(found))

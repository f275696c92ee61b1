"""Bytes of open files, by what the system gives to name them."""

import os


def read_at(handle: int, length: int, offset: int) -> bytes:
    """Bytes of an open file from an offset on, fewer at its end. Raises OSError."""
    if hasattr(os, "pread"):
        return os.pread(handle, length, offset)
    os.lseek(handle, offset, os.SEEK_SET)
    return os.read(handle, length)


def pour(handle: int, data: bytes) -> None:
    """Write all bytes; a full disk can take a part of them before it says so. Raises OSError."""
    done = os.write(handle, data)
    while done < len(data):
        done += os.write(handle, memoryview(data)[done:])

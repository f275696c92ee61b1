"""A file compressed so that a change of one record compresses one block anew: gzip in members (RFC 1952, section 2.2).

Each member says in its extra field which block it holds and how long it is. So a later build finds, in the file
itself, the members it can take over. Equal blocks give equal bytes: no name, no time.
"""

import hashlib
import os
import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

LEVEL = 6
MOST_THREADS = 4
RECORDS_IN_BLOCK = 200
_BEGIN = b"\x1f\x8b\x08\x04\x00\x00\x00\x00\x00\xff"
"""Magic number, deflate, an extra field and nothing else, no time, no operating system."""
_EXTRA = struct.Struct("<H2sH16sI")
"""Length of the field, identification, length of its data, digest of the block, length of the member."""
_IDENTIFICATION = b"SG"
_END = struct.Struct("<II")
_TELLING = 160
"""Bytes at the beginning of a record that decide whether a block begins with it."""


def blocks(parts: Iterable[bytes], begins: bytes) -> Iterator[bytes]:
    """Data cut before one record in 200 or so; which ones, the beginning of each decides.

    parts: the data, piece by piece. begins: what stands at the beginning of each record's first line. A record that
    comes or goes moves no other cut.
    """
    if not begins:
        yield b"".join(parts)
        return
    line, held, looked = b"\n" + begins, b"", 0
    for part in chain(parts, (None,)):
        held, last = held + (part or b""), 0
        while (found := held.find(line, looked)) >= 0:
            begin = found + 1
            if part is not None and len(held) < begin + _TELLING:
                break
            if zlib.crc32(held[begin : begin + _TELLING]) % RECORDS_IN_BLOCK == 0:
                yield held[last:begin]
                last = begin
            looked = begin
        else:
            looked = max(looked, len(held) - len(begins))
        held, looked = held[last:], looked - last
    yield held


def compressed(parts: Iterable[bytes], begins: bytes, known: Mapping[bytes, bytes]) -> bytes:
    """Data as gzip. parts, begins: as for `blocks`. known: members of an older file by the digests of their blocks."""

    def member(block: bytes) -> bytes:
        return known.get(_digest(block)) or _member(block)

    made, waiting, threads = list[bytes](), deque[Future[bytes]](), min(MOST_THREADS, os.cpu_count() or 1)
    # The library lets threads work side by side.
    with ThreadPoolExecutor(threads) as executor:
        for block in blocks(parts, begins):
            waiting.append(executor.submit(member, block))
            if len(waiting) > 2 * threads:
                made.append(waiting.popleft().result())
        made.extend(each.result() for each in waiting)
    return b"".join(made)


def members(file: bytes) -> dict[bytes, bytes]:
    """The members of a file made here, by the digests of their blocks; none from where it is another's or damaged."""
    found: dict[bytes, bytes] = {}
    at, size = 0, len(_BEGIN) + _EXTRA.size
    while file[at : at + len(_BEGIN)] == _BEGIN and at + size <= len(file):
        _, identification, _, digest, length = _EXTRA.unpack_from(file, at + len(_BEGIN))
        if identification != _IDENTIFICATION or length <= size or at + length > len(file):
            break
        found[digest] = file[at : at + length]
        at += length
    return found


def _member(block: bytes) -> bytes:
    """One block as a member."""
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = compressor.compress(block) + compressor.flush()
    length = len(_BEGIN) + _EXTRA.size + len(body) + _END.size
    extra = _EXTRA.pack(_EXTRA.size - 2, _IDENTIFICATION, _EXTRA.size - 6, _digest(block), length)
    return _BEGIN + extra + body + _END.pack(zlib.crc32(block), len(block) & 0xFFFFFFFF)


def _digest(block: bytes) -> bytes:
    """What tells one block from another."""
    return hashlib.sha256(block).digest()[:16]

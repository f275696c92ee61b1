"""Answers that took long to find, kept as they were encoded for the next build."""

import hashlib
import os
import struct
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from sitegen.disk.handles import pour, read_at
from sitegen.reads import Answer, Place, Read
from sitegen.search.terms import Terms
from sitegen.traces.digests import LENGTH, encoded
from sitegen.traces.places import Places

DEAR: Mapping[str, Callable[[bytes | memoryview], Any]] = {
    "brief_record": msgspec.msgpack.Decoder(bytes).decode,
    "index_files": msgspec.msgpack.Decoder(dict[str, str]).decode,
    "record_of": msgspec.msgpack.Decoder(bytes).decode,
    "search_terms": msgspec.msgpack.Decoder(Terms).decode,
}
"""The questions whose answers are kept, each with what reads an answer again."""
FULL = 1 << 16
"""Bytes that are written at once."""
MOST_FILES = 24
"""Of more files than these the next build makes one."""
STRETCH, GAP = 1 << 20, 1 << 12
"""Bytes of answers that are read at once, and between two of them."""

_MINE = struct.Struct(f"<QI{LENGTH}s")
"""How it is noted where an answer of this build is kept: offset, length, digest; a large build has many."""

_Part = tuple[int, int, bytes, Read]
"""An answer in a file: offset, length, digest, what it answers."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_OLD = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Answers:
    """The answers of one build, in a folder: each process writes a file of its own, and reads those of earlier builds.

    An answer is found again by its place (file, offset, length) and believed by its digest, so that nothing here need
    be trusted. Where the disk refuses, nothing is kept, and the next build finds the answer anew.
    folder: None to keep nothing. questions: those that can be asked again, by name.
    """

    def __init__(self, folder: Path | None, questions: Mapping[str, object]) -> None:
        self._folder, self._questions = folder, questions
        self._settle: Callable[[Read], tuple[Place, bytes] | None] = _nowhere
        self._process, self._file, self._handle, self._size = 0, "", -1, 0
        self._waiting: list[bytes] = []
        self._mine: dict[Read, bytes] = {}
        self._open: dict[str, int] = {}

    def trust(self, settle: Callable[[Read], tuple[Place, bytes] | None]) -> None:
        """Take answers from the last build where `settle` gives their place and digest."""
        self._settle = settle

    def note(self, read: Read, value: object) -> tuple[bytes, Place | None]:
        """The digest of an answer that was just found, and where it is kept.

        Raises LookupError for a question that the next build could not ask.
        """
        if read[0] not in self._questions:
            raise LookupError(f"{read[0]} is no question: add it to sitegen.traces.questions")
        data = encoded(value)
        digest, place = _digest(data), self._put(data) if read[0] in DEAR else None
        if place:
            self._mine[read] = _MINE.pack(place[1], place[2], digest)
        return digest, place

    def recall(self, read: Read) -> Answer | None:
        """The answer that was noted in this build, or that of the last one, where it would be the same now."""
        if read[0] not in DEAR or (found := self._settled(read)) is None:
            return None
        return self._lying(read, *found)

    def at(self, read: Read, place: Place, digest: bytes) -> Any:
        """An answer that lies at a place, whatever it would be now; None where it is there no more."""
        answer = self._lying(read, place, digest) if read[0] in DEAR else None
        return answer and answer.value

    def recall_each(self, reads: Sequence[Read]) -> Mapping[Read, Answer]:
        """The same of many at once, which are read from the disk as they lie there."""
        lying: dict[str, list[_Part]] = {}
        found = dict[Read, Answer]()
        for read in reads:
            if read[0] in DEAR and (settled := self._settled(read)) is not None:
                (file, offset, length), digest = settled
                lying.setdefault(file, []).append((offset, length, digest, read))
        for file, parts in lying.items():
            for begin, end, those in _stretches(parts):
                with suppress(OSError):
                    data = memoryview(read_at(self._reading(file), end - begin, begin))
                    for offset, length, digest, read in those:
                        if answer := _answer(read, data[offset - begin : offset - begin + length], digest):
                            found[read] = answer
        return found

    def _settled(self, read: Read) -> tuple[Place, bytes] | None:
        """The place and the digest of an answer that was noted in this build, or of the last one."""
        mine = self._mine.get(read)
        if mine is None:
            return self._settle(read)
        offset, length, digest = _MINE.unpack(mine)
        return (self._file, offset, length), digest

    def flush(self) -> None:
        """Write what waits to be written."""
        if self._waiting and self._process == os.getpid():
            data, self._waiting = b"".join(self._waiting), []
            with suppress(OSError):
                pour(self._handle, data)

    def together(self, places: Places) -> Places:
        """The same places, or where they are spread over many files, those of copies in one file."""
        if len(places.names) <= MOST_FILES:
            return places
        copied = Places.of(self._copied(places))
        self.flush()
        return copied

    def _copied(self, places: Places) -> Iterator[tuple[int, Place]]:
        """Where copies of answers lie, in the file of this process."""
        for number, (file, offset, length) in places.items():
            with suppress(OSError):
                if place := self._put(read_at(self._reading(file), length, offset)):
                    yield number, place

    def close(self) -> None:
        """Let go of the files, and of what is known of the last build."""
        for handle in (self._handle, *self._open.values()):
            with suppress(OSError):
                os.close(handle)
        self._handle, self._open, self._settle = -1, {}, _nowhere

    def tidy(self, used: Container[str]) -> None:
        """Remove files that hold no answer any more. used: the names of those that do."""
        if not self._folder or self._folder.is_symlink():
            return
        with suppress(OSError):
            for each in self._folder.iterdir():
                if each.name not in used and each.name.isdecimal():
                    each.unlink()

    def _lying(self, read: Read, place: Place, digest: bytes) -> Answer | None:
        """The answer that lies at a place; None where it is there no more."""
        file, offset, length = place
        with suppress(OSError):
            return _answer(read, read_at(self._reading(file), length, offset), digest)
        return None

    def _put(self, data: bytes) -> Place | None:
        """Write an answer behind those before it."""
        if self._process != os.getpid():
            self._begin()
        if self._handle < 0:
            return None
        place = (self._file, self._size, len(data))
        self._waiting.append(data)
        self._size += len(data)
        if self._size // FULL != place[1] // FULL:
            self.flush()
        return place

    def _begin(self) -> None:
        """A new file for this process. What another one, which it was forked from, noted is left to that."""
        self._process, self._handle, self._size, self._waiting = os.getpid(), -1, 0, []
        self._mine = {}
        if not self._folder or self._folder.is_symlink():
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            number = sum(1 for _ in self._folder.iterdir())
            while self._handle < 0:
                self._file = str(number)
                with suppress(FileExistsError):
                    self._handle = os.open(self._folder / self._file, _NEW, 0o644)
                number += 1

    def _reading(self, file: str) -> int:
        """A file of answers, open for reading. Raises OSError."""
        if file == self._file:
            self.flush()
        if file not in self._open:
            if not self._folder or self._folder.is_symlink():
                raise FileNotFoundError(file)
            self._open[file] = os.open(self._folder / file, _OLD)
        return self._open[file]


def _stretches(parts: Iterable[_Part]) -> Iterator[tuple[int, int, Sequence[_Part]]]:
    """What lies close together in a file: where it begins and ends, and the answers in it."""
    begin, end, those = 0, 0, list[_Part]()
    for part in sorted(parts, key=itemgetter(0)):
        if those and (part[0] - end > GAP or end - begin > STRETCH):
            yield begin, end, those
            those = []
        begin = begin if those else part[0]
        end = part[0] + part[1]
        those.append(part)
    if those:
        yield begin, end, those


def _answer(read: Read, data: bytes | memoryview, digest: bytes) -> Answer | None:
    """The answer that data holds; None where it was damaged."""
    try:
        return Answer(DEAR[read[0]](data), digest) if _digest(data) == digest else None
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        return None


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=LENGTH).digest()


def _nowhere(read: tuple[str, Hashable]) -> tuple[Place, bytes] | None:  # noqa: ARG001 -- the shape of a settlement
    """The place of an answer while nothing is known of the last build."""
    return None

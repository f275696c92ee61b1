"""What sitegen wrote: the manifest of an output folder, and the journal of a build on its way."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from sitegen.disk.paths import is_checked
from sitegen.disk.record import LENGTH, Record, marks

Records = Mapping[str, Record]
_BESIDE = os.stat in os.supports_dir_fd
"""Whether the system finds files from a folder that is open: half of a long path is the way to the output folder."""
_DECODER = msgspec.msgpack.Decoder(dict[str, Record])


def untouched(output: str, records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The paths of files that are on the disk as they were written. output: the folder that the paths begin in."""
    lstat, is_file = os.lstat, stat.S_ISREG
    begin, folder = ("", os.open(output, os.O_RDONLY)) if _BESIDE else (f"{output}/", None)
    try:
        for path, record in records:
            try:
                found = lstat(begin + path, dir_fd=folder)
            except OSError:
                continue
            if record.startswith(marks(found)) and is_file(found.st_mode):
                yield path
    finally:
        if folder is not None:
            os.close(folder)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last build wrote, and what a build that was cut short was about to write.

    written: by path. intended: the journal, empty when the last build came to its end.
    A file of either may be on the disk; its record says which.
    """

    folder: Path
    name: str
    written: Records
    intended: Records

    def of(self, path: str) -> Iterator[Record]:
        """What is known of a path."""
        for records in (self.written, self.intended):
            if record := records.get(path):
                yield record

    def names(self) -> set[str]:
        """Every path that sitegen wrote or was about to write."""
        return set(self.written) | set(self.intended)

    def intend(self, records: Records) -> None:
        """Write down what the output folder is about to hold, before the first change to it."""
        self._save(records, self._journal)

    def settle(self) -> None:
        """Make the journal the manifest: the output folder now holds what was intended."""
        self._journal.replace(self._manifest)

    def keep(self, records: Records) -> None:
        """Write down what the output folder holds when nothing in it had to be changed."""
        if records != self.written or self.intended:
            self.intend(records)
            self.settle()

    @property
    def _manifest(self) -> Path:
        return self.folder / f"{self.name}.manifest"

    @property
    def _journal(self) -> Path:
        return self.folder / f"{self.name}.journal"

    def _save(self, records: Records, path: Path) -> None:
        """Write records in one step: the file is whole or not there."""
        unfinished = path.with_name(path.name + ".new")
        unfinished.unlink(missing_ok=True)
        unfinished.write_bytes(msgspec.msgpack.encode(records))
        unfinished.replace(path)


def name_of(folder: Path, output: Path) -> str:
    """What begins the names of files in the state folder that are about one output folder."""
    place = os.path.relpath(output, folder.parent).replace(os.sep, "/")
    return "output-" + hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def seal(folder: Path, output: Path) -> bytes:
    """The digest of a manifest as it lies on the disk; b"" while there is none, or a build was cut short."""
    name = name_of(folder, output)
    with suppress(OSError):
        if not os.path.lexists(folder / f"{name}.journal"):
            return hashlib.blake2b((folder / f"{name}.manifest").read_bytes(), digest_size=16).digest()
    return b""


def load(folder: Path, output: Path) -> Manifest:
    """The manifest of one output folder. One that cannot be read knows nothing: it is only ever a reason to do less."""
    name = name_of(folder, output)
    return Manifest(folder, name, _read(folder / f"{name}.manifest"), _read(folder / f"{name}.journal"))


def _read(path: Path) -> Records:
    """The records of one file; none of a path that leads out of the output folder."""
    if path.is_symlink():
        return {}
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return _decoded(path.read_bytes())
    return {}


@lru_cache(maxsize=2)
def _decoded(data: bytes) -> Records:
    """The records in the bytes of a file, which a build reads more than once. Nobody changes them."""
    records = _DECODER.decode(data)
    return {name: record for name, record in records.items() if is_checked(name) and len(record) == LENGTH}

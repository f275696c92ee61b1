"""Files on their way into the output folder: those that differ wait beside it until all are there."""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, KeysView, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex

from sitegen.disk import members
from sitegen.disk.glance import Glance
from sitegen.disk.handles import pour
from sitegen.disk.manifest import Manifest, untouched
from sitegen.disk.paths import Folders, checked, staging_place
from sitegen.disk.record import Record, digest_of, record, size_of, vouches_for
from sitegen.site import Finished, LocalFile, Twin

Data = bytes | LocalFile

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BLOCK = 1 << 20
WHOLE, NEW_FOLDERS = "site", "new"
"""Below the staging folder, the tree of the whole site, and that of folders that the output folder does not have."""


@dataclass(slots=True)
class Stage:
    """The files of the site, and for those that differ from the output folder's the place where they wait.

    changed: by path, the tree that a file waits in, or the name under which it waits alone; nothing of a site that is
    staged as a whole, where all wait in one tree.
    discarded: folders moved out of the output folder, to go with the staging folder.
    whole: the site is staged as a tree, to be put in place in one step. anew: nothing is compared.
    lane: sets apart what several processes stage side by side. again: whether what waits already may be left of an
    attempt at the same, on a machine that was lost.
    """

    output: str
    staging: str
    manifest: Manifest
    whole: bool
    anew: bool
    lane: str = ""
    again: bool = False
    records: dict[str, Record] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    discarded: list[str] = field(default_factory=list)
    _there: Folders = field(init=False)
    _tree: Folders = field(init=False)

    def __post_init__(self) -> None:
        self._there = Folders(self.output)
        self._tree = Folders(self.staging)
        if self.whole:
            self._tree.make(WHOLE)

    def add(self, path: str, file: Data | Twin) -> None:
        """Take in one file. Two files of one path are a fault of ours, and so is a twin before its other half.

        Raises SitegenError for a path that leads out of the output folder.
        """
        checked(path)
        if path in self.records:
            raise ValueError(f"two files want the path {path!r}")
        data = self._compressed(path, file) if isinstance(file, Twin) else file
        digest = _digest(data)
        known = None if self.anew else self._unchanged(path, data, digest)
        if known is None:
            place = self._place(path)
            if place in (WHOLE, NEW_FOLDERS):
                self._tree.make(f"{place}/{path}".rpartition("/")[0])
            known = self._staged(self._waiting(place, path), data, digest)
            if not self.whole:
                self.changed[path] = place
        self.records[path] = known

    def keep(self, paths: Iterable[str], glance: Glance | None = None) -> set[str]:
        """Leave files alone that nobody has touched since they were written; which of them are such.

        glance: what was seen of them already, if it was of the same manifest.
        """
        written = self.manifest.written
        known = {} if self.anew else {path: written[path] for path in paths if path in written}
        try:
            if glance and glance.written is written:
                touched = glance.touched()
                kept = {path: record for path, record in known.items() if path not in touched}
            else:
                kept = {path: known[path] for path in untouched(self.output, known.items())}
        except OSError:
            return set()
        self.records.update(kept)
        return set(kept)

    @property
    def differing(self) -> KeysView[str]:
        """The paths of files that differ: of all in a site that is staged as a whole."""
        return self.records.keys() if self.whole else self.changed.keys()

    def waiting(self, path: str) -> str:
        """Where a file that differs waits."""
        return self._waiting(WHOLE if self.whole else self.changed[path], path)

    def _waiting(self, place: str, path: str) -> str:
        """Where a file waits. place: its tree, or its own name."""
        return f"{self.staging}/{place}/{path}" if place in (WHOLE, NEW_FOLDERS) else f"{self.staging}/{place}"

    def last(self, path: str) -> bytes | None:
        """The bytes of a file as the last build wrote them; None where somebody touched it, or all is made anew."""
        known = None if self.anew else self.manifest.written.get(path)
        with suppress(OSError):
            if known and vouches_for(known, os.lstat(f"{self.output}/{path}")):
                data = b"".join(_blocks(f"{self.output}/{path}"))
                return data if _digest(data) == digest_of(known) else None
        return None

    def beside(self, lane: str, *, again: bool = False) -> "Stage":
        """An empty stage for the same site, on which another process stages a part of it. lane: its own."""
        return replace(self, lane=lane, again=again, records={}, changed={}, discarded=[])

    def take(self, paths: Sequence[str], records: Sequence[Record], places: Sequence[str | None]) -> None:
        """Take in what was staged beside this for the same site. Two files of one path are a fault of ours.

        records, places: of those files, in their order; no place where nothing waits.
        """
        if twice := self.records.keys() & paths:
            raise ValueError(f"two files want the path {min(twice)!r}")
        self.records.update(zip(paths, records, strict=True))
        self.changed.update((path, place) for path, place in zip(paths, places, strict=True) if place is not None)

    def finished(self, path: str) -> Finished:
        """A file that was taken in, with its size and digest."""
        known = self.records[path]
        return Finished(size_of(known), digest_of(known).hex())

    def discard(self, folder: str) -> None:
        """Move a folder out of the output folder in one step."""
        os.rename(f"{self.output}/{folder}", f"{self.staging}/old{len(self.discarded)}")  # noqa: PTH104 -- hot
        self.discarded.append(folder)

    def _compressed(self, path: str, twin: Twin) -> bytes:
        """A file that was taken in, compressed; what did not change is taken from its twin of the last build."""
        source = self.waiting(twin.path) if twin.path in self.differing else f"{self.output}/{twin.path}"
        old, known = f"{self.output}/{path}", dict[bytes, bytes]()
        with suppress(OSError):
            if not self.anew and any(vouches_for(each, os.lstat(old)) for each in self.manifest.of(path)):
                known = members.members(b"".join(_blocks(old)))
        return members.compressed(_blocks(source), twin.begins.encode(), known)

    def _staged(self, target: str, data: Data, digest: bytes) -> Record:
        """Write a file where it waits; over one of an attempt that was cut short, or still goes on, in one step."""
        try:
            return _put(target, data, digest)
        except FileExistsError:
            if not self.again:
                raise
            whole = f"{self.staging}/{self.lane}{token_hex(8)}"
            known = _put(whole, data, digest)
            os.replace(whole, target)  # noqa: PTH105 -- hot
            return known

    def _place(self, path: str) -> str:
        """Where a file waits: in a tree when the site or its folder is new, so that the folder can come in one step."""
        if self.whole:
            return WHOLE
        there = self._there.exists(path.rpartition("/")[0])
        return f"{self.lane}{len(self.changed)}" if there else NEW_FOLDERS

    def _unchanged(self, path: str, data: Data, digest: bytes) -> Record | None:
        """The record of a file that is there with these very bytes; None when it has to be written.

        A file that is as the manifest has it is not opened; one that somebody touched is compared byte by byte.
        """
        if not self._there.exists(path.rpartition("/")[0]):
            return None
        target = f"{self.output}/{path}"
        try:
            found = os.lstat(target)
        except FileNotFoundError:
            return None
        for known in self.manifest.of(path):
            if vouches_for(known, found):
                return known if digest_of(known) == digest else None
        if stat.S_ISREG(found.st_mode) and _holds(target, data):
            return record(found, digest)
        return None


def _digest(data: Data) -> bytes:
    """What tells whether a file is the same as last time."""
    if isinstance(data, LocalFile):
        return bytes.fromhex(data.digest)
    return hashlib.sha256(data).digest()


def _put(target: str, data: Data, digest: bytes) -> Record:
    """Write a new file."""
    handle = os.open(target, _NEW, 0o644)
    try:
        if isinstance(data, LocalFile):
            sha256 = hashlib.sha256()
            for block in _blocks(data.path):
                sha256.update(block)
                pour(handle, block)
            digest = sha256.digest()
        else:
            pour(handle, data)
        made = os.fstat(handle)
    finally:
        os.close(handle)
    return record(made, digest)


def _blocks(path: str) -> Iterator[bytes]:
    """The bytes of a regular file, following no link."""
    handle = os.open(path, _OLD)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "Not a regular file", path)
        while block := os.read(handle, _BLOCK):
            yield block
    finally:
        os.close(handle)


def _holds(target: str, data: Data) -> bool:
    """Whether a file has these bytes."""
    if isinstance(data, LocalFile):
        sha256 = hashlib.sha256()
        for block in _blocks(target):
            sha256.update(block)
        return sha256.hexdigest() == data.digest
    at = 0
    for block in _blocks(target):
        if data[at : at + len(block)] != block:
            return False
        at += len(block)
    return at == len(data)


@contextmanager
def staging_folder(state: Path, output: Path) -> Iterator[Path]:
    """An empty folder on the disk of the output folder, removed at the end; leftovers of a killed build go first.

    Its path is another one each time: a process of a killed build that still runs somewhere finds its own gone.
    """
    staging = staging_place(state, output)
    _remove(staging)
    own = staging / token_hex(8)
    own.mkdir(parents=True)
    try:
        yield own
    finally:
        with suppress(OSError):
            _remove(staging)


def _remove(folder: Path) -> None:
    """Remove a folder with all in it; of a link, only the link."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)

"""What the last build did, so that one with nothing to do can say so at once."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.disk.manifest import Manifest, load, name_of, untouched
from sitegen.disk.paths import staging_place
from sitegen.outcome import BuildResult, Written
from sitegen.problems import Problem


class Remembered(msgspec.Struct, frozen=True):
    """A result under the digest of what the site was made of. files: how many there were; size: of all, in bytes."""

    inputs: str
    read: int
    entries: int
    pages: int
    files: int
    size: int
    base_path: str
    problems: tuple[Problem, ...]


def recall(output: Path, state: Path, inputs: str) -> BuildResult | None:
    """The result of the last build when it was made of the same and every file it wrote is as it was, else None.

    None too when a build was cut short meanwhile: the next one tidies up after it.
    """
    manifest = load(state, output)
    if manifest.intended or not manifest.written or os.path.lexists(staging_place(state, output)):
        return None
    last = _read(_place(manifest.folder, manifest.name))
    if (
        last is None
        or last.inputs != inputs
        or last.files != len(manifest.written)
        or not _as_written(manifest, output)
    ):
        return None
    return BuildResult(
        read=last.read,
        entries=last.entries,
        pages=last.pages,
        files=Written(unchanged=last.files, bytes=last.size),
        problems=last.problems,
        base_path=last.base_path,
    )


def remember(output: Path, state: Path, inputs: str, result: BuildResult) -> None:
    """Keep a result for the next build; where that cannot be done the next build does more."""
    files = result.files
    last = Remembered(
        inputs=inputs,
        read=result.read,
        entries=result.entries,
        pages=result.pages,
        files=files.written + files.unchanged,
        size=files.bytes,
        base_path=result.base_path,
        problems=result.problems,
    )
    place = _place(state, name_of(state, output))
    with suppress(OSError):
        unfinished = place.with_name(place.name + ".new")
        unfinished.unlink(missing_ok=True)
        unfinished.write_bytes(msgspec.msgpack.encode(last))
        unfinished.replace(place)


def _place(folder: Path, name: str) -> Path:
    return folder / f"{name}.result"


def _read(path: Path) -> Remembered | None:
    """What was kept; None for what is damaged, of another version, or no file."""
    if path.is_symlink():
        return None
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Remembered)
    return None


def _as_written(manifest: Manifest, output: Path) -> bool:
    """Whether every file is on the disk as it was written, by size and time."""
    try:
        return sum(1 for _ in untouched(str(output), manifest.written.items())) == len(manifest.written)
    except OSError:
        return False

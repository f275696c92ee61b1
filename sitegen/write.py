"""The write stage: compare, replace each file in one step, prune. Nothing else changes the output folder."""

import errno
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from heapq import nlargest
from operator import itemgetter
from pathlib import Path

from sitegen.disk import manifest as manifests
from sitegen.disk.exchange import put_in_place
from sitegen.disk.lock import locked, state_folder
from sitegen.disk.manifest import Manifest
from sitegen.disk.output_guard import has_strangers, refuse_strangers
from sitegen.disk.paths import Folders, folders_of
from sitegen.disk.record import size_of
from sitegen.disk.staging import NEW_FOLDERS, WHOLE, Stage, staging_folder
from sitegen.outcome import Written
from sitegen.problems import SitegenError


class WriteError(SitegenError):
    """The disk refused: one sentence for the user. Each file of the output is whole; exit code 1."""

    exit_code = 1


_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
"""Errors that the rights of a file or disk cause."""
_HEAVY = 10
"""Files that are told of as the largest."""
Fill = Callable[[Stage], None]
"""Adds every file of the site to a stage."""


def write(fill: Fill, output: Path, state: Path, *, clean: bool = False) -> Written:
    """Make the output folder hold exactly the files given, and of what sitegen wrote before, nothing else.

    fill: adds all files, before the first change to the output folder.
    state: the folder for manifest, journal, lock and staging. clean: write every file anew.
    Files get the same permissions whatever the user's umask.
    Raises WriteError, and SitegenError for a folder that is not sitegen's.
    """
    umask = os.umask(0o022)
    try:
        with locked(state_folder(state) / "lock"):
            manifest = manifests.load(state, output)
            refuse_strangers(output, manifest)
            with staging_folder(state, output) as staging:
                return _write(fill, output, staging, manifest, clean=clean)
    except OSError as error:
        hint = "Make it writable, or choose another folder with --output." if error.errno in _FORBIDDEN else ""
        raise WriteError(_sentence(error, state.parent), hint) from error
    finally:
        os.umask(umask)


def _write(fill: Fill, output: Path, staging: Path, manifest: Manifest, *, clean: bool) -> Written:
    """Stage what differs, write the journal, change the output folder, settle the journal."""
    known = manifest.names()
    empty = not output.exists() or not any(output.iterdir())
    whole = empty or (clean and not has_strangers(output, known))
    stage = Stage(str(output), str(staging), manifest, whole=whole, anew=whole or clean)
    fill(stage)
    stale = [] if empty else sorted(known - set(stage.records))
    if stage.differing or stale:
        manifest.intend(stage.records)
        if not (whole and put_in_place(staging / WHOLE, output, staging / "old")):
            _replace(stage, str(output), stale)
        manifest.settle()
    else:
        manifest.keep(stage.records)
    size = sum(map(size_of, stage.records.values()))
    vanished = tuple(path for path in stale if path.startswith("articles/") and path.count("/") == 2 and _is_page(path))
    paths = stage.differing if stage.whole and not stale else frozenset((*stage.differing, *stale))
    heavy = tuple(
        nlargest(_HEAVY, ((each, size_of(record)) for each, record in stage.records.items()), key=itemgetter(1))
    )
    unchanged = len(stage.records) - len(stage.differing)
    return Written(len(stage.differing), unchanged, len(stale), size, vanished, paths, heavy)


def _is_page(path: str) -> bool:
    """Whether people reach a file by the address of its folder."""
    return path.endswith("/index.html")


def _replace(stage: Stage, output: str, stale: Sequence[str]) -> None:
    """Change the output folder step by step, each file or folder whole; what is no longer planned goes last."""
    Path(output).mkdir(parents=True, exist_ok=True)
    planned = set(stage.records)
    above = {folder for path in planned for folder in folders_of(path)} if stale else set()
    in_the_way = [path for path in stale if path in above or not planned.isdisjoint(folders_of(path))]
    _prune(in_the_way, stage, planned, above)
    there = Folders(output)
    new = f"{stage.staging}/{NEW_FOLDERS}/"
    for path in stage.differing:
        folder = path.rpartition("/")[0]
        if stage.changed.get(path) != NEW_FOLDERS:
            there.make(folder)
            os.replace(stage.waiting(path), f"{output}/{path}")  # noqa: PTH105 -- hot
        elif top := there.topmost_missing(folder):
            os.rename(new + top, f"{output}/{top}")  # noqa: PTH104 -- hot
    _prune(stale, stage, planned, above)


def _prune(stale: Sequence[str], stage: Stage, planned: set[str], above: set[str]) -> None:
    """Remove files that sitegen wrote and does not write now; a folder that held nothing else goes in one step.

    above: the folders of the planned files.
    """
    output, there, names = stage.output, Folders(stage.output), set(stale)
    folded = {path.casefold(): path for path in planned} if stale else {}
    moved: dict[str, bool] = {}
    for path in stale:
        top = next((folder for folder in reversed(folders_of(path)) if folder not in above), "")
        if moved.get(top) or not there.exists(path.rpartition("/")[0]):
            continue
        if top and top not in moved:
            moved[top] = not has_strangers(Path(output), names, top)
            if moved[top]:
                stage.discard(top)
        if not moved.get(top):
            _unlink(f"{output}/{path}", output, folded.get(path.casefold()))


def _unlink(target: str, output: str, twin: str | None) -> None:
    """Remove a file. twin: the planned path of the same letters; a disk may take `A.html` and `a.html` for one file."""
    with suppress(FileNotFoundError):
        is_folder = stat.S_ISDIR(os.lstat(target).st_mode)
        if not is_folder and not (twin and os.path.samefile(target, f"{output}/{twin}")):  # noqa: PTH121 -- hot
            os.unlink(target)  # noqa: PTH108 -- hot


def _sentence(error: OSError, root: Path) -> str:
    """What the disk said, with the place as seen from the site's folder: of a move, where it was to end."""
    named = error.filename2 or error.filename
    place = Path(os.fsdecode(named)) if isinstance(named, str | bytes) else None
    shown = str(place.relative_to(root) if place and place.is_relative_to(root) else place or "the output folder")
    return f"cannot write {shown}: {error.strerror or error}"

"""New files into a folder, none of which takes the place of another."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.disk.paths import Folders, checked
from sitegen.problems import SitegenError, excerpt

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of the files: their paths, sorted. kept: those that were there and stay as they are."""

    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def lay(folder: Path, files: Mapping[str, bytes | Path]) -> Laid:
    """Write the files that are not there yet below a folder, which is made when it is missing.

    Raises SitegenError for a link on the way, a file where a folder must be, and where the disk refuses.
    """
    made: list[str] = []
    kept: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folders = Folders(str(folder))
        for path in sorted(files):
            folders.make(checked(path).rpartition("/")[0])
            (made if _put(folder / path, files[path]) else kept).append(path)
    except OSError as error:
        place = excerpt(os.fsdecode(error.filename or folder), 200)
        raise SitegenError(f"cannot write {place}: {error.strerror or error}", "Choose another folder.") from None
    return Laid(tuple(made), tuple(kept))


def _put(target: Path, data: bytes | Path) -> bool:
    """Write one new file; False, with nothing changed, where something has its name."""
    try:
        handle = os.open(target, _NEW, 0o666)
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as stream:
            if isinstance(data, bytes):
                stream.write(data)
            else:
                with data.open("rb") as source:
                    shutil.copyfileobj(source, stream)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
    return True

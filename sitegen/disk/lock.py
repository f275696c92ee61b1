"""One build at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.problems import SitegenError


def state_folder(folder: Path) -> Path:
    """The folder for what sitegen remembers, made when it is missing. Raises SitegenError for a link or file."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise SitegenError(f"{folder} is not a folder", f"Remove {folder.name}; sitegen makes its own.")
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_bytes(b"*\n")
    return folder


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock; wait for the build that has it. The system frees it when the process ends, however it ends."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        """Wait for the lock; the system call itself gives up after ten seconds."""
        while True:
            with suppress(OSError):
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _lock(handle: int) -> None:
        """Wait for the lock. A file system without locks (some network ones) lets every build in."""
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)

"""A folder that somebody else made, read with care: regular files below it, no links, nothing large."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LARGEST_TEXT = 20_000_000
"""Bytes of a file that is read as text."""
MOST_FILES = 200_000
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Checkout:
    """The files below one folder. Paths are relative to it, with `/`."""

    __slots__ = ("root",)

    def __init__(self, root: Path) -> None:
        self.root = root

    def has_folder(self, path: str) -> bool:
        """Whether there is a folder that is no link."""
        return self._is_real(path) and (self.root / path).is_dir()

    def has_file(self, path: str) -> bool:
        """Whether there is a regular file with no link on the way to it."""
        return self._is_real(path) and (self.root / path).is_file()

    def data(self, path: str) -> bytes:
        """The bytes of a file; empty for one that is not there, too large or no regular file."""
        if not self._is_real(path):
            return b""
        with suppress(OSError), os.fdopen(os.open(self.root / path, _OPEN), "rb") as stream:
            found = os.fstat(stream.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_TEXT:
                return stream.read()
        return b""

    def text(self, path: str) -> str:
        """The text of a file in UTF-8, with Unix line ends; what cannot be decoded shows as U+FFFD."""
        return self.data(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")

    def first(self, *paths: str) -> str:
        """The first of the files that is there; "" for none."""
        return next((path for path in paths if self.has_file(path)), "")

    def files(self, folder: str = "", suffixes: tuple[str, ...] = ("",)) -> Iterator[str]:
        """Regular files below a folder whose names end so, sorted; hidden files and folders are passed over."""
        if folder and not self.has_folder(folder):
            return
        left = MOST_FILES
        for parent, folders, names in os.walk(self.root / folder):
            folders[:] = sorted(name for name in folders if self._is_open(Path(parent) / name))
            for name in sorted(names):
                path = Path(parent) / name
                if left and name.lower().endswith(suffixes) and self._is_open(path) and path.is_file():
                    left -= 1
                    yield path.relative_to(self.root).as_posix()

    def _is_open(self, path: Path) -> bool:
        """Whether a name is neither hidden nor a link."""
        return not path.name.startswith(".") and not path.is_symlink()

    def _is_real(self, path: str) -> bool:
        """Whether a path leads nowhere but below the folder: no `..`, no link on the way."""
        parts = Path(path).parts
        if not parts or ".." in parts or Path(path).is_absolute() or "\0" in path:
            return False
        here = self.root
        for part in parts:
            here = here / part
            with suppress(OSError):
                if stat.S_ISLNK(here.lstat().st_mode):
                    return False
        return True

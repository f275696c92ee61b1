"""Paths below the output folder, checked once more where they reach the disk."""

import os
import re
import stat
import unicodedata
from pathlib import Path

from sitegen.problems import SitegenError, excerpt


def checked(path: str) -> str:
    r"""The path itself, when it can only lead below the folder it is joined to. Raises SitegenError.

    Allowed are parts between single slashes, none of them empty, `.` or `..`; Unicode in the form NFC; no backslash, no
    colon and no control character, which other systems read as separators, drives and streams.

    >>> checked("articles/knuth84/index.html")
    'articles/knuth84/index.html'
    """
    plain = path.isascii() or unicodedata.is_normalized("NFC", path)
    if (
        plain
        and not _FORBIDDEN.intersection(path)
        and not _STEPS.intersection(path.split("/"))
        and _can_be_encoded(path)
    ):
        return path
    raise SitegenError(
        f"the path {excerpt(path)!r} cannot be written below the output folder", "Rename what it comes from."
    )


def is_checked(path: str) -> bool:
    """Whether `checked` would let the path pass."""
    if _PLAIN.fullmatch(path):
        return True
    try:
        checked(path)
    except SitegenError:
        return False
    return True


_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
"""Most paths; no part of them begins with a full stop."""
_FORBIDDEN = frozenset("\\:\x7f") | {chr(code) for code in range(32)}
_STEPS = frozenset(("", ".", ".."))


def _can_be_encoded(path: str) -> bool:
    """Whether the path has no lone surrogates."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def folders_of(path: str) -> list[str]:
    """The folders above a path, the deepest first.

    >>> folders_of("a/b/c.html")
    ['a/b', 'a']
    """
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]


class Folders:
    """The folders below one root: which are real, so that no link on the way leads a write elsewhere."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._real: set[str] = {""}

    def exists(self, folder: str) -> bool:
        """Whether the folder is there. Raises SitegenError for a link in its place."""
        if folder in self._real:
            return True
        above = folder.rpartition("/")[0]
        if not self.exists(above):
            return False
        try:
            mode = os.lstat(f"{self._root}/{folder}").st_mode
        except FileNotFoundError:
            return False
        if stat.S_ISLNK(mode):
            raise SitegenError(f"{self._root}/{folder} is a link, and sitegen writes through none", "Remove the link.")
        if stat.S_ISDIR(mode):
            self._real.add(folder)
        return stat.S_ISDIR(mode)

    def make(self, folder: str) -> None:
        """Make the folder and those above it."""
        if folder not in self._real:
            self.make(folder.rpartition("/")[0])
            try:
                os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102 -- hot: a pathlib object per folder costs more than the call
            except FileExistsError:
                # Another process of this build may have made it; anything but a folder is in the way.
                if not self.exists(folder):
                    raise
            self._real.add(folder)

    def topmost_missing(self, folder: str) -> str:
        """The highest folder on the way to this one, itself included, that is not there; "" when all are."""
        above = [*reversed(folders_of(folder)), folder] if folder else []
        return next((each for each in above if not self.exists(each)), "")


def staging_place(state: Path, output: Path) -> Path:
    """Where files wait: among what sitegen remembers when that is on the disk of the output folder, else beside it."""
    beside = next(folder for folder in output.parents if folder.exists())
    same_disk = beside.stat().st_dev == state.stat().st_dev
    return state / "staging" if same_disk else beside / f".{output.name}.sitegen-staging"

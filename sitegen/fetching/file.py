"""The .bib file that a new entry goes into."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from sitegen.content import FOLDER
from sitegen.disk.replace import replace_file
from sitegen.fetching.wanted import FetchError
from sitegen.problems import SitegenError, excerpt

_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
NEW = f"{FOLDER}/papers.bib"
"""Where the first entry of a site goes."""


def chosen_file(root: Path, named: str, paths: Iterable[str]) -> str:
    """The file's path, as seen from the site's folder.

    named: what the command line says, "" for nothing. paths: files of content/, as seen from there.
    Raises SitegenError where several could be meant, and for a file outside of content/.
    """
    if named:
        given = Path(os.path.abspath(root / named))  # noqa: PTH100 -- `resolve` would follow a link
        path = given.relative_to(root).as_posix() if given.is_relative_to(root) else ""
        if not path.startswith(f"{FOLDER}/") or not path.lower().endswith(".bib"):
            raise SitegenError(f"{excerpt(named, 200)} is no .bib file in {FOLDER}/", f"Name one like {NEW}.")
        return path
    found = [f"{FOLDER}/{path}" for path in sorted(paths) if path.lower().endswith(".bib")]
    if len(found) > 1:
        names = ", ".join(excerpt(path) for path in found[:5])
        raise SitegenError(f"there are {len(found)} .bib files: {names}", "Name the one to use with --file.")
    return found[0] if found else NEW


def read_file(file: Path) -> bytes:
    """The bytes of a file that is no link; none of one that is not there yet. Raises FetchError."""
    try:
        with os.fdopen(os.open(file, _OPEN), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise FetchError(f"{excerpt(file.name)} is no regular file", "Name another with --file.")
            return stream.read()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FetchError(f"{excerpt(file.name)} cannot be read: {error.strerror}", "Make it readable.") from None


def put_file(file: Path, before: bytes, data: bytes) -> None:
    """Give a file new bytes in one step, if it still has those from before. Raises FetchError."""
    if read_file(file) != before:
        raise FetchError(f"{excerpt(file.name)} changed meanwhile", "Run the command again.")
    try:
        mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data, mode)
    except OSError as error:
        raise FetchError(
            f"{excerpt(file.name)} cannot be written: {error.strerror}", "Check who may write it."
        ) from None

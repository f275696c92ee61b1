"""Which folders sitegen agrees to write a site into: new ones, empty ones, and those it made."""

import os
import stat
from contextlib import suppress
from itertools import chain
from pathlib import Path

from sitegen.disk.manifest import Manifest
from sitegen.disk.record import vouches_for
from sitegen.problems import SitegenError, excerpt

_ELSEWHERE = "Choose another folder with --output."
_GENERATOR = b'<meta name="generator" content="sitegen'


def output_folder(root: Path, text: str) -> Path:
    """The absolute path of the output folder that `--output` names, seen from the site's folder.

    Raises SitegenError for places where other things live: the site's folder and those above it, the home folder,
    content, templates, `.sitegen` and `.git` with all below them, links, files, and text that is no path.
    """
    shown = excerpt(text)
    if not text.strip() or text.startswith("~") or not text.isprintable():
        raise SitegenError(f"the output folder {shown!r} is no path", _ELSEWHERE)
    given = Path(os.path.abspath(root / text))  # noqa: PTH100 -- `resolve` would follow the link that is refused below
    try:
        given.lstat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise SitegenError(f"the output folder {shown} cannot be reached: {error.strerror}", _ELSEWHERE) from None
    if given.is_symlink():
        raise SitegenError(f"the output folder {shown} is a link", _ELSEWHERE)
    if given.exists() and not given.is_dir():
        raise SitegenError(f"the output folder {shown} is a file", _ELSEWHERE)
    place, home = given.resolve(), root.resolve()
    if place == home or place in home.parents or place == _home():
        raise SitegenError(f"the output folder {shown} holds more than the site", _ELSEWHERE)
    for taken in ("content", "templates", ".sitegen", ".git"):
        if place == home / taken or home / taken in place.parents:
            raise SitegenError(f"the output folder {shown} lies in {taken}/", _ELSEWHERE)
    return place


def _home() -> Path | None:
    """The user's home folder; None where there is none."""
    with suppress(RuntimeError, OSError):
        return Path.home().resolve()
    return None


def refuse_strangers(output: Path, manifest: Manifest) -> None:
    """Raise SitegenError when the folder holds things and nothing shows that sitegen made it.

    It is ours when a file is there as the manifest has it, or when its home page says so: then this is a fresh clone
    with a committed site, or `.sitegen` was deleted.
    """
    if not output.exists() or not any(output.iterdir()) or _is_known(output, manifest) or _says_so(output):
        return
    raise SitegenError(
        f"the output folder {output.name} holds files that sitegen did not write",
        "Empty it or delete it if it is not needed, or choose another folder with --output.",
    )


def _is_known(output: Path, manifest: Manifest) -> bool:
    """Whether any file is still as the manifest has it; normally the first one answers."""
    for path in chain(manifest.written, manifest.intended):
        with suppress(OSError):
            found = (output / path).lstat()
            if any(vouches_for(known, found) for known in manifest.of(path)):
                return True
    return False


def _says_so(output: Path) -> bool:
    """Whether the home page in the folder names sitegen as its generator."""
    page = output / "index.html"
    with suppress(OSError):
        if stat.S_ISREG(page.lstat().st_mode):
            with page.open("rb") as file:
                return _GENERATOR in file.read(8192)
    return False


def has_strangers(output: Path, names: set[str], below: str = "") -> bool:
    """Whether anything in the folder, or below one of its folders, is not one of the files of these names."""
    waiting = [below and below + "/"]
    while waiting:
        folder = waiting.pop()
        with os.scandir(output / folder) as found:
            for item in found:
                path = f"{folder}{item.name}"
                if item.is_dir(follow_symlinks=False):
                    waiting.append(path + "/")
                elif path not in names:
                    return True
    return False

"""The theme's files: where templates are looked up, and assets under names that carry their digest."""

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from rcssmin import cssmin

from sitegen.looks import LOOKS as KNOWN
from sitegen.looks import USUAL, accent_sheet, accents
from sitegen.packaged import default_folder
from sitegen.site import Asset

DEFAULT = "default"
"""The first part of every name by which the packaged theme is always reachable."""
LOOKS = "themes"
"""The folder of the style sheets of its other looks."""
ACCENT = "accent.css"
"""The style sheet of an accent."""


def folders(site_folder: Path) -> tuple[Path, ...]:
    """Template folders in the order of look-up: the site's own, then the packaged theme."""
    own, packaged = site_folder / "templates", default_folder()
    return (own, packaged) if own.is_dir() and own.resolve() != packaged.resolve() else (packaged,)


def read_assets(template_folders: Sequence[Path], look: str = USUAL, accent: str = "") -> dict[str, Asset]:
    """The files below each folder's assets/ by their names; the first folder that has a name gives the file.

    Those of the packaged theme come first, then the style sheets of its look and of the accent, so that a site's own
    can build on them. The theme's style sheets go without their comments and blanks; a site's own are copied as they
    are. accent: "" for none.
    """
    packaged = template_folders[-1]
    found = _files(packaged / "assets")
    if look != USUAL:
        found[f"{look}.css"] = packaged / LOOKS / f"{look}.css"
    made = {name: _lean(file) for name, file in found.items()}
    if accent:
        made[ACCENT] = accent_sheet(accent, look).encode()
        made["icon.svg"] = _colored(made["icon.svg"], accents(accent, look))
    own: set[str] = set()
    for folder in reversed(template_folders[:-1]):
        files = _files(folder / "assets")
        made.update((name, file.read_bytes()) for name, file in files.items())
        own.update(files)
    return {name: _asset(name, data, own=name in own) for name, data in made.items()}


def _colored(icon: bytes, colors: tuple[str, str]) -> bytes:
    """The theme's icon in other colours, by light and in the dark."""
    usual = KNOWN[USUAL]
    for old, new in zip((usual.light.alarm, usual.dark.alarm), colors, strict=True):
        icon = icon.replace(old.encode(), new.encode())
    return icon


def _lean(file: Path) -> bytes:
    """The bytes of a file of the theme; of a style sheet without comments and needless blanks."""
    return str(cssmin(file.read_text("utf-8"))).encode() if file.suffix == ".css" else file.read_bytes()


def _files(folder: Path) -> dict[str, Path]:
    """Regular files below a folder by their path in it, sorted; links and hidden files are left out."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
    return {file.relative_to(folder).as_posix(): file for file in files if not file.name.startswith(".")}


def _asset(name: str, data: bytes, *, own: bool = False) -> Asset:
    """An asset whose path changes with its bytes, so that a host's cache can never be stale."""
    path = PurePosixPath("assets") / name
    digest = hashlib.sha256(data).hexdigest()[:10]
    return Asset(name, f"{path.with_suffix('')}.{digest}{path.suffix}", data, own)

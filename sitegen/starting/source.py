"""What somebody has already: found out what kind it is, and brought over."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import sitegen.origins
from sitegen.disk.paths import is_checked
from sitegen.origins import Brought, Origin, bib
from sitegen.problems import SitegenError, excerpt
from sitegen.shelf import load


def recognised(source: Path) -> Origin:
    """The kind of source that a file or folder is. Raises SitegenError where it is none."""
    if not source.exists():
        raise SitegenError(f"there is no {excerpt(str(source), 200)}", "Name a .bib file, or the folder of a site.")
    kinds = sorted(load(sitegen.origins, Origin).values(), key=lambda origin: (origin.general, origin.name))
    for origin in kinds:
        if origin.recognises(source):
            return origin
    titles = ", ".join(origin.title for origin in kinds)
    raise SitegenError(
        f"{excerpt(str(source), 200)} holds nothing to begin with", f"Give it something of these kinds: {titles}."
    )


def brought_over(source: Path) -> tuple[Origin, Brought]:
    """What a source hands over, and its kind. Raises SitegenError where it is of no known kind."""
    origin = recognised(source)
    brought = origin.bring(source)
    named = {unicodedata.normalize("NFC", path): data for path, data in brought.files.items()}
    files = {path: data for path, data in named.items() if is_checked(path)}
    odd = (f"{excerpt(path, 100)} stays behind: its name cannot be kept" for path in named if path not in files)
    return origin, replace(brought, files=files, remarks=(*brought.remarks, *odd))


def holds_works(folder: Path) -> bool:
    """Whether a folder holds bibliography files already, to which no example should be added."""
    return folder.is_dir() and bib.recognises(folder)

"""Between attaching and planning: how many pages the PDFs of works have, and a picture of each first one.

It needs the extra `pdf`; without it nothing is done. PDFs are files from strangers: they are opened in a process of
its own, with bounds of memory and time. What came of a file is kept under its digest, so that it is opened once.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sitegen.examine.viewer import Viewer
from sitegen.model.library import Library
from sitegen.problems import Code, Problem
from sitegen.publishing import local_file
from sitegen.site import FirstPage, LocalFile

FOLDER = ".sitegen/pdf"
"""Where first pages are kept, below the site's folder."""
FORM = "1"
"""Changes when the pictures are made otherwise."""


CODES: dict[str, Code] = {
    "unreadable-pdf": Code(
        "warning",
        "A PDF cannot be opened; it is offered without a picture.",
        "Save the PDF anew, without a password.",
    ),
}
"""What can be found in PDFs, by code."""
_OURS = re.compile(r"([0-9a-f]{64})\.(?:json|webp)")


@dataclass(frozen=True, slots=True)
class Examined:
    """First pages of PDFs by the id of their entry."""

    first_pages: Mapping[str, FirstPage] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def examine(pdfs: Mapping[str, LocalFile], library: Library, root: Path) -> Examined:
    """Look at the PDF of each work; one that cannot be opened is a problem, and the work goes without a picture."""
    made_by = versions()
    if not made_by or not pdfs:
        return Examined()
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Examined()
    if folder.is_symlink():
        return Examined()
    found: dict[str, FirstPage] = {}
    problems: list[Problem] = []
    with Viewer() as viewer:
        for id_, pdf in pdfs.items():
            said = _look(pdf, folder, made_by, viewer)
            if page := _first_page(said, folder / f"{pdf.digest}.webp"):
                found[id_] = page
            else:
                problems.append(_unreadable(id_, str(said.get("error", "")), library))
    _forget(folder, {pdf.digest for pdf in pdfs.values()})
    return Examined(found, tuple(problems))


def versions() -> str:
    """What pictures are made by; "" where the extra is not installed. Its packages are only loaded by the viewer."""
    try:
        return f"{FORM} pypdfium2 {version('pypdfium2')} pillow {version('pillow')}"
    except PackageNotFoundError:
        return ""


def _look(pdf: LocalFile, folder: Path, made_by: str, viewer: Viewer) -> dict[str, Any]:
    """What is known of a PDF, or what the viewer says now."""
    note, picture = folder / f"{pdf.digest}.json", folder / f"{pdf.digest}.webp"
    with suppress(OSError, ValueError):
        known = json.loads(note.read_text("utf-8"))
        if (
            isinstance(known, dict)
            and known.get("made_by") == made_by
            and (picture.is_file() or not known.get("width"))
        ):
            return known
    said = viewer.look(pdf.path, str(picture))
    with suppress(OSError):
        note.write_text(json.dumps({"made_by": made_by, **said}), "utf-8")
    return said


def _first_page(said: Mapping[str, Any], picture: Path) -> FirstPage | None:
    """The first page of a PDF, its picture where it could be made; None for a PDF that cannot be opened."""
    pages, width, height = (said.get(name) for name in ("pages", "width", "height"))
    if not isinstance(pages, int) or pages < 1:
        return None
    if not (isinstance(width, int) and isinstance(height, int) and width and height):
        return FirstPage(pages)
    try:
        return FirstPage(pages, local_file(picture), width, height)
    except OSError:
        return FirstPage(pages)


def _unreadable(id_: str, why: str, library: Library) -> Problem:
    """The warning that a PDF cannot be opened."""
    entry = library.entries[id_]
    return Problem(
        "unreadable-pdf",
        f"the PDF of {entry.key!r} cannot be opened ({why or 'no reason is given'}); it is offered without a picture",
        entry.place,
        "Save the PDF anew, without a password.",
        id=id_,
    )


def _forget(folder: Path, digests: Iterable[str]) -> None:
    """Delete what is kept of PDFs that no work has now."""
    used = set(digests)
    with suppress(OSError):
        for file in folder.iterdir():
            if (ours := _OURS.fullmatch(file.name)) and ours[1] not in used:
                file.unlink()

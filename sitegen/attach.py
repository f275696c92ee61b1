"""Between assembling and planning: the local files that entries name, or that are named after them."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sitegen.content import FOLDER, Content
from sitegen.model.entry import Attachment, Entry
from sitegen.model.library import Library
from sitegen.problems import Code, Example, Place, Problem, excerpt
from sitegen.publishing import publishable
from sitegen.site import LocalFile
from sitegen.text.slugs import file_slug

PDF_FOLDER = "pdf"
_ENTRY = "@article{a, title = {On Light}, pdf = {light.pdf}}\n"
CODES: dict[str, Code] = {
    "missing-file": Code(
        "error",
        "An entry names a PDF or another file that is not in content/; its page offers none.",
        f"Put the file into {FOLDER}/{PDF_FOLDER}/, or mend the name.",
        Example(_ENTRY),
        Example(_ENTRY, {"pdf/light.pdf": "%PDF-1.7\n"}),
    ),
    "unused-pdf": Code(
        "info",
        f"A PDF in {FOLDER}/{PDF_FOLDER}/ is named after no entry, and no entry names it; it is not published.",
        "Name it after the key of its entry.",
        Example(_ENTRY, {"pdf/light.pdf": "%PDF-1.7\n", "pdf/heat.pdf": "%PDF-1.7\n"}),
        Example(_ENTRY, {"pdf/light.pdf": "%PDF-1.7\n"}),
    ),
}
"""By code, the word that people put in `[check] ignore`."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Entry id to its local PDF, and to its other local files by the name they get in the site."""

    pdfs: Mapping[str, LocalFile] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, LocalFile]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def attach(library: Library, content: Content) -> Attached:
    """The files of every entry: those it names, else the PDF in content/pdf/ that is named after its key or id.

    A file that is named but not there is a problem of level error.
    """
    by_stem = {
        _folded(path.removeprefix(f"{PDF_FOLDER}/")[: -len(".pdf")]): path
        for path in content.files
        if path.startswith(f"{PDF_FOLDER}/") and path.lower().endswith(".pdf")
    }
    folded = {_folded(path): path for path in content.files}
    pdfs: dict[str, LocalFile] = {}
    others: dict[str, dict[str, LocalFile]] = {}
    problems: list[Problem] = []
    used: set[str] = set()
    for entry in library.entries.values():
        for attachment, path in _named(entry, folded, problems):
            used.add(path)
            file = publishable(path, content.files[path], content.config, problems, entry.place)
            if file is None:
                continue
            if attachment.kind == "pdf" and path.lower().endswith(".pdf") and entry.id not in pdfs:
                pdfs[entry.id] = file
            else:
                others.setdefault(entry.id, {}).setdefault(file_slug(path), file)
        found = by_stem.get(_folded(entry.key)) or by_stem.get(entry.id)
        if found:
            used.add(found)
        if found and entry.id not in pdfs:
            file = publishable(found, content.files[found], content.config, problems)
            if file:
                pdfs[entry.id] = file
    problems.extend(_unused(path) for path in by_stem.values() if path not in used)
    return Attached(pdfs, others, tuple(problems))


def _unused(path: str) -> Problem:
    """The remark that a PDF is nobody's."""
    return Problem(
        "unused-pdf",
        f"{excerpt(path)} is named after no entry, and no entry names it",
        Place(f"{FOLDER}/{path}"),
        "Name it after the key of its entry.",
        "info",
    )


def _named(entry: Entry, files: Mapping[str, str], problems: list[Problem]) -> Iterator[tuple[Attachment, str]]:
    """The files an entry names, as paths below content/."""
    seen = set()
    for attachment in entry.attachments:
        path = next((files[each] for each in _candidates(attachment.path) if each in files), None)
        if path is None:
            problems.append(
                Problem(
                    "missing-file",
                    f"{excerpt(attachment.path)} is named but not there",
                    entry.place,
                    f"Put the file into {FOLDER}/{PDF_FOLDER}/, or mend the name.",
                    "error",
                    entry.id,
                )
            )
        elif path not in seen:
            seen.add(path)
            yield attachment, path


def _candidates(written: str) -> Iterator[str]:
    """Where a path as written may lie below content/: as it is, in pdf/, in static/, or only its last part there.

    Paths out of content/ lead nowhere, because only files below it are ever looked up.
    """
    path = PurePosixPath(written.strip().replace("\\", "/").lstrip("/").removeprefix(f"{FOLDER}/"))
    for candidate in (path, PurePosixPath(PDF_FOLDER) / path, PurePosixPath(PDF_FOLDER) / path.name):
        yield _folded(candidate.as_posix())


def _folded(path: str) -> str:
    """A path as disks that fold case and Unicode forms see it."""
    return unicodedata.normalize("NFC", path).casefold()

"""Every record of the sources as others than sitegen read it, found again by the line that the library remembers."""

import json
import re
from collections.abc import Iterator, Mapping

import rispy

from sitegen.fidelity.exports import without_markup
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.raw_bibtex import raw_entries
from sitegen.fidelity.said import Said
from sitegen.model.entry import Entry

_RECORD = re.compile(r"^TY  ?- ", re.MULTILINE)


def said_by_sources(files: Mapping[str, bytes], entries: Mapping[str, Entry]) -> dict[str, Said]:
    """What the sources say, by the id of the entry; entries that no other reader finds are missing.

    files: content by path, as entries name it.
    """
    at_line: dict[tuple[str, int], Said] = {}
    by_key: dict[tuple[str, str], Said] = {}
    for path, data in files.items():
        for line, said in _records(path, decoded(data)):
            at_line[path, line] = said
            by_key.setdefault((path, said.key), said)
    found: dict[str, Said] = {}
    for entry in entries.values():
        place = entry.place
        there = at_line.get((place.file, place.line)) or by_key.get((place.file, entry.key))
        if there is not None:
            found[entry.id] = there
    return found


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark; lines that are neither are Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "\n".join(map(_decoded_line, data.split(b"\n")))


def _decoded_line(line: bytes) -> str:
    """One line, which may come from another file than the next."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _records(path: str, text: str) -> Iterator[tuple[int, Said]]:
    """The records of a file with their lines; 0 for those that only their key can find."""
    suffix = path.rpartition(".")[2].lower()
    if suffix == "bib":
        yield from raw_entries(text)
    elif suffix == "ris":
        yield from _ris_records(text.replace("\r\n", "\n").replace("\r", "\n"))
    elif suffix == "json":
        yield from ((0, said) for said in _csl_items(text))


def _ris_records(text: str) -> Iterator[tuple[int, Said]]:
    """The records of an RIS file; none where rispy finds another number of them than there are."""
    try:
        records = rispy.loads(text)
    except (ValueError, KeyError, IndexError, OSError):
        return
    lines = (
        [text.count("\n", 0, match.start()) + 1 for match in _RECORD.finditer(text)] if len(records) < 20_000 else []
    )
    if len(lines) != len(records):
        return
    for line, record in zip(lines, records, strict=True):
        title = record.get("title") or record.get("primary_title") or ""
        authors = record.get("authors") or record.get("first_authors") or ()
        abstract = record.get("abstract") or ""
        yield (
            line,
            Said(
                key=record.get("id", ""),
                title=Outline.of(title) if title else None,
                names={"author": tuple(authors)} if authors else {},
                abstract=Outline.of(abstract) if abstract else None,
                doi=record.get("doi", ""),
            ),
        )


def _csl_items(text: str) -> Iterator[Said]:
    """The items of a CSL-JSON file."""
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, dict):
            title, abstract, doi = (str(item.get(name) or "") for name in ("title", "abstract", "DOI"))
            yield Said(
                key=str(item.get("id", "")),
                title=Outline.of(without_markup(title)) if title else None,
                abstract=Outline.of(abstract) if abstract else None,
                doi=doi,
            )

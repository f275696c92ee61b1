"""A chunk of a file to a record: as it stands where it is well-formed, else pybtex with repairs."""

import re
from typing import TYPE_CHECKING

from sitegen.formats.bibtex.macros import Strings
from sitegen.formats.bibtex.misnamed import MEANT_BY
from sitegen.formats.bibtex.record import Record
from sitegen.formats.bibtex.split import Chunk
from sitegen.formats.bibtex.wellformed import well_formed_within
from sitegen.model.notes import Notes
from sitegen.problems import excerpt

if TYPE_CHECKING:  # it loads pybtex
    from sitegen.formats.bibtex.repair import Repairer

_BLANKS = re.compile(r"\s+")
JOINED = {"keywords": ", ", "url": " ", "file": ";", "note": "; ", "annotation": "; "}
"""Fields that people repeat to say more; with what stands between the two values."""
LONGEST_JOINED = 20_000


def parse_record(text: str, chunk: Chunk, strings: Strings, notes: Notes, most: int) -> Record | None:
    """The record in a chunk that is no @string; None, with a problem, when nothing can be read of it.

    most: fields that it may have; what is beyond is left out.
    """
    record = None if chunk.fault else _well_formed(text, chunk, strings, notes, most)
    record = record or _mended(text, chunk, strings, notes, most)
    meant = MEANT_BY[record.type] if record else ""
    if record and meant:
        said = f"@{excerpt(record.type, 30)} is no known type; it is read as @{meant}"
        record.note("unknown-type", said, hint=f"Write @{meant}.")
        record.type = meant
    return record


def _mended(text: str, chunk: Chunk, strings: Strings, notes: Notes, most: int) -> Record | None:
    """A record with defects, as far as it goes; None, with a problem, when nothing can be read of it."""
    written = _repaired(text, chunk, notes, most).read()
    record = Record(chunk.word.lower(), written.key, chunk.start, notes.lines.line(chunk.start), notes)
    if not written.fields:
        shown = excerpt(text[chunk.start : chunk.end])
        record.note("broken-entry", f"{shown!r} holds no field that can be read; the entry is left out")
        return None
    for name, parts, offset in written.fields:
        _add(record, name, _value(record, parts, offset, strings), offset)
    return record


def define(text: str, chunk: Chunk, strings: Strings, notes: Notes, *, known_only: bool = False) -> None:
    """Put what an @string chunk defines into `strings.own`; with `known_only`, nothing that needs an unknown string."""
    for name, parts, offset in _repaired(text, chunk, notes, 1).read_string().fields:
        if known_only and any(is_name and strings.get(part) is None for part, is_name in parts):
            continue
        record = Record("string", name, offset, 0, notes)
        strings.own[name] = _BLANKS.sub(" ", _value(record, parts, offset, strings))


def _repaired(text: str, chunk: Chunk, notes: Notes, most: int) -> "Repairer":
    """What reads a chunk that may be defective."""
    # Few chunks need it, and pybtex takes longer to load than an edit of one takes to read.
    from sitegen.formats.bibtex.repair import Repairer

    return Repairer(text, chunk, notes, most)


def _well_formed(text: str, chunk: Chunk, strings: Strings, notes: Notes, most: int) -> Record | None:
    """A record without any defect, repeated field, joined or unknown string; None for any other."""
    written = chunk.written or well_formed_within(text, chunk.body - 1, chunk.end)
    if not written or written.end != chunk.end or len(written.values) > most:
        return None
    values = written.values
    for name in written.named:
        value = strings.shared(values[name])
        if value is None:
            return None
        values[name] = value
    line = notes.lines.line(chunk.start)
    return Record(chunk.word.lower(), written.key, chunk.start, line, notes, values, written.offsets)


def _value(record: Record, parts: tuple[tuple[str, bool], ...], offset: int, strings: Strings) -> str:
    """A field's text, with its strings expanded."""
    if len(parts) == 1 and not parts[0][1]:
        return parts[0][0]
    value = "".join(_expanded(record, part, offset, strings) if is_name else part for part, is_name in parts)
    if any(is_name for _, is_name in parts) and not strings.charge(value, joined=len(parts) > 1):
        if strings.left + len(value) >= 0:
            record.notes.add(
                "string-too-long",
                f"the @strings of this file make more than {strings.most:,} characters (string_characters under"
                " [limits]); from here on they stand as their names",
                offset,
                record.key,
            )
        return " ".join(part for part, _ in parts)[:1000]
    return value


def _expanded(record: Record, name: str, offset: int, strings: Strings) -> str:
    """The text of a string's name; the name itself, with a problem, where nothing defines it."""
    text = strings.get(name)
    if text is None:
        record.notes.add(
            "undefined-string", f"no @string defines {excerpt(name)!r}; it is shown as it stands", offset, record.key
        )
        return name
    return text


def _add(record: Record, name: str, value: str, offset: int) -> None:
    """Put a field into a record; the first one of a name counts, but where two can be joined."""
    if name not in record.values:
        record.values[name] = value
        record.offsets.append(offset)
        return
    first = record.values[name]
    if not value.strip() or (len(first) <= 2 * len(value) + 100 and value.split() == first.split()):
        what = "both say the same"
    elif not first.strip():
        record.values[name], what = value, "the first is empty"
    elif name in JOINED and len(first) <= LONGEST_JOINED:
        record.values[name], what = (
            f"{first}{JOINED[name]}{value}",
            f"{excerpt(first, 30)!r} and {excerpt(value, 30)!r} were joined",
        )
    else:
        what = f"{excerpt(first, 30)!r} counts, {excerpt(value, 30)!r} does not"
    record.notes.add("duplicate-field", f"{excerpt(name)} is given twice: {what}", offset, record.key)

"""A new entry into a .bib file: where its order asks for it, in its own style, and not a byte of the rest changed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.fetching.wanted import FetchError
from sitegen.formats.bibtex.decode import decode
from sitegen.formats.bibtex.write import write, write_ascii
from sitegen.manuscript import Entry as Written
from sitegen.manuscript import read_manuscript
from sitegen.model.entry import Entry
from sitegen.text.slugs import fold

_ENCODINGS = {"windows-1252": "cp1252"}
_FEWEST = 3
"""So many entries must stand in an order before it is taken for one."""
_LINE = re.compile(r"^( *)([A-Za-z][\w+:.-]*)( *)= (?=[{\w])", re.MULTILINE)
_FIRST_NUMBER = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Inserted:
    """What becomes of a file. data: all its bytes. record: the new entry as it stands there, with Unix line ends."""

    data: bytes
    record: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file is laid out. indent: before each field. aligned: whether the equals signs stand under each other."""

    indent: str = "  "
    aligned: bool = True
    spaced: bool = True
    last_comma: bool = False


def inserted(data: bytes, entry: Entry) -> Inserted:
    """The bytes of a .bib file with one more entry. Raises FetchError where they cannot be kept to the letter."""
    encoding, text = _to_the_letter(data)
    if not encoding:
        raise FetchError("the file is in more than one encoding, and would not be kept as it is", "Save it as UTF-8.")
    written = read_manuscript(text).entries
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = (write if encoding.startswith("utf") else write_ascii)([entry])
    record = _laid_out(plain, _layout(text, written)).rstrip("\n")
    at, before, after = _gap(text, _place(written, entry), written)
    piece = f"{before}{record}{after}".replace("\n", newline).encode(encoding, "xmlcharrefreplace")
    start = len(text[:at].encode(encoding))
    return Inserted(data[:start] + piece + data[start:], f"{record}\n")


def _to_the_letter(data: bytes) -> tuple[str, str]:
    """The encoding of a file and all its characters; "" where these cannot be led back to its bytes."""
    decoded = decode(data)
    encoding = _ENCODINGS.get(decoded.encoding, decoded.encoding) if data else "utf-8"
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data and decode(text.encode()).text == decoded.text
    except (LookupError, UnicodeError):
        return "", ""
    return (encoding, text) if same else ("", "")


def _place(written: Sequence[Written], entry: Entry) -> int:
    """How many of the entries stand before the new one."""
    for of_old, new in (
        (lambda old: old.key.casefold(), entry.id.casefold()),
        (_year_of, str(entry.year or "")),
        (_family_of, fold(entry.authors[0].family_with_particles()) if entry.authors else ""),
    ):
        values = [of_old(old) for old in written]
        if len(values) < _FEWEST or not all(values) or len(set(values)) < 2 or not new:
            continue
        if values == sorted(values):
            return sum(value <= new for value in values)
        if values == sorted(values, reverse=True):
            return sum(value >= new for value in values)
    return len(written)


def _year_of(old: Written) -> str:
    """The year of an entry as written; "" for none."""
    for name in ("year", "date"):
        for field in old.fields:
            if field.name == name and (found := _FIRST_NUMBER.search(field.text[:100])):
                return found[0]
    return ""


def _family_of(old: Written) -> str:
    """The family name that an entry begins with, where it is written before a comma; "" elsewhere."""
    names = next((field.text for field in old.fields if field.name in ("author", "editor")), "")
    family, comma, _ = names[:200].partition(",")
    return fold(family.strip("{} ")) if comma and " and " not in family else ""


def _gap(text: str, place: int, written: Sequence[Written]) -> tuple[int, str, str]:
    """Where the new entry goes, and what parts it from its neighbours: a blank line."""
    if 0 < place < len(written):
        return _end_of_line(text, written[place - 1].end), "\n\n", ""
    if written and place == 0:
        return written[0].start, "", "\n\n"
    ended = text.rstrip()
    if not ended:
        return len(text), "", "\n"
    end = len(text)
    lines = text[len(ended) :].replace("\r\n", "\n").count("\n")
    return end, "\n" * max(0, 2 - lines), "\n"


def _end_of_line(text: str, end: int) -> int:
    """Behind an entry, and behind the comment that may follow it on its line."""
    line = re.compile(r"[ \t]*(?:%[^\r\n]*)?(?=[\r\n]|\Z)").match(text, end)
    return line.end() if line else end


def _layout(text: str, written: Sequence[Written]) -> _Layout:
    """The layout that most fields of a file have."""
    indents, columns, spaced, commas = Counter[str](), 0, 0, 0
    for old in written[-200:]:
        starts = [_indent(text, field.start) for field in old.fields]
        indents.update(indent for indent in starts if indent is not None)
        signs = {text.find("=", field.start) - text.rfind("\n", 0, field.start) for field in old.fields}
        columns += 1 if len(signs) == 1 and len({len(field.name) for field in old.fields}) > 1 else -1
        spaced += sum(1 if text[text.find("=", field.start) + 1] == " " else -1 for field in old.fields)
        commas += 1 if old.fields and old.fields[-1].comma >= 0 else -1
    if not indents:
        return _Layout()
    return _Layout(indents.most_common(1)[0][0], columns > 0, spaced >= 0, commas > 0)


def _indent(text: str, start: int) -> str | None:
    """The blanks before a field that begins its line; None for one that does not."""
    line = text.rfind("\n", 0, start) + 1
    blanks = text[line:start]
    return blanks if not blanks.strip() and len(blanks) <= 16 else None


def _laid_out(record: str, layout: _Layout) -> str:
    """A record as the writer makes it, in the layout of a file."""
    sign = "= " if layout.spaced else "="

    def field(found: re.Match[str]) -> str:
        blanks = found[3] if layout.aligned else " " if layout.spaced else ""
        return f"{layout.indent}{found[2]}{blanks}{sign}"

    head, newline, fields = record.partition("\n")
    laid = _LINE.sub(field, fields)
    if layout.last_comma:
        laid = re.sub(r"\n}\s*$", ",\n}\n", laid)
    return f"{head}{newline}{laid}"

"""Bytes to text: real bibliographies come in many encodings, some in two at once."""

import codecs
import re
from dataclasses import dataclass

from sitegen.problems import excerpt
from sitegen.text.garbled import can_be_garbled, garbled, with_dots

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before those they begin with (Unicode 15, table 23-6)."""
_FOREIGN = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF-", "a PDF"),
    (b"BZh", "a bzip2 archive"),
)
_HEADER = re.compile(rb"^%+[ \t]*+Encoding:[ \t]*+([\w.-]{1,40})", re.IGNORECASE | re.MULTILINE)
_HEADERS_WITHIN = 4096
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_USUAL = b"\t\n\r" + bytes(range(0x20, 0x7F))
_AT_ONCE = 1 << 16
"""Bytes that are looked through in one go: what they leave lies in the processor's cache."""
_GARBLED_REPORTS = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the bytes: a code, a message, and the character it concerns (-1 for the whole file)."""

    code: str
    message: str
    offset: int = -1


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with Unix line ends, so that lines count as editors count them. encoding: the one taken."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes) -> Decoded:
    r"""Text of a file in whatever encoding, without control characters; never raises.

    >>> decode("@misc{a}\r\n".encode("utf-16")).text
    '@misc{a}\n'
    """
    text, encoding, findings = _characters(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    rare = _rare(data if encoding == "utf-8" else text.encode("utf-8", "surrogatepass"))
    if not rare:
        return Decoded(text, encoding, findings)
    if "\ufeff" in rare:
        text = text.replace("\ufeff", "")
    text, dropped = _without_control(text) if _CONTROL.search(rare) else (text, ())
    text, dotless = _dotless(text)
    return Decoded(text, encoding, (*findings, *dropped, *dotless, *(_garbled(text) if can_be_garbled(rare) else ())))


def _rare(data: bytes) -> str:
    """The characters of UTF-8 that are neither printable ASCII nor blanks: few, and all that can be odd in a text."""
    blocks = (data[at : at + _AT_ONCE].translate(None, _USUAL) for at in range(0, len(data), _AT_ONCE))
    return b"".join(blocks).decode("utf-8", "surrogatepass")


def archive_kind(data: bytes) -> str:
    """What a file is whose first bytes say that it holds no text ("a PDF"), else "".

    >>> archive_kind(b"%PDF-1.7"), archive_kind(b"TY  - JOUR")
    ('a PDF', '')
    """
    return next((kind for start, kind in _FOREIGN if data.startswith(start)), "")


def _characters(data: bytes) -> tuple[str, str, tuple[Finding, ...]]:
    """Text, the encoding taken, and what is to be said about it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                break
            return text, encoding, _taken(encoding) if encoding != "utf-8" else ()
    if 0 in data and data.count(0) * 4 > len(data):
        # ASCII text in UTF-16 has a NUL in every other byte; its place tells the byte order.
        encoding = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace"), encoding, _taken(encoding)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _by_header(data) or _line_by_line(data)


def _by_header(data: bytes) -> tuple[str, str, tuple[Finding, ...]] | None:
    """Text as JabRef's `% Encoding:` line says, where that is true."""
    header = _HEADER.search(data[:_HEADERS_WITHIN])
    if not header:
        return None
    try:
        encoding = codecs.lookup(header[1].decode("ascii")).name
        if encoding == "utf-8":
            return None
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    return (text, encoding, _taken(encoding)) if isinstance(text, str) else None


def _line_by_line(data: bytes) -> tuple[str, str, tuple[Finding, ...]]:
    """UTF-8 where a line is UTF-8, else Windows-1252, with Latin-1 in its five holes."""
    lines: list[str] = []
    offset = bad = 0
    first = -1
    for line in data.split(b"\n"):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _western(line)
            bad += 1
            if first < 0:
                first = offset + error.start
        lines.append(text)
        offset += len(text) + 1
    message = "this line is not UTF-8; it was read as Windows-1252"
    if bad > 1:
        message = f"{bad:,} lines are not UTF-8, the first of them this one; they were read as Windows-1252"
    return "\n".join(lines), "windows-1252", (Finding("not-utf8", message, first),)


def _western(line: bytes) -> str:
    """A line as Windows-1252, which has five bytes without a meaning: those as Latin-1."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_western(bytes([byte])) if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte) for byte in line)


def _taken(encoding: str) -> tuple[Finding, ...]:
    """The finding that says which encoding was taken."""
    return (Finding("not-utf8", f"the file is not UTF-8; it was read as {encoding}"),)


def _without_control(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Text without control characters, and where the first of them was."""
    control = _CONTROL.search(text)
    if not control:
        return text, ()
    cleaned, count = _CONTROL.subn("", text.replace("\x0b", " ").replace("\x0c", " "))
    shown = excerpt(text[max(0, control.start() - 10) : control.end() + 10])
    message = f"{max(1, count):,} control characters were dropped, the first near {shown!r}"
    return cleaned, (Finding("control-characters", message, control.start()),)


def _garbled(text: str) -> list[Finding]:
    """Lines with letters that were lost or decoded wrongly before the file was saved, some of them."""
    findings: list[Finding] = []
    line_end = -1
    for found in garbled(text):
        if found.start < line_end:
            continue
        line_end = text.find("\n", found.start)
        line_end = line_end if line_end >= 0 else len(text)
        shown = excerpt(found.word)
        if found.meant:
            message = f"{shown!r} was garbled before it came here; it was probably {excerpt(found.meant)!r}"
            findings.append(Finding("garbled-text", message, found.start))
        else:
            message = f"{shown!r} has lost a letter or sign: U+FFFD stands in its place"
            findings.append(Finding("lost-letter", message, found.start))
        if len(findings) >= _GARBLED_REPORTS:
            break
    return findings


def _dotless(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Text with usual letters under its accents, and the finding that says where they were not."""
    dotted, first = with_dots(text)
    if first < 0:
        return text, ()
    shown = excerpt(text[max(0, first - 10) : first + 10])
    return dotted, (
        Finding("dotless-letter", f"a dotless letter under an accent was read as i or j, near {shown!r}", first),
    )

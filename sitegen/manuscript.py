r"""A .bib file as its author wrote it: where each entry, field and value stands, to the letter.

The reader asks what a file means and forgives; this asks where things stand, and knows nothing of an entry that it does
not understand from end to end. Such an entry is never touched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.formats.bibtex.braces import Braces
from sitegen.formats.bibtex.split import Chunk, split

Kind = Literal["braces", "quotes", "number", "string", "bare", "joined", "none"]
"""What a value is: in braces or quotes, a number, the name of a string, words without either, several joined by `#`."""

_NO_ENTRIES = frozenset({"string", "preamble", "comment"})
_NAME = re.compile(r"""([^\s\ufeff,={}"\#%()\\]{1,100}+)\s*+=""")
_KEY = re.compile(r"""\s*+([^,={}\n"%]*+)\s*+,""")
_BETWEEN = re.compile(r"(?:[\s,\ufeff]++|%[^\n]*+)*+")
_BLANK = re.compile(r"\s*+")
_MARK = re.compile(r"""[{}"]""")
_BARE = re.compile(r"""[^,\#\n{}"%=]*+""")
_STRING = re.compile(r"[^\W\d][\w.:+/'-]*+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field as written.

    name: in lower case. start: of its name. opening, end: of its value, with its braces or quotes.
    comma: the one behind it, -1 when there is none. text: the value, without braces or quotes around it.
    """

    name: str
    start: int
    opening: int
    end: int
    comma: int
    kind: Kind
    text: str

    @property
    def inside(self) -> int:
        """Where `text` begins."""
        return self.opening + (self.kind in ("braces", "quotes"))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as written, from its `@` to behind its closing brace. key: "" when there is none."""

    word: str
    key: str
    start: int
    end: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    r"""A file's text, with each `\r` shown as a blank or as the end of a line, so that all offsets are the file's.

    entries: those that are understood from end to end, in their order.
    """

    text: str
    entries: tuple[Entry, ...]

    def fields(self) -> Iterator[tuple[Entry, Field]]:
        """Every field with its entry."""
        return ((entry, field) for entry in self.entries for field in entry.fields)

    def span(self, field: Field) -> tuple[int, int]:
        r"""What to delete so that a field is gone: its lines where it has them to itself, else it and its comma.

        >>> manuscript = read_manuscript("@misc{a,\n  title = {x},\n  doi = {},\n}")
        >>> manuscript.text[slice(*manuscript.span(manuscript.entries[0].fields[1]))]
        '  doi = {},\n'
        """
        start, end = field.start, (field.comma + 1 if field.comma >= 0 else field.end)
        before, after, begins, ends = self._around(start, end)
        if begins and ends:
            return before, min(after + 1, len(self.text))
        return (start, after) if begins or not (ends or field.comma < 0) else (before, end)

    def span_of_entry(self, entry: Entry) -> tuple[int, int]:
        """What to delete so that an entry is gone: its lines where it has them to itself, and a blank line behind."""
        before, after, begins, ends = self._around(entry.start, entry.end)
        if not (begins and ends):
            return entry.start, entry.end
        end = min(after + 1, len(self.text))
        _, further, _, is_blank = self._around(end, end)
        return before, min(further + 1, len(self.text)) if is_blank else end

    def _around(self, start: int, end: int) -> tuple[int, int, bool, bool]:
        """A piece with the blanks around it: start, end, and whether a line begins with it and ends with it."""
        before, after = _back_over_blanks(self.text, start), _over_blanks(self.text, end)
        return before, after, self.text[before - 1 : before] in ("\n", ""), self.text[after : after + 1] in ("\n", "")


def _back_over_blanks(text: str, at: int) -> int:
    """The start of the blanks before a place."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at


def _over_blanks(text: str, at: int) -> int:
    """The end of the blanks from a place on."""
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def read_manuscript(text: str) -> Manuscript:
    r"""The manuscript of a text with whatever ends of lines. Linear; never raises.

    >>> [entry.key for entry in read_manuscript("@misc{a,\r\n year = 1}\r\n@misc{b, year = 1 # }").entries]
    ['a']
    """
    text = with_unix_lines(text)
    scanner = _Scanner(text)
    chunks = (chunk for chunk in split(text) if not chunk.fault and chunk.word.lower() not in _NO_ENTRIES)
    return Manuscript(text, tuple(entry for chunk in chunks if (entry := scanner.entry(chunk))))


def with_unix_lines(text: str) -> str:
    r"""The text with each end of line as `\n` and not a character less.

    >>> with_unix_lines("a\r\nb\rc\n")
    'a \nb\nc\n'
    """
    return text.replace("\r\n", " \n").replace("\r", "\n")


class _Scanner:
    """Finds the fields of one text's entries."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._braces = Braces(text)

    def entry(self, chunk: Chunk) -> Entry | None:
        """The entry of a chunk; None where anything in it is not understood."""
        body, last = chunk.body, chunk.end - 1
        key = _KEY.match(self._text, body, last)
        at = key.end() if key else body
        fields: list[Field] = []
        while (at := self._over(_BETWEEN, at, last)) < last:
            field = self._field(at, last)
            if field is None:
                return None
            fields.append(field)
            at = field.comma + 1 if field.comma >= 0 else field.end
        return Entry(chunk.word, key[1].strip() if key else "", chunk.start, chunk.end, tuple(fields))

    def _field(self, start: int, last: int) -> Field | None:
        """The field that begins at a place; None where there is none, or its value has no clear end."""
        name = _NAME.match(self._text, start, last)
        if not name:
            return None
        opening = end = self._over(_BLANK, name.end(), last)
        kind: Kind = "none"
        joined = False
        at = opening
        while True:
            kind, end = self._part(at, last)
            if end < 0 or (joined and kind == "none"):
                return None
            at = self._over(_BLANK, end, last)
            if at >= last or self._text[at] != "#":
                break
            joined = True
            at = self._over(_BLANK, at + 1, last)
        comma = at if at < last and self._text[at] == "," else -1
        inside = slice(opening + 1, end - 1) if kind in ("braces", "quotes") and not joined else slice(opening, end)
        return Field(name[1].lower(), start, opening, end, comma, "joined" if joined else kind, self._text[inside])

    def _part(self, at: int, last: int) -> tuple[Kind, int]:
        """One piece of a value: what it is, and to behind it; -1 where it never ends."""
        sign = self._text[at] if at < last else ""
        if sign == "{":
            close = self._braces.close(at)
            return "braces", close + 1 if 0 <= close < last else -1
        if sign == '"':
            return "quotes", self._quote(at + 1, last)
        bare = _BARE.match(self._text, at, last)
        value = bare[0].rstrip() if bare else ""
        if not value:
            return "none", at
        kind: Kind = "number" if value.isdecimal() else "string" if _STRING.fullmatch(value) else "bare"
        return kind, at + len(value)

    def _quote(self, at: int, last: int) -> int:
        """Behind the quote that closes; -1 when there is none."""
        depth = 0
        for mark in _MARK.finditer(self._text, at, last):
            if mark[0] == '"' and depth == 0:
                return mark.end()
            depth += {"{": 1, "}": -1, '"': 0}[mark[0]]
        return -1

    def _over(self, pattern: re.Pattern[str], at: int, last: int) -> int:
        """To behind what a pattern, which fits any text, matches."""
        match = pattern.match(self._text, at, last)
        return match.end() if match else at

"""A file's text cut into its records, so that no defect of one can reach another."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from sitegen.formats.bibtex.braces import Braces, nested
from sitegen.formats.bibtex.wellformed import WellFormed, well_formed, well_formed_within

Fault = Literal["", "unbalanced", "closed-too-early", "runaway-comment"]

_WORD = r"[^\W\d_][\w.:+-]*+"
_START = re.compile(rf"^[ \t]*+%[^\n]*+|(?<![\w@\\])@[ \t]*+({_WORD})\s*+([{{(])", re.MULTILINE)
"""A line that is a comment, or what opens a record."""
_NAME = r"[^\W\d][\w.:+-]*+"
_KEY = r"""(?:[^\s,={}()"@\#%][^,={}\n"@]*+)?"""
CERTAIN = re.compile(
    rf"^[ \t]*+@[ \t]*+(?:{_WORD}\s*+[{{(]\s*+{_KEY},|(?i:string)\s*+[{{(])\s*+{_NAME}\s*+=", re.MULTILINE
)
"""What can only be the start of a record: `@type{key, name =` or `@string{name =` at the start of a line."""
_LINE_WITH_AT = re.compile(r"\n[ \t]*+@")
_BALANCED = re.compile(rf"\{{{nested(5)}\}}")
_FIELD_FOLLOWS = re.compile(rf'[\s,]*+{_NAME}\s*+=\s*+["{{\w]')
_ENTRY_BEGINS = re.compile(rf"\s*+@[ \t]*+{_WORD}\s*+[{{(]")


@cache
def _parentheses() -> re.Pattern[str]:
    return re.compile(
        rf'\((?:[^{{}}"()]++|\{{{nested(5)}\}}|"(?:[^"{{}}]++|\{{{nested(4)}\}})*+"|\([^{{}}"()\n]*+\))*+\)'
    )


class Chunk(msgspec.Struct, frozen=True):
    """One record of a file, or a comment that ran away.

    word: its type as written. start: offset of its `@`. body: that behind its opening brace. end: that behind its end.
    fault: what is wrong with its braces; with `unbalanced` there is no closing brace before `end`.
    written: what stands in it where it has no defect and was read already; None says nothing.
    """

    word: str
    start: int
    body: int
    end: int
    fault: Fault = ""
    fault_at: int = -1
    written: WellFormed | None = None


def split(text: str) -> Iterator[Chunk]:
    r"""The records of a text in their order; comments are left out, but for those that never close. Linear.

    >>> [chunk.word for chunk in split("@misc{a, note = {x}} @book(b, note = {y})\n% @misc{c}\n@comment{@misc{d}}")]
    ['misc', 'book']
    """
    splitter = _Splitter(text)
    at = 0
    while opening := _START.search(text, at):
        if opening[1] is None:
            at = opening.end()
            continue
        chunk = splitter.comment(opening) if opening[1].lower() == "comment" else splitter.record(opening)
        at = max(chunk.end, opening.end())
        if opening[1].lower() != "comment" or chunk.fault:
            yield chunk


class _Splitter:
    """Finds where records of one text end. Tables of braces and of certain starts are made when a record needs them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next_line = -1
        self._table: Braces | None = None
        self._starts: array[int] | None = None

    def record(self, opening: re.Match[str]) -> Chunk:
        """The record that begins with `opening`."""
        start, body = opening.start(), opening.end()
        quick = opening[2] == "{" and self._table is None
        written = self._well_formed(body - 1) if quick else None
        end = written.end if written else self._quick_end(body - 1) if quick else -1
        fault: Fault = ""
        limit = 0
        if end < 0:
            limit = self._next_start(body)
            end = self._parenthesis(body - 1, limit) if opening[2] == "(" else self._braces.close(body - 1) + 1
            if not body <= end <= limit:
                return Chunk(opening[1], start, body, limit, "unbalanced", start)
        at = -1
        while _FIELD_FOLLOWS.match(self._text, end):
            limit = limit or self._next_start(body)
            further = self._braces.surplus(end, limit) + 1
            if not further:
                break
            at = at if at >= 0 else end - 1
            fault, end = "closed-too-early", further
        return Chunk(opening[1], start, body, end, fault, at, None if fault else written)

    def comment(self, opening: re.Match[str]) -> Chunk:
        """A comment: to its close, or only its line where it never closes or closes behind entries it did not mean."""
        start, body = opening.start(), opening.end()
        end = self._quick_end(body - 1) if opening[2] == "{" else self._parenthesis(body - 1, self._next_start(body))
        if end < 0 and opening[2] == "{":
            end = self._braces.close(body - 1) + 1
        line = self._text.find("\n", body)
        line = line if line >= 0 else len(self._text)
        meant = (
            end <= self._next_start(body) or not self._text[body:line].strip() or _ENTRY_BEGINS.match(self._text, body)
        )
        if end > 0 and (end <= line or meant):
            return Chunk(opening[1], start, body, end)
        return Chunk(opening[1], start, body, line, "runaway-comment", start)

    @property
    def _braces(self) -> Braces:
        """The text's table of braces."""
        if self._table is None:
            self._table = Braces(self._text)
        return self._table

    def _well_formed(self, opening: int) -> WellFormed | None:
        """The record of a brace, where it has no defect and no line with an @."""
        text = self._text
        written = well_formed(text, opening) or well_formed_within(text, opening, len(text))
        if written and text.find("@", opening, written.end) >= 0 and _LINE_WITH_AT.search(text, opening, written.end):
            return None
        return written

    def _quick_end(self, opening: int) -> int:
        """Behind the partner of a brace when that comes before the next line with an @; else -1."""
        if self._next_line <= opening:
            found = _LINE_WITH_AT.search(self._text, opening)
            self._next_line = found.start() if found else len(self._text)
        match = _BALANCED.match(self._text, opening, self._next_line)
        return match.end() if match else -1

    def _parenthesis(self, opening: int, limit: int) -> int:
        """Behind the partner of a parenthesis; -1 when it does not close before `limit`."""
        match = _parentheses().match(self._text, opening, limit)
        return match.end() if match else -1

    def _next_start(self, offset: int) -> int:
        """The next certain start of a record; the end of the text when there is none."""
        if self._starts is None:
            self._starts = array("Q", [match.start() for match in CERTAIN.finditer(self._text)])
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else len(self._text)

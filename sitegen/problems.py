"""What is wrong in the content, as values; and the one exception for what must be mended before anything can run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

Level = Literal["error", "warning", "info"]


class Place(msgspec.Struct, frozen=True, order=True):
    """A place in a source file, as people count: the first line is 1, the first column is 1; 0 means not known.

    `file` is relative to the site's folder, with `/` between its parts; "" when there is no file to name.
    """

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place as editors jump to it.

        >>> str(Place("content/refs.bib", 41))
        'content/refs.bib:41'
        """
        parts = [self.file or "(no file)"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Place()
"""The place of what stands in no file."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of the source, and what of it a problem is about.

    at: the first character, counted from 0; length: how many there are, 0 for none.
    """

    text: str
    at: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the content.

    code: stable and lower case with hyphens, the word people put in `[check] ignore`.
    message: one line saying what is there and what was expected, with the text before and after a repair.
    hint: the way out, starting with a verb; "" when the message says it all.
    id: the entry's id, "" when no entry is concerned.
    marked: the words it is about, where a place inside them tells more than their line; for people alone.
    left_out: whether an entry, a page or a file is missing from the site because of it, so that a build ends with 1. A
    value shortened at one of the configured limits is a change like a repair: a warning.
    fields: names of the entry's fields that may be the cause, the likeliest first; the place is then sharpened to the
        first that the entry has.
    paste: lines to put into a file as they are, where the way out is a text; "" when there are none.
    """

    code: str
    message: str
    place: Place = NOWHERE
    hint: str = ""
    level: Level = "warning"
    id: str = ""
    left_out: bool = False
    marked: Marked | None = None
    fields: tuple[str, ...] = ()
    paste: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small library that shows a defect, or that shows where there is none.

    bib: the text of a .bib file. files: further files of content/, by their path in it.
    """

    bib: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of defect.

    doc: what is the case, for the documentation. hint: the way out, starting with a verb.
    finds, spares: libraries that have the defect and that have not; None where nobody needs to be shown.
    """

    level: Level
    doc: str
    hint: str = ""
    finds: Example | None = None
    spares: Example | None = None


class SitegenError(Exception):
    """Wrong use or configuration: one sentence for the user, printed without a traceback; exit code 2.

    hint: the way out, starting with a verb. exit_code: what the program then ends with.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def excerpt(text: str, limit: int = 60) -> str:
    r"""A value as messages show it: on one line, control characters escaped, cut at `limit` characters.

    >>> excerpt("a\nb")
    'a b'
    """
    line = " ".join(text[: 4 * limit].split())
    line = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)
    return line if len(line) <= limit else line[: limit - 1] + "…"

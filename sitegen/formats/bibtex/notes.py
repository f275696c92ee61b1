"""What is found wrong while reading, with its place."""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from sitegen.formats.bibtex.codes import CODES
from sitegen.problems import Place, Problem

_NEWLINE = re.compile("\n")


class Lines:
    """Where the lines of a text begin: a table made once, because counting from the top for each entry is quadratic."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = array("Q", [0])
        self._starts.extend(match.end() for match in _NEWLINE.finditer(text))

    def line(self, offset: int) -> int:
        """The line that holds a character; the first is 1."""
        return bisect_right(self._starts, offset)

    def place(self, file: str, offset: int) -> Place:
        r"""Line and column of a character.

        >>> str(Lines("a\nbc").place("x.bib", 3))
        'x.bib:2:2'
        """
        line = bisect_right(self._starts, offset)
        return Place(file, line, offset - self._starts[line - 1] + 1)


@dataclass(slots=True)
class Notes:
    """What was found in one file, in the order of finding."""

    file: str
    lines: Lines
    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, message: str, offset: int = -1, key: str = "", hint: str = "") -> None:
        """Note a defect at a character of the file, -1 where only the file is known. Level and hint are its code's."""
        known = CODES[code]
        self.found.append(
            Problem(
                code=code,
                message=message,
                place=self.lines.place(self.file, offset) if offset >= 0 else Place(self.file),
                hint=hint or known.hint,
                level=known.level,
                id=key,
                left_out=known.level == "error",
            )
        )

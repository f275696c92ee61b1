"""Where the lines of a text begin."""

from array import array
from bisect import bisect_right
from collections.abc import Callable

from sitegen.problems import Place


class Lines:
    """Where the lines of a text begin: a table made once, because counting from the top for each place is quadratic.

    Who asks for lines in the order of the text needs no table: the signs since the last place are counted.
    """

    __slots__ = ("_again", "_at", "_line", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self._again: Callable[[], str] | None = None
        self._starts: array[int] | None = None
        self._at, self._line = 0, 1

    def let_go(self, again: Callable[[], str]) -> None:
        """Forget the text; `again` gives it once more where a place has to be found."""
        self._text, self._again = None, again

    def line(self, offset: int) -> int:
        """The line that holds a character; the first is 1."""
        if self._text is None or self._starts or offset < self._at:
            return bisect_right(self._table(), offset)
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line

    def place(self, file: str, offset: int) -> Place:
        r"""Line and column of a character.

        >>> str(Lines("a\nbc").place("x.bib", 3))
        'x.bib:2:2'
        """
        starts = self._table()
        line = bisect_right(starts, offset)
        return Place(file, line, offset - starts[line - 1] + 1)

    def _table(self) -> "array[int]":
        """The offsets of the lines' first characters."""
        if self._starts is None:
            text = self._text if self._text is not None else self._again() if self._again else ""
            self._text, self._starts = None, array("Q", [0])
            find, add, at = text.find, self._starts.append, 0
            while at := find("\n", at) + 1:
                add(at)
        return self._starts

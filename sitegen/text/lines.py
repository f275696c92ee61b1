"""Where the lines of a text begin."""

from array import array
from bisect import bisect_right
from itertools import accumulate

from sitegen.problems import Place


class Lines:
    """Where the lines of a text begin: a table made once, because counting from the top for each entry is quadratic."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = array("Q", accumulate(map((1).__add__, map(len, text.split("\n"))), initial=0))
        self._starts.pop()

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

"""What must be found of a text: its letters in their order, with gaps where something cannot be compared."""

import re
from dataclasses import dataclass

from sitegen.fidelity.letters import FORMULA, GAP, letters

_MARKS = re.compile(f"[{GAP}{FORMULA}]")
_SLACK = 40
"""So many letters a gap may hide, beside those that stood there."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Letters between gaps.

    pieces: letters between two gaps, the first and the last at the edges. formulas: how many. slack: how many letters
    all gaps may stand for.
    """

    pieces: tuple[str, ...] = ("",)
    formulas: int = 0
    slack: int = 0

    @classmethod
    def of(cls, marked: str, hidden: int = 0) -> "Outline":
        """The outline of a text whose gaps are marked. hidden: characters of the source that the marks stand for."""
        parts = _MARKS.split(marked)
        return cls(tuple(map(letters, parts)), marked.count(FORMULA), (len(parts) - 1) * _SLACK + 3 * hidden)

    def __bool__(self) -> bool:
        return len(self.pieces) > 1 or bool(self.pieces[0])

    @property
    def known(self) -> str:
        """All letters that are known."""
        return "".join(self.pieces)

    def fits(self, whole: str) -> bool:
        """Whether letters are those of the outline, with something or nothing in the gaps. Linear.

        >>> Outline.of(f"On {FORMULA} knots").fits("onn2knots"), Outline.of("On knots").fits("onknot")
        (True, False)
        """
        if len(self.pieces) == 1:
            return whole == self.pieces[0]
        known = sum(map(len, self.pieces))
        if not known <= len(whole) <= known + self.slack:
            return False
        first, *middle, last = self.pieces
        if not (whole.startswith(first) and whole.endswith(last)):
            return False
        at, end = len(first), len(whole) - len(last)
        for piece in middle:
            at = whole.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return True

    def agrees(self, other: "Outline") -> bool:
        """Whether two outlines can be of one text."""
        return self.fits(other.known) or other.fits(self.known)

"""Where braces close."""

import re
from array import array
from bisect import bisect_left

_BRACE = re.compile("[{}]")
_FLAT = r"[^{}]*+"


def nested(levels: int, text: str = _FLAT) -> str:
    r"""A pattern for what stands between braces, down to so many levels; possessive, so it never tries twice.

    BibTeX counts every brace, `\{` and `\}` too.

    >>> bool(re.fullmatch(nested(2), "a {b {c}} d"))
    True
    """
    return text if levels == 0 else rf"{text}(?:\{{{nested(levels - 1)}\}}{text})*+"


class Braces:
    """The braces of a text, each opening one with its partner: one walk with a stack, however deep they are."""

    __slots__ = ("_at", "_partner", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = array("Q", [match.start() for match in _BRACE.finditer(text)])
        self._partner = array("q", [-1]) * len(self._at)
        stack: list[int] = []
        for index, offset in enumerate(self._at):
            if text[offset] == "{":
                stack.append(index)
            elif stack:
                self._partner[stack.pop()] = index

    def close(self, offset: int) -> int:
        """Where the brace that opens at `offset` closes; -1 when it never does.

        >>> Braces("{a{b}").close(2)
        4
        """
        index = bisect_left(self._at, offset)
        partner = self._partner[index] if index < len(self._at) and self._at[index] == offset else -1
        return self._at[partner] if partner >= 0 else -1

    def surplus(self, offset: int, limit: int) -> int:
        """The first closing brace from `offset` up to `limit` that nothing opened there; -1 when there is none.

        >>> Braces("a {b} c } d").surplus(0, 11)
        8
        """
        depth = 0
        for index in range(bisect_left(self._at, offset), len(self._at)):
            at = self._at[index]
            if at >= limit:
                break
            depth += 1 if self._text[at] == "{" else -1
            if depth < 0:
                return at
        return -1

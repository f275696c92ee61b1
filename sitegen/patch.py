"""Repairs as a unified diff, for people to read and for `patch -p1`.

The lines are paired by what was kept, not by likeness: comparing two long lists of lines takes quadratic time.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.mend import Kept, Mended

CONTEXT = 3
"""Lines shown around a change."""

Region = tuple[int, int, int, int]
"""Lines that go and lines that come: first and behind the last of the old ones, and the same of the new ones."""

_END_OF_LINE = re.compile(r"(?<=\n)")


def patch(mended: Mended) -> str:
    """What the repairs of a file change, as a unified diff; "" for nothing. Every line ends as it does in the file."""
    if mended.data == mended.original.data:
        return ""
    old, new = (_lines(data.decode(mended.encoding)) for data in (mended.original.data, mended.data))
    path = mended.original.path
    hunks = (_hunk(old, new, group) for group in _groups(list(_regions(old, new, mended.kept))))
    return "".join((f"--- a/{path}\n+++ b/{path}\n", *hunks))


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them, each with its end."""
    return [line for line in _END_OF_LINE.split(text) if line]


def _regions(old: Sequence[str], new: Sequence[str], kept: Sequence[Kept]) -> Iterator[Region]:
    """What differs, in order."""
    then, now = 0, 0
    for one, other in (*_pairs(old, new, kept), (len(old), len(new))):
        if one > then or other > now:
            yield then, one, now, other
        then, now = one + 1, other + 1


def _pairs(old: Sequence[str], new: Sequence[str], kept: Sequence[Kept]) -> Iterator[tuple[int, int]]:
    """Lines that were kept whole: their numbers before and after, counted from 0."""
    starts: dict[int, int] = {}
    at = 0
    for number, line in enumerate(new):
        starts[at] = number
        at += len(line)
    pieces = iter(kept)
    piece = next(pieces, Kept(0, 0, 0))
    at = 0
    for number, line in enumerate(old):
        end = at + len(line)
        while at >= piece.before + piece.length and (following := next(pieces, None)):
            piece = following
        same = starts.get(at - piece.before + piece.after, -1)
        if piece.before <= at and end <= piece.before + piece.length and same >= 0 and new[same] == line:
            yield number, same
        at = end


def _groups(regions: Sequence[Region]) -> Iterator[list[Region]]:
    """Regions so near to each other that their contexts meet."""
    group = list(regions[:1])
    for one, other in pairwise(regions):
        if other[0] - one[1] > 2 * CONTEXT:
            yield group
            group = []
        group.append(other)
    if group:
        yield group


def _hunk(old: Sequence[str], new: Sequence[str], group: Sequence[Region]) -> str:
    """One hunk (GNU diffutils, "Detailed Description of Unified Format")."""
    start = max(0, group[0][0] - CONTEXT)
    end = min(len(old), group[-1][1] + CONTEXT)
    first = group[0][2] - (group[0][0] - start)
    last = group[-1][3] + (end - group[-1][1])
    lines: list[str] = []
    at = start
    for then, gone, now, come in group:
        lines += [f" {line}" for line in old[at:then]]
        lines += [f"-{line}" for line in old[then:gone]]
        lines += [f"+{line}" for line in new[now:come]]
        at = gone
    lines += [f" {line}" for line in old[at:end]]
    whole = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join((f"@@ -{_range(start, end)} +{_range(first, last)} @@\n", *whole))


def _range(start: int, end: int) -> str:
    """Lines as a hunk's head names them.

    >>> _range(0, 7), _range(4, 5), _range(4, 4)
    ('1,7', '5', '4,0')
    """
    return f"{start + 1}" if end - start == 1 else f"{start + (end > start)},{end - start}"

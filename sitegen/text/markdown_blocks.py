"""Fenced blocks of a Markdown page that are no code: they are taken out before it is read, and put between its parts.

The page is read as one, so that its footnotes, its references and the ids of its headings are those of one page.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sitegen.text.markdown_guard import FENCES, closers

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(\S*)[ \t]*$")
_HEADING = re.compile(r"<h([1-6])[ >]")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block. line: of its opening fence, the first of the page is 1. text: between the fences.

    above: level of the heading it stands under, 0 for none. is_open: whether nothing closes it.
    """

    line: int
    text: str
    above: int = 0
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Parted:
    """A page without its blocks. source: with a word of its own, `name`, a number and `z`, for each of them."""

    source: str
    name: str
    blocks: tuple[Block, ...]


def without_blocks(source: str, info: str) -> Parted:
    """Take out the fenced blocks that begin with the word `info`; other fences, and what is in them, stay.

    A fence stands at the beginning of its line and is closed by an equal one, as for code.
    """
    name = "blockhere"
    while name in source:
        name += "x"
    lines = source.split("\n")
    ends = closers(lines)
    out: list[str] = []
    blocks: list[Block] = []
    at = fences = 0
    while at < len(lines):
        match = _FENCE.match(lines[at][:200])
        wanted = bool(match) and match is not None and match[2] == info
        end = _end(ends.get(match[1], []), at) if match and fences < FENCES else -1
        if wanted and fences < FENCES:
            last = end if end > at else len(lines)
            out += ["", f"{name}{len(blocks)}z", ""]
            blocks.append(Block(at + 1, "\n".join(lines[at + 1 : last]), is_open=end < 0))
            at = last + 1
        else:
            last = max(end, at)
            out += lines[at : last + 1]
            at = last + 1
        fences += bool(match)
    return Parted("\n".join(out), name, tuple(blocks))


def _end(numbers: list[int], at: int) -> int:
    """The line that closes a fence opened at `at`; -1 for none."""
    after = bisect_right(numbers, at)
    return numbers[after] if after < len(numbers) else -1


def parts(html: str, parted: Parted) -> tuple[str | Block, ...]:
    """The HTML of a page with its blocks in their places. Every block is there once, whatever became of its word."""
    found: list[str | Block] = []
    left = dict(enumerate(parted.blocks))
    above = 0
    pieces = re.split(rf"\s*<p>{parted.name}(\d+)z</p>\s*", html)
    for number, piece in enumerate(pieces):
        if number % 2:
            block = left.pop(int(piece), None)
            if block:
                found.append(Block(block.line, block.text, above, block.is_open))
        else:
            above = int(levels[-1]) if (levels := _HEADING.findall(piece)) else above
            if piece.strip():
                found.append(re.sub(rf"{parted.name}\d+z", "", piece))
    return (*found, *left.values())

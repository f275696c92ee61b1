"""Markdown made harmless to read: what makes the parser slow is taken out before it reads, and put back as plain words.

Python-Markdown takes quadratic time on many signs in one paragraph, on many headings, rules or references without blank
lines between them, on many fences and on wide tables. The bounds here are far above what people write on a page.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from html import escape

SIGNS = 300
"""Signs of markup that one paragraph, item or row may hold."""
WORK = 2_000_000
"""Signs times characters of one paragraph: each open bracket may be looked for up to its end."""
COLUMNS = 100
FENCES = 500
STANDALONE = 50
"""Headings, rules and references that may follow each other without a blank line."""

_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r" {0,40}(?:[-+*]|\d{1,9}[.)])[ \t]")
_RULE = re.compile(r"[ |:\-+]{3,}")
_STANDALONE = re.compile(r"\s*(?:#|=+\s*$|-+\s*$|(?:[-*_]\s*){3,}$|\[[^\]]*\]:|\*\[|:)")
# More than 20 levels of quotation, or of lists, on one line.
_NESTED = re.compile(r"(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){21,}")
_SIGN = re.compile(r"[\[\]<!`*_\\&>@]|://")


class Guard:
    """What was taken out of one page, and the words that stand for it."""

    def __init__(self, source: str) -> None:
        self.name = "takenout"
        while self.name in source:
            self.name += "x"
        self.taken: list[str] = []
        self.fences = 0
        self.signs = 0
        self.characters = 0
        self.standing = 0
        self.is_first = True
        self.is_over = False
        self.resets = ""

    def guarded(self, source: str) -> str:
        """The source without what would be slow; code between fences stays as it is."""
        lines = source.split("\n")
        ends = closers(lines)
        out: list[str] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            end = self.fence_end(line, at, ends)
            if end > at:
                out.extend(lines[at : end + 1])
                at = end + 1
                self.begin_block()
                continue
            at += 1
            out.append(self.line(line, lines[at] if at < len(lines) else ""))
        return "\n".join(out)

    def restored(self, html: str) -> str:
        """The HTML with the words put back that were taken out; it must be sanitised after that, not before."""
        if not self.taken:
            return html
        return re.sub(rf"{self.name}(\d+)z", lambda match: escape(self.taken[int(match[1])]), html)

    def fence_end(self, line: str, at: int, ends: dict[str, list[int]]) -> int:
        """The number of the line that closes the fence opened at line `at`; -1 when there is none."""
        match = _FENCE.match(line)
        if not match or self.fences >= FENCES:
            return -1
        numbers = ends.get(match[1], [])
        after = bisect_right(numbers, at)
        if after == len(numbers):
            return -1
        self.fences += 1
        return numbers[after]

    def begin_block(self) -> None:
        """A blank line: counting starts again."""
        self.is_first = True
        self.is_over = False
        self.signs = self.characters = self.standing = 0

    def line(self, line: str, following: str) -> str:
        """One line, taken out where its paragraph holds too many signs."""
        if not line.strip():
            self.begin_block()
            return line
        if self.is_first:
            self.is_first = False
            self.resets = "rows" if "|" in line and _RULE.fullmatch(following) else "items" if _ITEM.match(line) else ""
        elif self.resets == "rows" or (self.resets == "items" and _ITEM.match(line)):
            self.signs = self.characters = 0
        self.signs += len(_SIGN.findall(line))
        self.characters += len(line)
        if self.signs > SIGNS or self.signs * self.characters > WORK or line.count("|") > COLUMNS:
            return self.out_of_the_way(line)
        if _NESTED.match(line) or _FENCE.match(line):
            return self.out_of_the_way(line)
        self.standing += bool(_STANDALONE.match(line))
        return f"{line}\n" if self.standing > STANDALONE else line

    def out_of_the_way(self, line: str) -> str:
        """A word that stands for a line; the first of a block ends the paragraph before it."""
        self.taken.append(line)
        name = f"{self.name}{len(self.taken) - 1}z"
        if self.is_over:
            return name
        self.is_over = True
        return f"\n{name}"


def closers(lines: list[str]) -> dict[str, list[int]]:
    """The numbers of lines that could close a fence, by the fence."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        stripped = line.rstrip(" ")
        if stripped[:3] in ("```", "~~~") and stripped == stripped[0] * len(stripped):
            found[stripped].append(number)
    return found

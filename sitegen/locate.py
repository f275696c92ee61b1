"""The stage that sharpens places: from the line of an entry to the line and column of the field that is the cause.

Entries know only where they begin. The few that have a problem are looked up in their files again, which is cheaper
than to remember the place of every field of every entry.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.check import reading_order
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.decode import decode
from sitegen.problems import Place, Problem

MOST_LINES = 2_000
"""Lines of an entry that are searched."""
LARGEST = 200_000_000
"""Bytes of a file beyond which nobody looks into it again."""
_BEGINS = re.compile(r"\s*@\s*\w+\s*[{(]")


class Sources:
    """The lines of a site's files, each read once and only when asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, Sequence[str]] = {}

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file, its path as places name it; empty when it cannot be read or leads out of the site."""
        if file not in self._lines:
            self._lines[file] = self._read(file)
        return self._lines[file]

    def line(self, place: Place) -> str:
        """The line of a place; "" where there is none."""
        lines = self.lines(place.file) if place.line else ()
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def _read(self, file: str) -> Sequence[str]:
        """The lines as they lie on the disk, decoded as the reader decodes them."""
        path = self._root / file
        try:
            if not path.is_file() or not path.resolve().is_relative_to(self._root.resolve()):
                return ()
            if path.stat().st_size > LARGEST:
                return ()
            data = path.read_bytes()
        except OSError:
            return ()
        text = decode(data).text if file.lower().endswith(FORMAT.suffixes) else data.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").split("\n")


def located(problems: Iterable[Problem], sources: Sources) -> tuple[Problem, ...]:
    """Problems at the fields that caused them, in reading order; those that name no field stay where they are."""
    found = (
        replace(problem, place=_of_field(problem, sources.lines(problem.place.file)))
        if problem.fields and problem.place.file.lower().endswith(FORMAT.suffixes)
        else problem
        for problem in problems
    )
    return tuple(sorted(found, key=reading_order))


def _of_field(problem: Problem, lines: Sequence[str]) -> Place:
    """The place of the first field that the entry has; its own where it has none of them."""
    start = problem.place.line - 1
    if not 0 <= start < len(lines):
        return problem.place
    for name in problem.fields:
        spelt = re.escape(name).replace("\\-", "[-_]")
        pattern = re.compile(rf"(?:^|[,{{(\s])({spelt})\s*=", re.IGNORECASE)
        for at in range(start, min(start + MOST_LINES, len(lines))):
            if at > start and _BEGINS.match(lines[at]):
                break
            if match := pattern.search(lines[at]):
                return Place(problem.place.file, at + 1, match.start(1) + 1)
    return problem.place

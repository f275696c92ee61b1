"""A RIS file cut into records and tagged values; what belongs to none is found fault with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.formats.ris.tables import KNOWN_TAGS
from sitegen.model.notes import Notes
from sitegen.problems import excerpt

MOST_STRAY = 20
"""Places of stray text that are reported in one file."""
_TAG = re.compile(r"^([ \t]{0,8})([A-Z][A-Z0-9])([ \t]{0,4})-(?:[ \t]|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """A tag with its value, which goes on to the next tag, over as many lines as there are; `offset` is the tag's."""

    tag: str
    value: str
    offset: int


@dataclass(slots=True)
class Record:
    """What stands from TY to ER. kind: the word after TY, in capitals, "" where there is no TY.

    most: lines that it may have; left_out: how many there were beyond that.
    """

    kind: str
    start: int
    most: int
    lines: list[Line] = field(default_factory=list)
    left_out: int = 0

    def add(self, line: Line) -> None:
        """Add a line, while there are not too many."""
        if len(self.lines) < self.most:
            self.lines.append(line)
        else:
            self.left_out += 1


def records(text: str, said: Notes, most: int) -> Iterator[Record]:
    """The records of a file, in one walk; a record without ER ends where the next begins. most: lines of one."""
    record: Record | None = None
    stray = 0
    for line in _lines(text, said):
        if line.tag == "TY":
            if record:
                said.add("missing-end", "the record does not end before the next one begins", record.start)
                yield record
            record = Record(line.value.upper(), line.offset, most)
        elif line.tag and line.tag != "ER":
            if record is None:
                said.add("missing-start", f"the record begins with {line.tag}, not with TY", line.offset)
                record = Record("", line.offset, most)
            record.add(line)
        else:
            if line.tag and record:
                yield record
                record = None
            if line.value:
                stray += 1
                if stray <= MOST_STRAY:
                    said.add("stray-text", f"{excerpt(line.value)!r} belongs to no record and was skipped", line.offset)
    if stray > MOST_STRAY:
        said.add("stray-text", f"there are {stray - MOST_STRAY:,} more places with text outside of records")
    if record:
        said.add("missing-end", "the file ends inside the record", record.start)
        yield record


def _lines(text: str, said: Notes) -> Iterator[Line]:
    """The tagged values of a file; first, without a tag, what stands before them. Loose lines are counted and said."""
    loose, first_loose = 0, -1
    tag, value_start, offset = "", 0, 0
    for match in _TAG.finditer(text):
        strict = match[3] == "  " and not match[1]
        if not strict and match[2] not in KNOWN_TAGS:
            continue
        if not strict:
            loose += 1
            first_loose = match.start() if first_loose < 0 else first_loose
        yield Line(tag, text[value_start : match.start()].strip(), offset)
        tag, value_start, offset = match[2], match.end(), match.start()
    yield Line(tag, text[value_start:].strip(), offset)
    if loose:
        said.add("loose-line", f"{loose:,} lines, the first of them this one, are not as in “AU  - Name”", first_loose)

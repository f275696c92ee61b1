"""What changed in a file, read without the rest of it: records that stand alone, before the change and after it."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.config import LimitsConfig
from sitegen.formats import Revision, Source
from sitegen.formats.bibtex.codes import CODES
from sitegen.formats.bibtex.decode import decode
from sitegen.formats.bibtex.entries import to_entry
from sitegen.formats.bibtex.macros import Strings
from sitegen.formats.bibtex.parse import parse_record
from sitegen.formats.bibtex.read import strings_of
from sitegen.formats.bibtex.split import CERTAIN, Chunk, split
from sitegen.formats.bibtex.types import NO_PAGE
from sitegen.model.entry import Entry
from sitegen.model.notes import Notes
from sitegen.problems import Place, Problem
from sitegen.text.lines import Lines

_DEFINES = re.compile(r"@\s*+string", re.IGNORECASE)
_ASKING = (b"crossref", b"xdata")
_ASKS = re.compile(r"(?:crossref|xdata)\s*+=\s*+(?:[{\"]([^{}\"#\\]*+)[}\"]\s*+[,}])?", re.IGNORECASE)
"""A record takes something over from those that it names here; where their names do not stand here, from any."""
LONGEST = 4000
"""Bytes of such a field that are looked at; of a longer one it is not certain what it names."""
MOST = 200
"""Of changes in more records, or further from each other, everything is read."""
_BLOCK = 1 << 16
"""Bytes that are compared at once."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """A record by itself. named: the strings it uses. certain: whether no defect of another can swallow it."""

    entry: Entry
    named: frozenset[str]
    certain: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """Records one after the other, what stands before, between and behind them, and what is wrong with them."""

    records: Sequence[_Alone]
    between: Sequence[str]
    problems: tuple[Problem, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the records."""
        return tuple(each.entry for each in self.records)


class Kept:
    """The BibTeX files of a site as they were read."""

    def __init__(self, sources: Sequence[Source], limits: LimitsConfig) -> None:
        self._limits = limits
        self._files: dict[str, bytes] = {}
        self._parents: set[str] | None = set()
        defines = False
        for source in sources:
            decoded, data = decode(source.data), _plain(source.data)
            text = decoded.text.encode("utf-8", "surrogatepass")
            if not decoded.findings and text == data:
                self._files[source.path] = data
            asked = _asked(text)
            self._parents = None if asked is None or self._parents is None else self._parents | asked
            defines = defines or bool(_DEFINES.search(decoded.text))
        self._strings = strings_of(sources, limits) if defines else {}

    def revised(self, path: str, data: bytes, entries: Sequence[Entry]) -> Revision | None:
        """What a file says now; None where a change reaches beyond records that stand alone.

        Such a record is well-formed, takes nothing over from another, none takes anything over from it, and its strings
        are those that it named before. What it said before is read again too: where that is not what all files together
        gave, it does not stand alone.
        """
        before, data = self._files.get(path), _plain(data)
        if before is None or before == data:
            return None if before is None else Revision()
        start = _alike(before, data)
        stop = len(before) - _alike_at_the_end(before, data, start)
        lines = [entry.place.line for entry in entries]
        top = before.count(b"\n", 0, start) + 1
        bottom = top + before.count(b"\n", start, stop)
        first, behind = bisect_right(lines, top), bisect_right(lines, bottom)
        if not first or behind - first >= MOST:
            return None
        begins = _up(before, start, top - lines[first - 1])
        ends = _down(before, stop, lines[behind] - bottom) if behind < len(lines) else len(before)
        was, now = _text(before[begins:ends]), _text(data[begins : ends + len(data) - len(before)])
        place = Place(path, lines[first - 1])
        if was is None or now is None or not (old := self._piece(was, place)) or not (new := self._piece(now, place)):
            return None
        if not _are(old.entries, entries[first - 1 : behind]) or not _follow(old, new):
            return None
        further = now.count("\n") - was.count("\n")
        return Revision(first - 1, new.entries, further, old.problems, new.problems)

    def _piece(self, text: str, begins: Place) -> _Piece | None:
        """A piece of a file, which begins at a place; None where it does not begin with a record that stands alone."""
        notes = Notes(begins.file, Lines(text), CODES)
        records: list[_Alone] = []
        between: list[str] = []
        at = 0
        for chunk in split(text):
            one = self._one(text, chunk, notes, begins)
            if one is None:
                return None
            records.append(one)
            between.append(text[at : chunk.start])
            at = chunk.end
        problems = tuple(replace(each, place=_from(begins, each.place)) for each in notes.found)
        return _Piece(records, [*between, text[at:]], problems) if records and not between[0].strip() else None

    def _one(self, text: str, chunk: Chunk, notes: Notes, begins: Place) -> _Alone | None:
        """A record that stands alone; None for any other."""
        if chunk.written is None:
            return None
        named = frozenset(chunk.written.values[name].lower() for name in chunk.written.named)
        strings = self._strings.get(begins.file, Strings())
        fresh = Strings(later=strings.later, foreign=strings.foreign, most=self._limits.string_characters)
        record = parse_record(text, chunk, fresh, notes, self._limits.fields)
        if record is None or record.type in NO_PAGE or "crossref" in record.values or "xdata" in record.values:
            return None
        if self._parents is None or not record.key or record.key.lower() in self._parents:
            return None
        entry = to_entry(record, self._limits)
        certain = CERTAIN.match(text, text.rfind("\n", 0, chunk.start) + 1) is not None
        return _Alone(replace(entry, place=_from(begins, entry.place)), named, certain)


def _from(begins: Place, place: Place) -> Place:
    """A place of a piece in its file. begins: where the piece stands."""
    return Place(begins.file, begins.line + place.line - 1, place.column) if place.line else place


def _are(made: Sequence[Entry], known: Sequence[Entry]) -> bool:
    """Whether entries are the known ones, with what is not compared, too."""
    return len(made) == len(known) and all(
        one == other and one.place == other.place and one.ignore == other.ignore
        for one, other in zip(made, known, strict=True)
    )


def _follow(old: _Piece, new: _Piece) -> bool:
    """Whether the records are the same ones with other contents, and nothing else differs."""
    return old.between == new.between and all(
        one.entry.id == other.entry.id and one.certain == other.certain and other.named <= one.named
        for one, other in zip(old.records, new.records, strict=True)
    )


def _asked(text: bytes) -> set[str] | None:
    """The keys, in lower case, of records from which others take something over; None where that is not certain."""
    found: set[str] = set()
    for at in _places(text):
        asks = _ASKS.match(text[at : at + LONGEST].decode("utf-8", "replace"))
        if asks and asks[1] is None:
            return None
        if asks:
            found.update(key.strip().lower() for key in asks[1].split(","))
    return found


def _places(text: bytes) -> Iterator[int]:
    """Where a field may stand that takes something over. To look for words is quicker by far than for a pattern."""
    small = text.lower()
    for word in _ASKING:
        at = small.find(word)
        while at >= 0:
            yield at
            at = small.find(word, at + 1)


def _plain(data: bytes) -> bytes:
    """Bytes without the mark of UTF-8, with Unix line ends."""
    return data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")


def _text(data: bytes) -> str | None:
    """The text of a piece of a file; None where there is anything to say about its bytes."""
    decoded = decode(data)
    return None if decoded.findings or decoded.text.encode("utf-8", "surrogatepass") != data else decoded.text


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes two texts have in common at their beginning."""
    return _first_that_differs(min(len(one), len(other)), lambda start, stop: one[start:stop] == other[start:stop])


def _alike_at_the_end(one: bytes, other: bytes, start: int) -> int:
    """How many bytes two texts have in common at their end, not counting the first `start`."""
    mine, theirs = len(one), len(other)
    return _first_that_differs(
        min(mine, theirs) - start,
        lambda first, last: one[mine - last : mine - first] == other[theirs - last : theirs - first],
    )


def _first_that_differs(length: int, alike: Callable[[int, int], bool]) -> int:
    """The first number below `length` at which two rows differ. alike: whether they are the same between two."""
    at, step = 0, _BLOCK
    while step:
        if at + step <= length and alike(at, at + step):
            at += step
        else:
            step //= 2
    return at


def _up(data: bytes, offset: int, lines: int) -> int:
    """Where the line begins that stands so many lines above that of a byte."""
    for _ in range(lines):
        offset = data.rfind(b"\n", 0, offset)
    return data.rfind(b"\n", 0, offset) + 1


def _down(data: bytes, offset: int, lines: int) -> int:
    """Where the line begins that stands so many lines, one at least, below that of a byte."""
    for _ in range(lines):
        offset = data.find(b"\n", offset) + 1
    return offset

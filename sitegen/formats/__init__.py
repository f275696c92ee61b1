"""Formats of bibliographies: one file (or folder) per format, both directions, with its vocabulary tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Protocol

from sitegen.config import CrossrefConfig, LimitsConfig
from sitegen.model.entry import Entry
from sitegen.problems import Code, Place, Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliography file as it lies on the disk. path: relative to the site's folder, with `/`."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the sources. found: entries seen in them, broken, keyless and repeated ones counted."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: int = 0


@dataclass(frozen=True, slots=True)
class Registration:
    """What a deposit says beyond its entries.

    site_title: who publishes what names no publisher. crossref: who deposits there.
    moment: when, as YYYYMMDDhhmmss in UTC; "" when nobody said it.
    pages, pdfs: entry id to the absolute address of its page and of the PDF beside it. dois: entry id to its DOI.
    """

    site_title: str = ""
    crossref: CrossrefConfig = field(default_factory=CrossrefConfig)
    moment: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    pdfs: Mapping[str, str] = field(default_factory=dict)
    dois: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Writing:
    """What came of a deposit: its text, and which entries had to be left out of it and why."""

    text: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of the entries of one file since it was read.

    entries: those that may say something else now, one after the other. first: the number of the first of them among
    the entries of the file, counted from 0. lines: how many lines further down those behind them stand now.
    said, says: what was wrong with the records, where they stood, and what is now.
    """

    first: int = 0
    entries: tuple[Entry, ...] = ()
    lines: int = 0
    said: tuple[Problem, ...] = ()
    says: tuple[Problem, ...] = ()

    def changes(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """The entries by their numbers in the library. numbers: of those of the file."""
        return {numbers[self.first + at]: entry for at, entry in enumerate(self.entries)}

    def moved(self, entries: Sequence[Entry]) -> Iterator[tuple[Place, int]]:
        """The place behind which the entries of the file moved, and by how many lines; nothing where they did not."""
        if self.lines and self.entries:
            yield entries[self.first + len(self.entries) - 1].place, self.lines


class Revisable(Protocol):
    """All sources of a format as they were read: of a later state of one only what differs is read again."""

    def revised(self, path: str, data: bytes, entries: Sequence[Entry]) -> Revision | None:
        """What a source says now, as `read` would have it; None where only `read` can tell.

        path: of the source. data: its bytes now. entries: those that were read from it, in its order.
        """


Read = Callable[[Sequence[Source], LimitsConfig], Reading]
Write = Callable[[Sequence[Entry]], str]
Deposit = Callable[[Sequence[Entry], Registration], Writing]


class Record(NamedTuple):
    """One entry in a format: `full`, and `brief` without its abstracts, for what people paste and for long lists."""

    full: str
    brief: str


@dataclass(frozen=True, slots=True)
class Format:
    """A format on the shelf.

    name: the word of the command line (`bibtex`). title: for people ("BibTeX"). suffix: of files written, with its dot.
    media_type: of the export. suffixes: of files it reads, lower case; empty for an export only.
    read: all sources of the format at once, because strings and cross-references reach across files; never raises.
    revisable: sources that were read, kept for reading what changes in one of them; None where there is no quick way.
    record: one entry as the format has it; pure.
    opening, between, closing: what stands before, between and after the records of a file, which ends in a newline, so
    that a record is made once for all the files it stands in. empty: a file without records.
    write_ascii: entries in ASCII, for programs older than UTF-8; None where the format has no way to say it.
    begins: what stands at the beginning of each record's first line, "" where records are not told by lines.
    names_pdf: whether a record names the full text, so that a program fetches it.
    unlisted: CSL types that make a program refuse a whole file; a file of several works leaves such works out.
    codes: every defect that `read` or `deposit` can find.
    deposit: entries to one file with what a registration agency asks beyond them; None where there is no more to say.
        Raises SitegenError where the site's owner has to say it first.
    on_pages: whether every page of works offers it; else it is only written on request, by `sitegen export`.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    record: Callable[[Entry], Record]
    opening: str = ""
    between: str = "\n"
    closing: str = ""
    empty: str = ""
    read: Read | None = None
    revisable: Callable[[Sequence[Source], LimitsConfig], Revisable] | None = None
    write_ascii: Write | None = None
    suffixes: tuple[str, ...] = field(default=())
    begins: str = ""
    names_pdf: bool = False
    unlisted: frozenset[str] = frozenset()
    codes: Mapping[str, Code] = field(default_factory=dict)
    deposit: Deposit | None = None
    on_pages: bool = True

    def write(self, entries: Iterable[Entry]) -> str:
        """Entries as one file; what a deposit asks beyond them is left empty."""
        if self.deposit:
            return self.deposit(tuple(entries), Registration()).text
        return self.join(in_utf8(self.record(entry).full) for entry in entries).decode()

    def join(self, records: Iterable[bytes]) -> bytes:
        """Records as one file, in UTF-8 as they are."""
        joined = self.between.encode().join(records)
        return self.opening.encode() + joined + self.closing.encode() if joined else self.empty.encode()


def in_utf8(record: str) -> bytes:
    """A record as it stands in files; half a character, which no file can hold, becomes a question mark."""
    return record.encode("utf-8", "replace")


DEPOSITS: Mapping[str, Code] = {
    "not-deposited": Code("warning", "A registration agency does not take the entry; it is left out of the deposit."),
}
"""What can keep an entry from being deposited, by code."""


def on_request(name: str, title: str, suffix: str, media_type: str, deposit: Deposit) -> Format:
    """A format that no page offers, and that a registration agency takes as one whole file."""
    return Format(
        name=name,
        title=title,
        suffix=suffix,
        media_type=media_type,
        record=partial(_alone, deposit),
        deposit=deposit,
        on_pages=False,
        codes=DEPOSITS,
    )


def _alone(deposit: Deposit, entry: Entry) -> Record:
    """The file of one entry."""
    text = deposit((entry,), Registration()).text
    return Record(text, text)

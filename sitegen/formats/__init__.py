"""Formats of bibliographies: one file (or folder) per format, both directions, with its vocabulary tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.config import LimitsConfig
from sitegen.model.entry import Entry
from sitegen.problems import Code, Problem


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


Read = Callable[[Sequence[Source], LimitsConfig], Reading]
Write = Callable[[Sequence[Entry]], str]


class Record(NamedTuple):
    """One entry in a format: `full`, and `brief` without its abstracts, for what people paste and for long lists."""

    full: str
    brief: str


Join = Callable[[Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A format on the shelf.

    name: the word of the command line (`bibtex`). title: for people ("BibTeX"). suffix: of files written, with its dot.
    media_type: of the export. suffixes: of files it reads, lower case; empty for an export only.
    read: all sources of the format at once, because strings and cross-references reach across files; never raises.
    record: one entry as the format has it; pure. join: records to a file that ends in a newline, so that a record is
    made once for all the files it stands in. write_ascii: entries in ASCII, for programs older than UTF-8; None where
    the format has no way to say it.
    begins: what stands at the beginning of each record's first line, "" where records are not told by lines.
    names_pdf: whether a record names the full text, so that a program fetches it.
    unlisted: CSL types that make a program refuse a whole file; a file of several works leaves such works out.
    codes: every defect that `read` can find.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    record: Callable[[Entry], Record]
    join: Join
    read: Read | None = None
    write_ascii: Write | None = None
    suffixes: tuple[str, ...] = field(default=())
    begins: str = ""
    names_pdf: bool = False
    unlisted: frozenset[str] = frozenset()
    codes: Mapping[str, Code] = field(default_factory=dict)

    def write(self, entries: Iterable[Entry]) -> str:
        """Entries as one file."""
        return self.join(self.record(entry).full for entry in entries)

    def listed(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """The works that a file of several may hold: all, where nothing else would be left."""
        kept = [entry for entry in entries if entry.type not in self.unlisted] if self.unlisted else entries
        return kept or entries

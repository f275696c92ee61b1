"""The bibliography read and assembled with what the last build kept of it: of most edits, only the records it is in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.assemble import assemble
from sitegen.assemble.revised import Assembled
from sitegen.config import LimitsConfig
from sitegen.content import Content
from sitegen.formats import Format, Reading, Revisable, Revision, Source
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place, Problem
from sitegen.read import read_files
from sitegen.traces.bibliography import Bibliography, Read, save
from sitegen.traces.digests import digest_of


@dataclass(slots=True)
class Rereading:
    """One build's reading, which gives what reading and assembling everything gives.

    known: what the last build kept, None for nothing. program: what tells this program from the next version.
    changes: the entries that say something else, by their numbers among all; None where files were read as if nothing
    were known of them. moved: places behind which the entries of a file stand so many lines further down.
    """

    known: Bibliography | None = None
    program: Sequence[str] = ()
    changes: dict[int, Entry] | None = field(default_factory=dict)
    moved: list[tuple[Place, int]] = field(default_factory=list)
    _read: dict[str, Read] = field(default_factory=dict)
    _now: Bibliography | None = None

    def read(self, format_: Format, sources: Sequence[Source], limits: LimitsConfig) -> Reading:
        """What the files of a format say."""
        reading = self._again(format_, sources, limits) if self.changes is not None else None
        if reading is None:
            self.changes = None
            reading = read_files(format_, sources, limits)
        self._read[format_.name] = Read({source.path: source.data for source in sources}, reading)
        return reading

    def assemble(self, content: Content) -> tuple[Library, tuple[Problem, ...]]:
        """The library of what was read, and what is wrong with how its parts fit."""
        limits = digest_of((list(self.program), content.config.limits))
        around = digest_of((content.config, content.people, content.venues))
        known = self.known if self.known and self.known.around == around else None
        library, problems = (known and self._revised(known, content)) or assemble(content)
        self._now = Bibliography(limits, around, self._read, library, problems)
        return library, problems

    @property
    def news(self) -> Bibliography | None:
        """What the next build should know; None where that is what is known already."""
        return None if self._now and self.known and self._now.library is self.known.library else self._now

    def keep(self, place: Path) -> bytes:
        """Keep what the next build should know; its mark, b"" where that could not be done."""
        if self.news:
            return save(place, self.news, self.known)
        return self.known.mark if self.known else b""

    def forget(self) -> None:
        """Let go of what files say: it is kept, or will not be."""
        self.known, self._now, self._read = None, None, {}

    def _again(self, format_: Format, sources: Sequence[Source], limits: LimitsConfig) -> Reading | None:
        """What files say that are known, but for some records; None where only reading them can tell."""
        if not self.known or self.known.limits != digest_of((list(self.program), limits)):
            return None
        known = self.known.formats.get(format_.name)
        if known is None or [source.path for source in sources] != list(known.files):
            return None
        other = [source for source in sources if source.data != known.files[source.path]]
        if not other:
            return known.reading
        if format_.revisable is None:
            return None
        was = format_.revisable([Source(path, data) for path, data in known.files.items()], limits)
        reading: Reading | None = known.reading
        for source in other:
            reading = self._revise(reading, was, source) if reading else None
        return reading

    def _revise(self, reading: Reading, was: Revisable, source: Source) -> Reading | None:
        """What all files of a format say after one of them says something else; None where it is not a few records."""
        before = sum(len(of.reading.entries) for of in self._read.values())
        numbers = [number for number, entry in enumerate(reading.entries) if entry.place.file == source.path]
        of_file = [reading.entries[number] for number in numbers]
        revision = was.revised(source.path, source.data, of_file)
        if revision is None or not revision.entries or self.changes is None:
            return None
        told = revision.changes(numbers)
        # Names are compared with those of all other entries.
        if any(reading.entries[number].names != entry.names for number, entry in told.items()):
            return None
        behind = revision.first + len(revision.entries)
        end = of_file[behind].place.line if behind < len(of_file) else None
        problems = _otherwise(reading.problems, revision, of_file[revision.first].place, end)
        if problems is None:
            return None
        entries = list(reading.entries)
        for number in numbers[behind:] if revision.lines else ():
            entries[number] = _moved(entries[number], revision.lines)
        for number, entry in told.items():
            entries[number] = self.changes[before + number] = entry
        self.moved += revision.moved(of_file)
        return replace(reading, entries=tuple(entries), problems=problems)

    def _revised(self, known: Bibliography, content: Content) -> tuple[Library, tuple[Problem, ...]] | None:
        """The library as it is known, with what changed; None where only assembling everything can tell."""
        if self.changes is None or (self.moved and known.problems):
            return None
        if not self.changes:
            return known.library, known.problems
        read = tuple(entry for of in known.formats.values() for entry in of.reading.entries)
        was = Assembled.of(known.library, replace(content, entries=read))
        if content.people or content.venues or content.config.me:
            # Of their tables it is told which nobody needs: an entry elsewhere in the lists may be the first or last.
            was = replace(was, moves=False)
        library = was.revised(self.changes, self.moved)
        return None if library is None else (library, known.problems)


def _moved(entry: Entry, lines: int) -> Entry:
    """An entry that stands so many lines further down."""
    place = entry.place
    return Entry.of({**vars(entry), "place": Place(place.file, place.line + lines, place.column)})


def _otherwise(
    problems: Sequence[Problem], revision: Revision, begin: Place, end: int | None
) -> tuple[Problem, ...] | None:
    """Problems after some records of a file say something else, and what stands behind them moved.

    begin: of the first of those records. end: the first line behind them; None for the end of the file. None where only
    reading the file can tell: where something else is wrong with those records, or a problem names a place that moved.
    """
    found = list(problems)
    for said in revision.said:
        if said not in found:
            return None
        found.remove(said)
    for at, problem in enumerate(found) if revision.lines else ():
        place = problem.place
        if begin.file in problem.message:
            return None
        if place.file == begin.file and place.line >= begin.line:
            if end is None or place.line < end:
                return None
            found[at] = replace(problem, place=Place(place.file, place.line + revision.lines, place.column))
    return tuple(sorted((*found, *revision.says), key=lambda problem: problem.place))

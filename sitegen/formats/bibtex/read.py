"""All sources at once: strings and cross-references reach from file to file."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex.codes import CODES
from sitegen.formats.bibtex.decode import decode
from sitegen.formats.bibtex.entries import to_entry
from sitegen.formats.bibtex.inherit import resolve, tell_of_pageless
from sitegen.formats.bibtex.macros import Strings
from sitegen.formats.bibtex.parse import define, parse_record
from sitegen.formats.bibtex.record import Record
from sitegen.formats.bibtex.spellings import misspelt
from sitegen.formats.bibtex.split import Chunk, split
from sitegen.formats.bibtex.types import NO_PAGE
from sitegen.model.entry import Entry
from sitegen.model.notes import Notes
from sitegen.problems import excerpt
from sitegen.text.lines import Lines

_NO_RECORDS = frozenset({"string", "preamble", "comment"})


class _File:
    """One source on its way: text, chunks, strings, notes."""

    __slots__ = ("chunks", "notes", "source", "strings", "text")

    def __init__(self, source: Source, limits: LimitsConfig) -> None:
        decoded = decode(source.data)
        self.source = source
        self.text = decoded.text
        self.notes = Notes(source.path, Lines(decoded.text), CODES)
        for finding in decoded.findings:
            self.notes.add(finding.code, finding.message, finding.offset)
        self.chunks: list[Chunk] = list(split(decoded.text))
        self.strings = Strings(most=limits.string_characters)

    def let_go(self) -> None:
        """Forget the text and what was cut out of it; where a place is asked for later, the text is made again."""
        self.notes.lines.let_go(self._again)
        self.text = ""
        self.chunks.clear()

    def _again(self) -> str:
        """The text once more."""
        return decode(self.source.data).text


def read(sources: Sequence[Source], limits: LimitsConfig) -> Reading:
    """The entries of all sources, in their order; never raises. `found` counts broken and repeated ones."""
    opened = [_File(source, limits) for source in sources]
    _share_strings(opened)
    found = sum(chunk.word.lower() not in _NO_RECORDS for file in opened for chunk in file.chunks)
    records = [record for file in opened for record in _records(file, limits.fields)]
    resolve(records, limits.inheritance)
    tell_of_pageless(records)
    entries = tuple(to_entry(record, limits) for record in _handed_over(records) if record.type not in NO_PAGE)
    _compare(entries, opened)
    problems = tuple(
        problem for file in opened for problem in sorted(file.notes.found, key=lambda problem: problem.place)
    )
    return Reading(entries, problems, found)


def strings_of(sources: Sequence[Source], limits: LimitsConfig) -> Mapping[str, Strings]:
    """The strings that each file can use, by its path, before any of its own is defined."""
    opened = [_File(source, limits) for source in sources]
    _share_strings(opened)
    return {file.source.path: file.strings for file in opened}


def _compare(entries: Sequence[Entry], opened: Sequence[_File]) -> None:
    """Note what only the entries of all files together show."""
    notes = {file.notes.file: file.notes for file in opened}
    for entry, (code, message) in misspelt(entries):
        notes[entry.place.file].add_at(entry.place, code, message, entry.id)


def _handed_over(records: list[Record]) -> Iterator[Record]:
    """The records in their order, each forgotten when it is handed over: the memory of one serves the next entry."""
    records.reverse()
    while records:
        yield records.pop()


def _records(file: _File, most: int) -> Iterator[Record]:
    """The records of a file, which then forgets its text. most: fields that one may have."""
    for chunk in file.chunks:
        record = _record(file, chunk, most)
        if record:
            yield record
    file.let_go()


def _record(file: _File, chunk: Chunk, most: int) -> Record | None:
    """The record of a chunk; None for strings, which are defined as they come, comments, and what is broken."""
    word = chunk.word.lower()
    if word == "string":
        define(file.text, chunk, file.strings, file.notes)
    elif word == "comment":
        shown = excerpt(file.text[chunk.start : chunk.end])
        file.notes.add("runaway-comment", f"the comment {shown!r} never closes; only its line was skipped", chunk.start)
    elif word != "preamble":
        return parse_record(file.text, chunk, file.strings, file.notes, most)
    return None


def _share_strings(opened: Sequence[_File]) -> None:
    """Give every file the strings that it and all files define, the first definition of a name before later ones."""
    foreign: dict[str, str] = {}
    for file in opened:
        first = Strings(most=file.strings.most)
        silent = Notes(file.notes.file, Lines(""), CODES)
        for chunk in file.chunks:
            if chunk.word.lower() == "string":
                define(file.text, chunk, first, silent, known_only=True)
        for name, text in first.own.items():
            foreign.setdefault(name, text)
        file.strings = Strings(later=first.own, foreign=foreign, most=file.strings.most)

"""RIS to entries."""

from collections.abc import Iterator, Sequence

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.ris.codes import CODES
from sitegen.formats.ris.records import Record, records
from sitegen.formats.ris.tables import LATER, MEANINGS, READ_TYPES
from sitegen.formats.ris.tags import finish, give
from sitegen.model.entry import Entry
from sitegen.model.facts import Facts
from sitegen.model.notes import Notes
from sitegen.problems import excerpt
from sitegen.text.decode import archive_kind, decode
from sitegen.text.lines import Lines


def read(sources: Sequence[Source], limits: LimitsConfig) -> Reading:
    """The entries of all sources; never raises. `found` counts empty records too."""
    readings = [_read(source, limits) for source in sources]
    return Reading(
        tuple(entry for reading in readings for entry in reading.entries),
        tuple(problem for reading in readings for problem in reading.problems),
        sum(reading.found for reading in readings),
    )


def _read(source: Source, limits: LimitsConfig) -> Reading:
    """The entries of one file."""
    kind = archive_kind(source.data)
    if kind:
        said = Notes(source.path, Lines(""), CODES)
        said.add("not-ris", f"the file is {kind}, not RIS")
        return Reading(problems=tuple(said.found))
    decoded = decode(source.data)
    said = Notes(source.path, Lines(decoded.text), CODES)
    for finding in decoded.findings:
        said.add(finding.code, finding.message, finding.offset)
    found = list(records(decoded.text, said, 20 * limits.fields))
    if not found and decoded.text.strip():
        said.found.clear()
        said.add("not-ris", "no line of the file is a tag of RIS")
    entries = tuple(_entries(found, said, limits))
    return Reading(entries, tuple(sorted(said.found, key=lambda problem: problem.place)), len(found))


def _entries(found: Sequence[Record], said: Notes, limits: LimitsConfig) -> Iterator[Entry]:
    """The entries of records; empty ones are noted."""
    for record in found:
        if any(line.value for line in record.lines):
            yield _entry(record, said, limits)
        else:
            said.add("empty-record", "the record says nothing", record.start)


def _entry(record: Record, said: Notes, limits: LimitsConfig) -> Entry:
    """The entry of one record: its lines in their order, but those last that hang on others."""
    facts = Facts("", said, record.start, limits)
    kind = record.kind if record.kind in READ_TYPES else "GEN"
    facts.csl = READ_TYPES[kind]
    facts.id = next((facts.line(line.value, "ID") for line in record.lines if line.tag == "ID" and line.value), "")
    if record.kind and record.kind != kind:
        facts.note("unknown-type", f"the type {excerpt(record.kind)!r} is none of RIS; it is read as GEN")
    if record.left_out:
        facts.note("too-many-fields", f"the record has {record.left_out:,} lines too many; they are left out")
    meanings = MEANINGS[kind]
    order = {meaning: at for at, meaning in enumerate(LATER, 1)}
    for line in sorted(record.lines, key=lambda line: order.get(meanings.get(line.tag, ""), 0)):
        facts.offset = line.offset
        if line.value and line.tag != "ID":
            give(facts, line.tag, meanings.get(line.tag, ""), line.value)
    facts.offset = -1
    finish(facts, kind)
    return facts.entry()

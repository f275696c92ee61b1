"""CSL-JSON to entries: every variable into its field, with what could not be understood kept and said."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.csl_json.codes import CODES
from sitegen.formats.csl_json.items import Found, items
from sitegen.formats.csl_json.tables import DATES, ROLES, TITLES, TYPE_ALIASES, TYPES, WORDS
from sitegen.formats.csl_json.variables import fill
from sitegen.model.entry import Entry
from sitegen.model.facts import Facts
from sitegen.model.notes import Notes
from sitegen.problems import excerpt
from sitegen.text.decode import archive_kind, decode
from sitegen.text.lines import Lines

_TELLING = frozenset({"id", "title", "publisher", "DOI", "URL", "abstract", "page", *ROLES, *DATES, *TITLES, *WORDS})
"""Variables of which an item has one."""


def read(sources: Sequence[Source], limits: LimitsConfig) -> Reading:
    """The entries of all sources; never raises.

    A file is CSL-JSON when it is a list of objects (or has one under `items`, or is one object) of which one has a type
    of CSL and says what an item is about. Any other `.json` file is left alone with a word about it, because such files
    lie in content/ for reasons of their own; an empty list is passed over.
    """
    readings = [_read(source, limits) for source in sources]
    return Reading(
        tuple(entry for reading in readings for entry in reading.entries),
        tuple(problem for reading in readings for problem in reading.problems),
        sum(reading.found for reading in readings),
    )


def _read(source: Source, limits: LimitsConfig) -> Reading:
    """The entries of one file."""
    if archive_kind(source.data):
        return _left_alone(source)
    decoded = decode(source.data)
    members = items(decoded.text)
    if not members:
        return Reading()
    if not _is_csl(members, decoded.text):
        return _left_alone(source)
    said = Notes(source.path, Lines(decoded.text), CODES)
    for finding in decoded.findings:
        said.add(finding.code, finding.message, finding.offset)
    entries = tuple(_entries(members, said, limits))
    return Reading(entries, tuple(said.found), sum(member.offset < len(decoded.text) for member in members))


def _left_alone(source: Source) -> Reading:
    """A file that holds other data."""
    said = Notes(source.path, Lines(""), CODES)
    said.add("not-csl-json", "the file holds no list of CSL items; it is no bibliography and was left alone")
    return Reading(problems=tuple(said.found))


def _is_csl(members: Sequence[Found], text: str) -> bool:
    """Whether a file is CSL-JSON, or was before it broke."""
    if any(isinstance(member.value, dict) and _is_item(member.value) for member in members):
        return True
    broken = any(member.error for member in members)
    return broken and '"type"' in text and any(f'"{type_}"' in text for type_ in TYPES) and '"id"' in text


def _is_item(value: Mapping[str, object]) -> bool:
    """Whether an object is a CSL item."""
    said = value.get("type")
    return isinstance(said, str) and (said in TYPES or said in TYPE_ALIASES) and not _TELLING.isdisjoint(value)


def _entries(members: Sequence[Found], said: Notes, limits: LimitsConfig) -> Iterator[Entry]:
    """The entries of a file; what is broken is noted."""
    for member in members:
        if member.error:
            said.add("broken-json", f"the file cannot be read here: {excerpt(member.error)}", member.error_at)
        elif not isinstance(member.value, dict):
            said.add(
                "not-an-item", f"{excerpt(str(member.value)[:200])!r} stands in the list and is no item", member.offset
            )
        else:
            try:
                yield _entry(member.value, member.offset, said, limits)
            except RecursionError:
                said.add("broken-json", "the item is nested too deeply", member.offset)


def _entry(item: dict[str, object], offset: int, said: Notes, limits: LimitsConfig) -> Entry:
    """The entry of one item."""
    facts = Facts("", said, offset, limits)
    fill(facts, item)
    return facts.entry()

"""The bibliography of a build and the library that was assembled of it, as they lie in what sitegen remembers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sitegen.disk import sealed
from sitegen.formats import Reading
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Problem

_FRAME = 1000
"""Entries that are written together."""
_OWN = frozenset({"id", "citation_key"})
"""What of an entry the library says otherwise than its source."""

_Written = tuple[int, str] | Entry
"""An entry as it was read: the number of its like in the library and the key as written, or all of it."""


class _Of(msgspec.Struct, frozen=True, array_like=True):
    """What the files of one format said. files: their paths; their bytes follow in this order."""

    files: tuple[str, ...]
    entries: tuple[_Written, ...]
    problems: tuple[Problem, ...]
    found: int


class _Head(msgspec.Struct, frozen=True, array_like=True):
    """Everything but the bytes of the files and the entries of the library. limits, around: as in `Bibliography`.

    library: without entries, their ranks, and whom names stand for, which is in `person_of` with the id of the work.
    """

    limits: bytes
    around: bytes
    formats: dict[str, _Of]
    library: Library
    person_of: tuple[tuple[str, Name, str], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The files of one format, by their paths, and what they said."""

    files: Mapping[str, bytes]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What was read, by the name of the format, and what that makes together.

    limits: digest of what else it depends on what files say. around: digest of what else the library depends on.
    problems: those of assembling.
    """

    limits: bytes
    around: bytes
    formats: Mapping[str, Read]
    library: Library
    problems: tuple[Problem, ...]


_head = msgspec.msgpack.Decoder(_Head).decode
_entries = msgspec.msgpack.Decoder(tuple[Entry, ...]).decode
_encoded = msgspec.msgpack.encode


def load(path: Path) -> Bibliography | None:
    """What was kept; None where there is nothing, or it is damaged or of another version."""
    data = sealed.load(path)
    with suppress(msgspec.DecodeError, UnicodeDecodeError, LookupError):
        return _loaded(sealed.parted(data)) if data else None
    return None


def _loaded(parts: Iterator[memoryview]) -> Bibliography:
    """What the parts of a file say. Raises msgspec.DecodeError and LookupError for what nobody wrote."""
    head = _head(next(parts, b""))
    files = {path: bytes(next(parts, b"")) for of in head.formats.values() for path in of.files}
    entries = [entry for part in parts for entry in _entries(part)]
    library = replace(
        head.library,
        entries={entry.id: entry for entry in entries},
        rank={entry.id: at for at, entry in enumerate(entries)},
        person_of={(id_, name) if id_ else name: person for id_, name, person in head.person_of},
    )
    formats = {
        name: Read(
            {path: files[path] for path in of.files},
            Reading(tuple([_as_read(each, entries) for each in of.entries]), of.problems, of.found),
        )
        for name, of in head.formats.items()
    }
    return Bibliography(head.limits, head.around, formats, library, head.problems)


def save(path: Path, known: Bibliography) -> None:
    """Keep it for the next build; where that cannot be done, the next one reads everything."""
    sealed.save(path, sealed.sized(_parts(known)))


def _parts(known: Bibliography) -> Iterator[bytes]:
    """The parts of the file."""
    entries = tuple(known.library.entries.values())
    at = {entry.place: number for number, entry in enumerate(entries)}
    formats = {
        name: _Of(
            tuple(of.files),
            tuple([_written(entry, entries, at.get(entry.place)) for entry in of.reading.entries]),
            of.reading.problems,
            of.reading.found,
        )
        for name, of in known.formats.items()
    }
    person_of = tuple([(*_named(key), person) for key, person in known.library.person_of.items()])
    bare = replace(known.library, entries={}, rank={}, person_of={})
    yield _encoded(_Head(known.limits, known.around, formats, bare, person_of, known.problems))
    for of in known.formats.values():
        yield from of.files.values()
    for begin in range(0, len(entries), _FRAME):
        yield _encoded(entries[begin : begin + _FRAME])


def _named(key: Name | tuple[str, Name]) -> tuple[str, Name]:
    """A name that stands for somebody, behind the id of the work where it does so on that one alone."""
    return key if isinstance(key, tuple) else ("", key)


def _written(entry: Entry, entries: Sequence[Entry], number: int | None) -> _Written:
    """An entry as it was read. number: of the one in the library that stands at its place."""
    if number is None:
        return entry
    mine, like = vars(entry), vars(entries[number])
    alike = mine.keys() | _OWN == like.keys() | _OWN and not entry.citation_key
    if alike and all(like[name] is value or like[name] == value for name, value in mine.items() if name not in _OWN):
        return number, entry.id
    return entry


def _as_read(written: _Written, entries: Sequence[Entry]) -> Entry:
    """The entry again."""
    if isinstance(written, Entry):
        return written
    number, id_ = written
    return Entry.of({**vars(entries[number]), "id": id_, "citation_key": ""})

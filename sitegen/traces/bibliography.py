"""The bibliography of a build and the library that was assembled of it, as they lie in what sitegen remembers."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from operator import is_
from pathlib import Path

import msgspec

from sitegen.disk import sealed
from sitegen.formats import Reading
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Place, Problem
from sitegen.traces.believed import is_as_read

_TOGETHER = 1000
"""Entries that are written together."""
_Frame = tuple[tuple[Entry, ...], bytes | memoryview]
"""Entries that are written together, and how."""
_OWN = frozenset({"id", "citation_key"})
"""What of an entry the library says otherwise than its source."""

_Written = tuple[str, str] | Entry
"""An entry as it was read: the id of its like in the library and the key as written, or all of it."""


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
    """The files of one format, by their paths, and what they said. written: its entries as they were kept, if so."""

    files: Mapping[str, bytes]
    reading: Reading
    written: tuple[_Written, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What was read, by the name of the format, and what that makes together.

    limits: digest of what else it depends on what files say. around: digest of what else the library depends on.
    problems: those of assembling. mark: tells this state from any other, b"" while it is not kept. frames: entries of
    the library as they were kept together.
    """

    limits: bytes
    around: bytes
    formats: Mapping[str, Read]
    library: Library
    problems: tuple[Problem, ...]
    mark: bytes = field(default=b"", compare=False)
    frames: tuple[_Frame, ...] = field(default=(), compare=False, repr=False)


_head = msgspec.msgpack.Decoder(_Head).decode
_entries = msgspec.msgpack.Decoder(tuple[Entry, ...]).decode
_encoded = msgspec.msgpack.encode


def load(path: Path) -> Bibliography | None:
    """What was kept; None where there is nothing, it is damaged or of another version, or no reader would say that."""
    mark, data = sealed.load(path)
    with suppress(msgspec.DecodeError, UnicodeDecodeError, LookupError, RecursionError):
        found = _loaded(sealed.parted(data), mark) if data else None
        return found if found and _is_as_read(found) else None
    return None


def _is_as_read(found: Bibliography) -> bool:
    """Whether all of it can be what files say."""
    whole = (each for of in found.formats.values() for each in of.written if isinstance(each, Entry))
    return is_as_read(found.library, whole)


def _loaded(parts: Iterator[memoryview], mark: bytes) -> Bibliography:
    """What the parts of a file say. Raises msgspec.DecodeError and LookupError for what nobody wrote."""
    head = _head(next(parts, b""))
    files = {path: bytes(next(parts, b"")) for of in head.formats.values() for path in of.files}
    frames = [(_entries(part), part) for part in parts]
    entries = {entry.id: entry for those, _ in frames for entry in those}
    library = replace(
        head.library,
        entries=entries,
        rank={id_: at for at, id_ in enumerate(entries)},
        person_of={(id_, name) if id_ else name: person for id_, name, person in head.person_of},
    )
    formats = {
        name: Read(
            {path: files[path] for path in of.files},
            Reading(tuple([_as_read(each, entries) for each in of.entries]), of.problems, of.found),
            of.entries,
        )
        for name, of in head.formats.items()
    }
    return Bibliography(head.limits, head.around, formats, library, head.problems, mark, tuple(frames))


def save(path: Path, news: Bibliography, known: Bibliography | None) -> bytes:
    """Keep it for the next build: its mark; b"" where that cannot be done, and the next one reads everything.

    known: what the last build kept, of which what stands is taken as it was written.
    """
    return sealed.save(path, sealed.sized(_parts(news, known)))


def _parts(known: Bibliography, before: Bibliography | None) -> Iterator[bytes | memoryview]:
    """The parts of the file."""
    entries = tuple(known.library.entries.values())
    formats = {
        name: _Of(tuple(of.files), _all_written(name, known, before), of.reading.problems, of.reading.found)
        for name, of in known.formats.items()
    }
    person_of = tuple([(*_named(key), person) for key, person in known.library.person_of.items()])
    bare = replace(known.library, entries={}, rank={}, person_of={})
    yield _encoded(_Head(known.limits, known.around, formats, bare, person_of, known.problems))
    for of in known.formats.values():
        yield from of.files.values()
    frames = before.frames if before else ()
    for at, begin in enumerate(range(0, len(entries), _TOGETHER)):
        those, (were, written) = entries[begin : begin + _TOGETHER], frames[at] if at < len(frames) else ((), b"")
        yield written if len(those) == len(were) and all(map(is_, those, were)) else _encoded(those)


def _all_written(name: str, now: Bibliography, before: Bibliography | None) -> tuple[_Written, ...]:
    """The entries of a format as they were read."""
    was = before.formats.get(name) if before else None
    entries, library = now.formats[name].reading.entries, now.library.entries
    place_of = {entry.place: id_ for id_, entry in library.items()}
    if before is None or was is None or len(was.written) != len(entries):
        return tuple([_written(entry, library, place_of) for entry in entries])
    stands = {id_ for id_, entry in before.library.entries.items() if library.get(id_) is entry}
    known = [isinstance(each, tuple) and each[0] in stands for each in was.written]
    found = zip(known, was.written, was.reading.entries, entries, strict=True)
    return tuple(
        [
            written if is_known and then is entry else _written(entry, library, place_of)
            for is_known, written, then, entry in found
        ]
    )


def _named(key: Name | tuple[str, Name]) -> tuple[str, Name]:
    """A name that stands for somebody, behind the id of the work where it does so on that one alone."""
    return key if isinstance(key, tuple) else ("", key)


def _written(entry: Entry, entries: Mapping[str, Entry], place_of: Mapping[Place, str]) -> _Written:
    """An entry as it was read. place_of: ids in the library by where their entries stand."""
    id_ = place_of.get(entry.place)
    if id_ is None:
        return entry
    mine, like = vars(entry), vars(entries[id_])
    alike = mine.keys() | _OWN == like.keys() | _OWN and not entry.citation_key
    if alike and all(like[name] is value or like[name] == value for name, value in mine.items() if name not in _OWN):
        return id_, entry.id
    return entry


def _as_read(written: _Written, entries: Mapping[str, Entry]) -> Entry:
    """The entry again."""
    if isinstance(written, Entry):
        return written
    id_, key = written
    return Entry.of({**vars(entries[id_]), "id": key, "citation_key": ""})

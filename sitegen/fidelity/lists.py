"""Exports of many works: every list must hold the very records of its works that stand beside their pages.

Those were read back and compared one by one; here it is enough to see that each is there, whole, once and in order.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.date import year_key
from sitegen.model.library import Library

_KEY_LINE = re.compile(rb'^(?:@\w+\{[^,\n]*+,|ID  - [^\n]*+|\s*+"id": [^\n]*+)', re.MULTILINE)
"""The line that says which work a record of BibTeX, RIS or CSL-JSON is."""
_BETWEEN = b" \t\r\n,[]"


@dataclass(frozen=True, slots=True)
class Record:
    """A record to the letter, in few bytes.

    size: in bytes, without the blanks and brackets around it. mark: its line with the work's key.
    """

    size: int
    digest: bytes
    mark: bytes

    @classmethod
    def of(cls, data: bytes) -> "Record":
        """The record of an export of one work."""
        core = data.strip(_BETWEEN)
        found = _KEY_LINE.search(core)
        return cls(len(core), _digest(core), found[0] if found else core)


def _digest(data: bytes) -> bytes:
    """What tells records apart."""
    return hashlib.blake2b(data, digest_size=16).digest()


def list_paths(library: Library, suffix: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The exports of one format that hold several works, with the ids of those."""
    yield f"library{suffix}", tuple(library.entries)
    for group, lists in (("authors", library.by_person), ("venues", library.by_venue), ("topics", library.by_topic)):
        for id_, works in lists.items():
            yield f"{group}/{id_}/{id_}{suffix}", works
    for year, works in library.by_year.items():
        if year is not None:
            yield f"years/{year_key(year)}/{year_key(year)}{suffix}", works


def first_lost(data: bytes, works: Sequence[str], records: Mapping[str, Record]) -> str | None:
    """The first work whose record does not stand in a list where it should; "" where something follows the last."""
    at = 0
    for work in works:
        record = records.get(work)
        if record is None:  # its own export is missing or was not read, which is a difference of its own
            return None
        at = _over(data, at)
        if _digest(data[at : at + record.size]) != record.digest:
            return work
        at += record.size
    return "" if _over(data, at) < len(data) else None


def first_unnamed(data: bytes, works: Sequence[str], records: Mapping[str, Record]) -> str | None:
    """The first work whose key does not stand in a list of shortened records where it should; None where all do."""
    at = 0
    for work in works:
        record = records.get(work)
        if record is None:
            return None
        at = data.find(record.mark, at)
        if at < 0:
            return work
        at += len(record.mark)
    return None


def _over(data: bytes, at: int) -> int:
    """Behind what stands between two records."""
    while at < len(data) and data[at] in _BETWEEN:
        at += 1
    return at

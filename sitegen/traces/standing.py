"""What stands since the last build, because a library shares it with the one that was kept."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from sitegen.model.library import Library
from sitegen.reads import ALL, KEYS, SIZE
from sitegen.site import PLACE
from sitegen.traces.last import Last
from sitegen.traces.watch import PEOPLE_OF, TABLES

OF_ENTRIES = ("entries", "rank", PLACE)
"""What is read of an entry by its id, and is the same while the entry is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Digests that need not be found again. wholes: of tables. values: of what was read of others, by their names."""

    wholes: Mapping[str, bytes] = field(default_factory=dict)
    values: Mapping[str, Mapping[Hashable, bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, last: Last, was: Library, now: Library) -> "Standing":
        """What the last build noted of a library, as far as it is the very same now. was: the library then."""
        tables = last.kept.tables
        wholes = {
            name: tables[name].whole
            for name in TABLES
            if name in tables and tables[name].whole and getattr(was, name) is getattr(now, name)
        }
        same = {id_ for id_, entry in now.entries.items() if was.entries.get(id_) is entry}
        names = (*OF_ENTRIES, PEOPLE_OF) if was.person_of is now.person_of else OF_ENTRIES
        return cls(wholes, {name: _values(last, name, same) for name in names if name in tables})


def _values(last: Last, name: str, keys: set[str]) -> dict[Hashable, bytes]:
    """The digests of what was read of a table by some of its keys."""
    there = keys - {KEYS, SIZE, ALL}
    return {key: last.digest(number) for number, key in zip(*last.reads_of(name), strict=True) if key in there}

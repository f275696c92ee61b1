"""A library with a few entries that say something else, where the rest of it does not depend on what they say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.assemble.identity import made_key
from sitegen.assemble.kin import standing
from sitegen.assemble.order import newest_first
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.text.slugs import slug

SHAPE = (
    "id", "type", "names", "issued", "container_title", "container_title_short", "issn", "language", "keywords",
    "volume", "issue", "page", "number", "relations", "attachments", "aliases",
)  # fmt: skip
"""What of an entry decides on others: who and where they are, in which lists they stand and in what order."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A library, and the entries it was made of, as they were read. alone: ids of those that share theirs with none."""

    library: Library
    entries: Sequence[Entry]
    alone: frozenset[str]

    @classmethod
    def of(cls, library: Library, entries: Sequence[Entry]) -> "Assembled":
        """The library that `assemble` made of these entries, perhaps with its people's names in another language."""
        often = Counter(slug(entry.id or made_key(entry)) for entry in entries)
        return cls(library, entries, frozenset(id_ for id_, number in often.items() if number == 1))

    def revised(self, changes: Mapping[int, Entry], moved: Iterable[tuple[Place, int]] = ()) -> Library | None:
        """The library that `assemble` would make; None where more may change than these entries.

        changes: entries as they are read now, by their number among `entries`, with their keys as they were.
        moved: places behind which the entries of a file stand so many lines further down.
        """
        told: dict[str, Entry] = {}
        for number, entry in changes.items():
            was = self.entries[number]
            id_ = slug(was.id)
            if not was.id or id_ not in self.alone or not _same_shape(was, entry):
                return None
            known = self.library.entries[id_]
            named = replace(entry, id=id_, citation_key=known.citation_key, relations=known.relations)
            told[id_] = standing(named, self.library.kin)
        entries = {**self.library.entries, **told}
        if not _in_order(told, entries, self.library):
            return None
        for place, lines in moved:
            _move(entries, place, lines, told)
        return replace(self.library, entries=entries)


def _same_shape(one: Entry, other: Entry) -> bool:
    """Whether two entries are the same to all others."""
    return list(one.names) == list(other.names) and all(getattr(one, name) == getattr(other, name) for name in SHAPE)


def _in_order(ids: Iterable[str], entries: Mapping[str, Entry], library: Library) -> bool:
    """Whether each of the entries still stands between its neighbours in the order of the whole site."""
    order = list(library.rank)
    for id_ in ids:
        at = library.rank[id_]
        near = [newest_first(entries[each]) for each in order[max(0, at - 1) : at + 2]]
        if near != sorted(near):
            return False
    return True


def _move(entries: dict[str, Entry], place: Place, lines: int, told: Mapping[str, Entry]) -> None:
    """Let the entries behind a place of a file stand so many lines further down, but for those that say so already."""
    if not lines:
        return
    for id_, entry in entries.items():
        at = entry.place
        if at.file == place.file and at.line > place.line and id_ not in told:
            entries[id_] = Entry.of({**vars(entry), "place": Place(at.file, at.line + lines, at.column)})

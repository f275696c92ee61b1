"""A library with a few entries that say something else, where it can be told at once what that makes of the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.assemble.identity import made_key
from sitegen.assemble.kin import standing
from sitegen.assemble.order import newest_first
from sitegen.assemble.regroup import regrouped
from sitegen.config import VenueRecord
from sitegen.content import Content
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.text.slugs import slug

ALIKE = ("id", "names", "relations", "attachments", "aliases")
"""What of an entry nobody puts in the place of what it was: by whom it is, and what to others."""
LISTED = (
    "type", "issued", "container_title", "container_title_short", "issn", "language", "keywords", "volume", "issue",
    "page", "number",
)  # fmt: skip
"""What of an entry decides in which lists it stands, and how others are called there."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A library, and the entries it was made of, as they were read.

    records: the tables of venues.toml. alone: ids of entries that share theirs with none. alike: ids of people of whom
    several forms of the name are printed in the same letters: the order of their works decides between them.
    """

    library: Library
    entries: Sequence[Entry]
    records: Mapping[str, VenueRecord]
    alone: frozenset[str]
    alike: frozenset[str]

    @classmethod
    def of(cls, library: Library, content: Content) -> "Assembled":
        """The library that `assemble` made of a content, perhaps with its people's names in another language."""
        often = Counter(slug(entry.id or made_key(entry)) for entry in content.entries)
        alone = frozenset(id_ for id_, number in often.items() if number == 1)
        forms = {(person, name[1] if isinstance(name, tuple) else name) for name, person in library.person_of.items()}
        printed = Counter((person, name.to_plain()) for person, name in forms)
        alike = frozenset(person for (person, _), number in printed.items() if number > 1)
        return cls(library, content.entries, content.venues, alone, alike)

    def revised(self, changes: Mapping[int, Entry], moved: Iterable[tuple[Place, int]] = ()) -> Library | None:
        """The library that `assemble` would make; None where only that can tell.

        changes: entries as they are read now, by their number among `entries`, with their keys as they were.
        moved: places behind which the entries of a file stand so many lines further down.
        """
        told: dict[str, Entry] = {}
        moves = False
        for number, entry in changes.items():
            was = self.entries[number]
            id_ = slug(was.id)
            if not was.id or id_ not in self.alone or not _alike(was, entry, ALIKE):
                return None
            known = self.library.entries[id_]
            named = replace(entry, id=id_, citation_key=known.citation_key, relations=known.relations)
            told[id_] = standing(named, self.library.kin)
            moves = moves or not _alike(was, entry, LISTED)
        entries = {**self.library.entries, **told}
        moves = moves or not _in_order(told, entries, self.library)
        if moves and any(map(self._is_bound, told.values())):
            return None
        for place, lines in moved:
            _move(entries, place, lines, told)
        if moves:
            return regrouped(self.library, entries, told, self.records)
        return replace(self.library, entries=entries)

    def _is_bound(self, entry: Entry) -> bool:
        """Whether where an entry stands matters to more than the lists it stands in."""
        names = (name for names in entry.names.values() for name in names)
        people = (self.library.person(entry, name) for name in names)
        return (
            entry.id in self.library.kin
            or bool(entry.aliases)
            or any(person.id in self.alike for person in people if person)
        )


def _alike(one: Entry, other: Entry, names: Iterable[str]) -> bool:
    """Whether two entries say the same in some fields."""
    return list(one.names) == list(other.names) and all(getattr(one, name) == getattr(other, name) for name in names)


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

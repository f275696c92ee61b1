"""A library with a few entries that say something else, where it can be told at once what that makes of the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.assemble.identity import made_key
from sitegen.assemble.kin import standing
from sitegen.assemble.order import newest_first
from sitegen.assemble.people import CROWD
from sitegen.assemble.regroup import regrouped
from sitegen.content import Content
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.text.slugs import slug

ALIKE = ("id", "relations", "attachments", "aliases")
"""What of an entry nobody puts in the place of what it was: what it is to others."""
LISTED = (
    "type", "issued", "container_title", "container_title_short", "issn", "language", "keywords", "volume", "issue",
    "page", "number", "names",
)  # fmt: skip
"""What of an entry decides in which lists it stands, and how others are called there."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A library, and the entries it was made of, as they were read.

    content: where they stand. alone: ids of entries that share theirs with none. moves: whether entries may move in the
    lists: not where names so far back on a work that they lead nowhere may be those of somebody with a page, nor where
    people are told apart by entries.
    """

    library: Library
    content: Content
    alone: frozenset[str]
    moves: bool

    @classmethod
    def of(cls, library: Library, content: Content) -> "Assembled":
        """The library that `assemble` made of a content, perhaps with its people's names in another language."""
        often = Counter(slug(entry.id or made_key(entry)) for entry in content.entries)
        alone = frozenset(id_ for id_, number in often.items() if number == 1)
        crowded = any(len(names) > CROWD for entry in content.entries for names in entry.names.values())
        pinned = any(record.entries for record in content.people.values())
        return cls(library, content, alone, not crowded and not pinned)

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries as they were read."""
        return self.content.entries

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
            moves = moves or not _alike(was, entry, LISTED) or list(was.names) != list(entry.names)
        entries = {**self.library.entries, **told}
        moves = moves or not _in_order(told, entries, self.library)
        if moves and not (self.moves and all(map(self._may_move, told.values()))):
            return None
        for place, lines in moved:
            _move(entries, place, lines, told)
        if moves:
            return regrouped(self.library, entries, told, self.content)
        return replace(self.library, entries=entries)

    def _may_move(self, entry: Entry) -> bool:
        """Whether where an entry stands matters to nothing but the lists it stands in."""
        few = all(len(names) <= CROWD for names in entry.names.values())
        return few and entry.id not in self.library.kin and not entry.aliases


def _alike(one: Entry, other: Entry, names: Iterable[str]) -> bool:
    """Whether two entries say the same in some fields."""
    return all(getattr(one, name) == getattr(other, name) for name in names)


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

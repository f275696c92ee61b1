"""The lists of a library when a few of its entries stand elsewhere in them."""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sitegen.assemble.groups import issues, volumes
from sitegen.assemble.order import newest_first
from sitegen.assemble.topics import named_topic, topic_id
from sitegen.assemble.venues import spellings_of, venue_id, venue_of
from sitegen.config import VenueRecord
from sitegen.model.entry import Entry
from sitegen.model.library import Library, Topic
from sitegen.model.venue import Venue, volume_key

K = TypeVar("K", bound=Hashable)
Lists = Mapping[K, tuple[str, ...]]
KeysOf = Callable[[Library, Entry], Collection[Any]]
"""The keys of the lists of one table in which an entry stands."""


def regrouped(
    library: Library, entries: Mapping[str, Entry], ids: Collection[str], records: Mapping[str, VenueRecord]
) -> Library:
    """The library when the entries of these ids say something else, but neither by whom they are nor what to others.

    entries: all of them as they are now. records: the tables of venues.toml.
    """
    order = [id_ for id_ in library.rank if id_ not in ids]
    for id_ in ids:
        insort(order, id_, key=lambda each: newest_first(entries[each]))
    known = spellings_of(records, [])
    venues, topics = dict(library.venue_of), dict(library.topics_of)
    for id_ in ids:
        _put(venues, id_, venue_id(entries[id_], known) if entries[id_].container_title else "")
        _put(topics, id_, tuple(dict.fromkeys(filter(None, map(topic_id, entries[id_].keywords)))))
    now = replace(
        library,
        entries={id_: entries[id_] for id_ in order},
        rank={id_: at for at, id_ in enumerate(order)},
        venue_of=venues,
        topics_of=topics,
    )
    moves = _Moves(library, now, ids)
    by_year = moves.lists(library.by_year, lambda _, entry: (entry.year,))
    by_volume = moves.sorted_lists(library.by_volume, _volumes)
    now = replace(
        now,
        by_person=moves.lists(library.by_person, _people),
        by_venue=moves.sorted_lists(library.by_venue, _venues),
        by_topic=moves.sorted_lists(library.by_topic, _topics),
        by_year=dict(sorted(by_year.items(), key=lambda item: now.rank[item[1][0]])),
        by_type=moves.sorted_lists(library.by_type, lambda _, entry: (entry.type,)),
        by_volume=by_volume,
        volumes_of=volumes(by_volume),
        by_issue=issues(by_volume, now.entries),
    )
    return replace(now, venues=_venues_now(moves, now, records), topics=_topics_now(moves, now))


@dataclass(frozen=True, slots=True)
class _Moves:
    """A library before and after its entries of some ids have changed."""

    was: Library
    now: Library
    ids: Collection[str]

    def keys(self, keys_of: KeysOf) -> set[Any]:
        """The keys of all lists of a table in which one of the entries stands, or stood."""
        return {
            key
            for library in (self.was, self.now)
            for id_ in self.ids
            for key in keys_of(library, library.entries[id_])
        }

    def lists(self, lists: Lists[K], keys_of: KeysOf) -> dict[K, tuple[str, ...]]:
        """The lists of a table, each in the order of the library; the table in any order."""
        changed, rank = dict(lists), self.now.rank
        there = {id_: keys_of(self.now, self.now.entries[id_]) for id_ in self.ids}
        for key in self.keys(keys_of):
            members = {*lists.get(key, ())}.difference(self.ids)
            members.update(id_ for id_, keys in there.items() if key in keys)
            _put(changed, key, tuple(sorted(members, key=rank.__getitem__)))
        return changed

    def sorted_lists(self, lists: Lists[str], keys_of: KeysOf) -> dict[str, tuple[str, ...]]:
        """The same, the table by its keys."""
        return dict(sorted(self.lists(lists, keys_of).items()))


def _put(table: dict[K, Any], key: K, value: Any) -> None:
    """Put a value in its place; none where it is empty."""
    if value:
        table[key] = value
    else:
        table.pop(key, None)


def _people(library: Library, entry: Entry) -> Collection[str]:
    """The people on an entry."""
    found = (library.person(entry, name) for names in entry.names.values() for name in names)
    return {person.id for person in found if person}


def _venues(library: Library, entry: Entry) -> Collection[str]:
    """The venue of an entry."""
    return [library.venue_of[entry.id]] if entry.id in library.venue_of else []


def _topics(library: Library, entry: Entry) -> Collection[str]:
    """The topics of an entry."""
    return library.topics_of.get(entry.id, ())


def _volumes(library: Library, entry: Entry) -> Collection[str]:
    """The volume of an entry."""
    key = volume_key(library.venue_of.get(entry.id), entry)
    return [] if key is None else [key]


def _venues_now(moves: _Moves, now: Library, records: Mapping[str, VenueRecord]) -> dict[str, Venue]:
    """The venues, those anew in which one of the entries appeared."""
    venues = dict(now.venues)
    for id_ in moves.keys(_venues):
        works = now.works(now.by_venue.get(id_, ()))
        _put(venues, id_, venue_of(id_, works, records.get(id_), []) if works else None)
    return dict(sorted(venues.items()))


def _topics_now(moves: _Moves, now: Library) -> dict[str, Topic]:
    """The topics, those anew that one of the entries has."""
    topics = dict(now.topics)
    for id_ in moves.keys(_topics):
        spelt = (each for work in now.works(now.by_topic.get(id_, ())) for each in work.keywords)
        counts = Counter(each for each in spelt if topic_id(each) == id_)
        _put(topics, id_, named_topic(id_, counts) if counts else None)
    return dict(sorted(topics.items()))

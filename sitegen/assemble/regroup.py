"""The lists of a library when a few of its entries stand elsewhere in them."""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sitegen.assemble.groups import issues, volumes
from sitegen.assemble.order import newest_first
from sitegen.assemble.people import identify_people
from sitegen.assemble.topics import named_topic, topic_id
from sitegen.assemble.venues import spellings_of, venue_id, venue_of
from sitegen.config import VenueRecord
from sitegen.content import Content
from sitegen.model.entry import Entry
from sitegen.model.library import Library, Topic
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.model.venue import Venue, volume_key

K = TypeVar("K", bound=Hashable)
Lists = Mapping[K, tuple[str, ...]]
KeysOf = Callable[[Library, Entry], Collection[Any]]
"""The keys of the lists of one table in which an entry stands."""


def regrouped(library: Library, entries: Mapping[str, Entry], ids: Collection[str], content: Content) -> Library:
    """The library when the entries of these ids say something else, but not what they are to others.

    It may name its people in the language of the site, and does so then. No work has so many names that some of them
    lead nowhere, and nobody is told from others by the entries.

    entries: all of them as they are now. content: where the tables of people and venues stand.
    """
    order = [id_ for id_ in library.rank if id_ not in ids]
    for id_ in ids:
        insort(order, id_, key=lambda each: newest_first(entries[each]))
    known = spellings_of(content.venues, [])
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
    people, person_of, by_person = _people_now(moves, content)
    now = replace(
        now,
        people=library.people if people == library.people else people,
        person_of=person_of,
        by_person=by_person,
        by_venue=moves.sorted_lists(library.by_venue, _venues),
        by_topic=moves.sorted_lists(library.by_topic, _topics),
        by_year=dict(sorted(by_year.items(), key=lambda item: now.rank[item[1][0]])),
        by_type=moves.sorted_lists(library.by_type, lambda _, entry: (entry.type,)),
        by_volume=by_volume,
        volumes_of=volumes(by_volume),
        by_issue=issues(by_volume, now.entries),
    )
    return replace(now, venues=_venues_now(moves, now, content.venues), topics=_topics_now(moves, now))


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


def _people_now(
    moves: _Moves, content: Content
) -> tuple[dict[str, Person], dict[Name | tuple[str, Name], str], dict[str, tuple[str, ...]]]:
    """People, whom names stand for, and works by person; those people anew who are on one of the entries, or were."""
    was, now = moves.was, moves.now
    own = [library.entries[id_] for library in (was, now) for id_ in moves.ids]
    anew = identify_people(own, content.people, content.config.me).people.keys()
    works = {*moves.ids, *(work for id_ in anew for work in was.by_person.get(id_, ()))}
    found = identify_people([now.entries[id_] for id_ in now.rank if id_ in works], content.people, content.config.me)
    people = {id_: person for id_, person in was.people.items() if id_ not in anew}
    by_person = {id_: of for id_, of in was.by_person.items() if id_ not in anew}
    for id_ in anew & found.people.keys():
        people[id_], by_person[id_] = found.people[id_].in_language(content.config.language), found.works[id_]
    person_of = {name: id_ for name, id_ in was.person_of.items() if id_ not in anew}
    person_of |= {name: id_ for name, id_ in found.person_of.items() if id_ in anew}
    return dict(sorted(people.items())), person_of, dict(sorted(by_person.items()))


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

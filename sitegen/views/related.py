"""Other works a reader of one work may want, and why."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.views.kinship import versions_of
from sitegen.views.work import plain_title
from sitegen.words import _

MOST_CITED = 50
NEAR = 4
"""So many neighbours on either side in each list are looked at; more would let the cost grow with the library."""


def related(entry: Entry, site: Site, most: int = 4) -> tuple[tuple[Entry, str], ...]:
    """Works that share people, topics or the venue, best first, with the reason in words.

    Those that are named as related lead; what stands elsewhere on the page, as its versions do, is left out.
    """
    library = site.library
    kin = library.kin.get(entry.id, ())
    elsewhere = {
        *(each.id for each in kin if each.kind != "related"),
        *(versions_of(entry, library) if kin else ()),
    }
    named = (each.id for each in kin if each.kind == "related" and each.id not in elsewhere)
    chosen = dict.fromkeys(named, site.words.say(_("Named as related")))
    scores: dict[str, float] = {}
    for ids, weight in _lists(entry, library):
        value = weight / math.log2(len(ids) + 1)
        for other in _near(entry.id, ids, library):
            scores[other] = scores.get(other, 0.0) + value
    for other in elsewhere:
        scores.pop(other, None)
    for other in sorted(scores, key=lambda id_: (-scores[id_], library.rank[id_]))[:most]:
        chosen.setdefault(other, _reason(entry, library.entries[other], site))
    return tuple((library.entries[id_], why) for id_, why in list(chosen.items())[:most])


def _lists(entry: Entry, library: Library) -> Iterator[tuple[Sequence[str], float]]:
    """The lists of works that an entry stands in, with how much standing in them together tells."""
    for names in entry.names.values():
        for name in names[:20]:
            person = library.person(entry, name)
            if person:
                yield library.by_person[person.id], 3.0
    for cited in _cited(entry, library):
        yield library.cited_by[cited], 2.5
    for topic in library.topics_of.get(entry.id, ()):
        yield library.by_topic[topic], 2.0
    if venue := library.venue_of.get(entry.id):
        yield library.by_venue[venue], 1.0


def _cited(entry: Entry, library: Library) -> list[str]:
    """The first of the works here that an entry cites."""
    cited = (relation.id for relation in library.kin.get(entry.id, ()) if relation.kind == "cites")
    return list(islice(cited, MOST_CITED))


def _near(id_: str, ids: Sequence[str], library: Library) -> Iterator[str]:
    """The neighbours of an entry in a list, which is in the order of the library."""
    at = bisect_left(ids, library.rank[id_], key=library.rank.__getitem__)
    for other in ids[max(0, at - NEAR) : at + NEAR + 1]:
        if other != id_:
            yield other


def _reason(entry: Entry, other: Entry, site: Site) -> str:
    """What two works have in common, in words."""
    library, say = site.library, site.words.say
    mine = {
        person.id: person
        for names in entry.names.values()
        for name in names[:20]
        if (person := library.person(entry, name))
    }
    theirs = {
        person.id for names in other.names.values() for name in names[:20] if (person := library.person(other, name))
    }
    shared = [person.name.to_display() for id_, person in mine.items() if id_ in theirs]
    if shared:
        return say("Also by %(name)s") % {"name": shared[0]}
    theirs_too = set(_cited(other, library)).intersection(_cited(entry, library)) if entry.id in library.kin else set()
    if theirs_too:
        cited = library.entries[min(theirs_too, key=library.rank.__getitem__)]
        return say(_("Also cites %(title)s")) % {"title": plain_title(cited)}
    topics = [topic for topic in library.topics_of.get(entry.id, ()) if topic in library.topics_of.get(other.id, ())]
    if topics:
        names = " · ".join(library.topics[topic].name for topic in topics[:2])
        return (say("Shares the topic %(name)s") if len(topics) == 1 else say("Shares the topics %(name)s")) % {
            "name": names
        }
    venue = library.venue(entry)
    return say("Also in %(name)s") % {"name": venue.name} if venue else say("Related")

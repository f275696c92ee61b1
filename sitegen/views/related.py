"""Other works a reader of one work may want, and why."""

import math
from collections.abc import Hashable, Iterator, Mapping
from heapq import nlargest
from itertools import chain, islice

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.person import Person
from sitegen.site import Links, Site
from sitegen.views.kinship import PREPRINTS, versions_of
from sitegen.views.places import how_many, near
from sitegen.views.work import plain_title
from sitegen.words import _

MOST = 4
MOST_CITED = 50
NEAR = 4
"""So many neighbours on either side in each list are looked at; more would let the cost grow with the library."""


def related(site: Site, links: Links, id_: str) -> tuple[tuple[str, str], ...]:
    """Ids of works that share people, topics or the venue with one, best first, with the reason in words.

    Those that are named as related lead; what stands elsewhere on the page, as its versions do, is left out.
    """
    library = site.library
    entry = library.entries[id_]
    kin = library.kin.get(entry.id, ())
    elsewhere = {
        *(each.id for each in kin if each.kind != "related"),
        *(versions_of(entry, library, across=PREPRINTS) if kin else ()),
    }
    named = (each.id for each in kin if each.kind == "related" and each.id not in elsewhere)
    chosen = dict.fromkeys(named, site.words.say(_("Named as related")))
    scores: dict[str, float] = {}
    for table, key, weight in _lists(entry, library):
        value = weight / math.log2(site.ask(how_many, links, table, key) + 1)
        for other in chain(*near(site, links, table, key, id_, NEAR)):
            scores[other] = scores.get(other, 0.0) + value
    for other in elsewhere:
        scores.pop(other, None)
    least = min(nlargest(MOST, scores.values()), default=0.0)
    promising = [id_ for id_, score in scores.items() if score >= least]
    best = sorted(promising, key=lambda id_: (-scores[id_], library.rank[id_]))[:MOST]
    mine = _people(entry, library) if best else {}
    for other in best:
        if other not in chosen:
            chosen[other] = _reason(entry, mine, library.entries[other], site)
    return tuple(chosen.items())[:MOST]


def _lists(entry: Entry, library: Library) -> Iterator[tuple[str, Hashable, float]]:
    """The lists of works that an entry stands in, by table and key, with how much standing in them together tells."""
    for names in entry.names.values():
        for name in names[:20]:
            person = library.person(entry, name)
            if person:
                yield "by_person", person.id, 3.0
    for cited in _cited(entry, library):
        yield "cited_by", cited, 2.5
    for topic in library.topics_of.get(entry.id, ()):
        yield "by_topic", topic, 2.0
    if venue := library.venue_of.get(entry.id):
        yield "by_venue", venue, 1.0


def _cited(entry: Entry, library: Library) -> list[str]:
    """The first of the works here that an entry cites."""
    cited = (relation.id for relation in library.kin.get(entry.id, ()) if relation.kind == "cites")
    return list(islice(cited, MOST_CITED))


def _people(entry: Entry, library: Library) -> dict[str, Person]:
    """The people of a work, but for those far back in long lists."""
    return {
        person.id: person
        for names in entry.names.values()
        for name in names[:20]
        if (person := library.person(entry, name))
    }


def _reason(entry: Entry, mine: Mapping[str, Person], other: Entry, site: Site) -> str:
    """What two works have in common, in words. mine: the people of the first."""
    library, say = site.library, site.words.say
    theirs = _people(other, library)
    shared = next((person for id_, person in mine.items() if id_ in theirs), None)
    if shared:
        return say("Also by %(name)s") % {"name": shared.name.to_display()}
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

"""The second stage: entries become a library, with unique ids, known people and venues, and the indexes over them."""

from collections.abc import Mapping

from sitegen.assemble.groups import grouped, grouped_by_year, issues, volumes
from sitegen.assemble.identity import identified
from sitegen.assemble.kin import citing, kin_of, standing
from sitegen.assemble.order import newest_first
from sitegen.assemble.people import identify_people
from sitegen.assemble.topics import identify_topics
from sitegen.assemble.venues import identify_venues
from sitegen.content import Content
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.venue import volume_key
from sitegen.problems import Problem
from sitegen.text.slugs import slug

__all__ = ["assemble"]


def assemble(content: Content) -> tuple[Library, tuple[Problem, ...]]:
    """The library of everything that was read, and what was wrong with how its parts fit."""
    entries, problems = identified(content.entries)
    entries = sorted(entries, key=newest_first)
    kin = kin_of(entries)
    entries = [standing(entry, kin) for entry in entries]
    people = identify_people(entries, content.people, content.config.me)
    venues = identify_venues(entries, content.venues)
    topics = identify_topics(entries)
    by_id = {entry.id: entry for entry in entries}
    by_volume = grouped((volume_key(venues.venue_of.get(entry.id), entry), entry.id) for entry in entries)
    library = Library(
        entries=by_id,
        people=people.people,
        venues=venues.venues,
        topics=topics.topics,
        person_of=people.person_of,
        venue_of=venues.venue_of,
        topics_of=topics.topics_of,
        by_person=people.works,
        by_venue=grouped((venues.venue_of.get(entry.id), entry.id) for entry in entries),
        by_topic=grouped((topic, entry.id) for entry in entries for topic in topics.topics_of.get(entry.id, ())),
        by_year=grouped_by_year(entries),
        by_type=grouped((entry.type, entry.id) for entry in entries),
        by_volume=by_volume,
        volumes_of=volumes(by_volume),
        by_issue=issues(by_volume, by_id),
        kin=kin,
        cited_by=citing(by_id, kin),
        rank={entry.id: rank for rank, entry in enumerate(entries)},
        aliases=_aliases(by_id),
    )
    return library, (*problems, *people.problems, *venues.problems)


def _aliases(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Present ids by former ones that no entry has now; the first entry of the library that claims one keeps it."""
    found: dict[str, str] = {}
    for entry in entries.values():
        for alias in entry.aliases:
            if slug(alias) not in entries:
                found.setdefault(slug(alias), entry.id)
    return found

"""The second stage: entries become a library, with unique ids, known people and venues, and the indexes over them."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.assemble.identity import identified
from sitegen.assemble.kin import citing, kin_of, standing
from sitegen.assemble.order import newest_first
from sitegen.assemble.people import identify_people
from sitegen.assemble.topics import identify_topics
from sitegen.assemble.venues import identify_venues
from sitegen.content import Content
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.venue import volume_key, volume_order
from sitegen.problems import Problem
from sitegen.text.numbers import number_key
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
    by_volume = _grouped((volume_key(venues.venue_of.get(entry.id), entry), entry.id) for entry in entries)
    library = Library(
        entries=by_id,
        people=people.people,
        venues=venues.venues,
        topics=topics.topics,
        person_of=people.person_of,
        venue_of=venues.venue_of,
        topics_of=topics.topics_of,
        by_person=people.works,
        by_venue=_grouped((venues.venue_of.get(entry.id), entry.id) for entry in entries),
        by_topic=_grouped((topic, entry.id) for entry in entries for topic in topics.topics_of.get(entry.id, ())),
        by_year=_grouped_by_year(entries),
        by_type=_grouped((entry.type, entry.id) for entry in entries),
        by_volume=by_volume,
        volumes_of=_volumes(by_volume),
        by_issue=_issues(by_volume, by_id),
        kin=kin,
        cited_by=citing(by_id, kin),
        rank={entry.id: rank for rank, entry in enumerate(entries)},
        aliases=_aliases(by_id),
    )
    return library, (*problems, *people.problems, *venues.problems)


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    """Ids under each key, keys sorted; pairs without a key are left out."""
    groups: dict[str, list[str]] = {}
    for key, id_ in pairs:
        if key is not None:
            groups.setdefault(key, []).append(id_)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _volumes(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The keys of each venue's volumes, in the order people count them."""
    volumes: dict[str, list[str]] = {}
    for key in keys:
        volumes.setdefault(key.partition("/")[0], []).append(key)
    return {venue: tuple(sorted(group, key=volume_order)) for venue, group in volumes.items()}


def _issues(
    by_volume: Mapping[str, Sequence[str]], entries: Mapping[str, Entry]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The works of each issue in the order of their pages."""
    issues: dict[tuple[str, str], list[Entry]] = {}
    for volume, ids in by_volume.items():
        for entry in (entries[id_] for id_ in ids):
            if entry.issue:
                issues.setdefault((volume, entry.issue), []).append(entry)
    return {
        key: tuple(entry.id for entry in sorted(works, key=lambda entry: number_key(entry.page or entry.number)))
        for key, works in issues.items()
    }


def _aliases(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Present ids by former ones that no entry has now; the first entry of the library that claims one keeps it."""
    found: dict[str, str] = {}
    for entry in entries.values():
        for alias in entry.aliases:
            if slug(alias) not in entries:
                found.setdefault(slug(alias), entry.id)
    return found


def _grouped_by_year(entries: list[Entry]) -> dict[int | None, tuple[str, ...]]:
    """Ids under each year, newest first, those without a date last."""
    groups: dict[int | None, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry.year, []).append(entry.id)
    return {year: tuple(ids) for year, ids in groups.items()}

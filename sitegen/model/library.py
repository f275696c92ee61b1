"""All entries, people and venues, and who did what: the only value that can follow an id."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen.model.entry import Entry, Relation
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.model.venue import Venue


@dataclass(frozen=True, slots=True)
class Topic:
    """A keyword with a page of its own; `id` is its slug, `name` the spelling most entries use."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Entries newest first, and the indexes over them. Every list of ids is in that same order.

    entries: by id, in the order of the whole site: newest first, then by title.
    person_of: printed name (`Name.printed()`), with the entry's id for a homonym, to person id.
    venue_of: entry id to venue id; entries without a container are missing.
    by_volume: "venue id/slug of the volume" to the works in it. volumes_of: venue id to the keys of its
        volumes, lowest first. rank: entry id to its position in `entries`.
    by_issue: (key of the volume, issue) to the works in it, in the order of their pages.
    kin: entry id to how it stands to others, whichever of the two says so: what it says itself comes first.
    cited_by: entry id to the works here that cite it.
    aliases: former id of an entry, which no entry has now, to its present one.
    """

    entries: Mapping[str, Entry]
    people: Mapping[str, Person] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    person_of: Mapping[Name | tuple[str, Name], str] = field(default_factory=dict)
    venue_of: Mapping[str, str] = field(default_factory=dict)
    topics_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_person: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_venue: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_topic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_year: Mapping[int | None, tuple[str, ...]] = field(default_factory=dict)
    by_type: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_volume: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    volumes_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_issue: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    kin: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    cited_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rank: Mapping[str, int] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> "Library":
        """The library with its people under the names that readers of a language know."""
        if not any(person.names for person in self.people.values()):
            return self
        return replace(self, people={id_: person.in_language(language) for id_, person in self.people.items()})

    def person(self, entry: Entry, name: Name) -> Person | None:
        """Whom a name on an entry stands for; None when names of its role get no page."""
        printed = name.printed()
        found = self.person_of.get((entry.id, printed)) or self.person_of.get(printed)
        return self.people[found] if found else None

    def more_than(self, number: int) -> bool:
        """Whether there are more entries than this."""
        return len(self.entries) > number

    def venue(self, entry: Entry) -> Venue | None:
        """Where an entry appeared; None when it has no container."""
        found = self.venue_of.get(entry.id)
        return self.venues[found] if found else None

    def works(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries of ids, in the order given."""
        return tuple(self.entries[each] for each in ids)

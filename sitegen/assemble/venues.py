"""Where works appeared: containers that differ only in case and accents are one; venues.toml has the last word."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.config import VenueRecord
from sitegen.model.entry import Entry
from sitegen.model.venue import Venue, VenueKind
from sitegen.problems import Place, Problem, excerpt
from sitegen.text.addresses import issn, web_address
from sitegen.text.slugs import slug

KINDS: Mapping[str, VenueKind] = {
    "article-journal": "journal",
    "article-magazine": "journal",
    "article-newspaper": "journal",
    "review": "journal",
    "paper-conference": "proceedings",
    "chapter": "book",
    "entry-encyclopedia": "book",
    "entry-dictionary": "book",
}


@dataclass(frozen=True, slots=True)
class Venues:
    """Venues by id, and entry id to venue id."""

    venues: Mapping[str, Venue]
    venue_of: Mapping[str, str]
    problems: tuple[Problem, ...] = field(default=())


def identify_venues(entries: Sequence[Entry], records: Mapping[str, VenueRecord]) -> Venues:
    """Venues from the containers of all entries."""
    known = {
        slug(spelling): key
        for key, record in records.items()
        for spelling in (record.name, record.abbreviation, *record.variants)
        if spelling
    }
    venue_of: dict[str, str] = {}
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.container_title:
            made = slug(entry.container_title.to_plain())
            venue = venue_of[entry.id] = known.get(made, made)
            found.setdefault(venue, []).append(entry)
    problems: list[Problem] = []
    venues = {id_: _venue(id_, found[id_], records.get(id_), problems) for id_ in sorted(found)}
    return Venues(venues, venue_of, tuple(problems))


def _venue(id_: str, entries: Sequence[Entry], record: VenueRecord | None, problems: list[Problem]) -> Venue:
    """One venue: what the owner says of it, else what its entries say."""
    names = Counter(entry.container_title.to_plain() for entry in entries)
    name = record.name if record else min(names, key=lambda each: (-names[each], each))
    languages = Counter(entry.language for entry in entries)
    first = entries[0]
    return Venue(
        id=id_,
        name=name,
        kind=KINDS.get(first.type, "book"),
        abbreviation=(record.abbreviation if record else "") or first.container_title_short,
        issn=_issns(id_, record, entries, problems),
        publisher=record.publisher if record else "",
        homepage=web_address(record.homepage) if record else "",
        variants=tuple(sorted(set(names) - {name})),
        language=min(languages, key=lambda each: (-languages[each], each)),
    )


def _issns(id_: str, record: VenueRecord | None, entries: Sequence[Entry], problems: list[Problem]) -> tuple[str, ...]:
    """Valid ISSNs of the owner, else of the entries, in the order given."""
    if record and record.issn:
        problems.extend(
            Problem(
                "bad-issn",
                f"[{id_}] issn {excerpt(number)!r} has a wrong check digit",
                Place("content/venues.toml"),
                "Mend or remove the number.",
            )
            for number in record.issn
            if not issn(number)
        )
        return tuple(valid for number in record.issn if (valid := issn(number)))
    return tuple(dict.fromkeys(number for entry in entries for number in entry.issn))

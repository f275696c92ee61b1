"""Where works appeared: containers that differ only in case and accents are one; venues.toml has the last word."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.config import VenueRecord
from sitegen.model.entry import Entry
from sitegen.model.venue import Venue, VenueKind
from sitegen.problems import Place, Problem, excerpt
from sitegen.text.addresses import issn, web_address
from sitegen.text.slugs import slug

PLACE = Place("content/venues.toml")
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
    problems: list[Problem] = []
    known = spellings_of(records, problems)
    appeared: dict[str, str] = {}
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.container_title:
            venue = appeared[entry.id] = venue_id(entry, known)
            found.setdefault(venue, []).append(entry)
    venues = {id_: venue_of(id_, found[id_], records.get(id_), problems) for id_ in sorted(found)}
    problems.extend(_unused(records, venues))
    return Venues(venues, appeared, tuple(problems))


def venue_id(entry: Entry, known: Mapping[str, str]) -> str:
    """The id of the venue of an entry that has a container. known: venues by the slugs of their spellings."""
    made = slug(entry.container_title.to_plain())
    return known.get(made, made)


def spellings_of(records: Mapping[str, VenueRecord], problems: list[Problem]) -> dict[str, str]:
    """Venues by the slugs of their spellings; a spelling that two venues claim is the first one's."""
    known: dict[str, str] = {}
    for key, record in records.items():
        problems.extend(
            Problem(
                "repeated-spelling",
                f"[{excerpt(key)}] the spelling {excerpt(spelling)!r} is already that of [{excerpt(first)}]",
                PLACE,
                "Delete it from one of them.",
            )
            for spelling in filter(None, (record.name, record.abbreviation, *record.variants))
            if (first := known.setdefault(slug(spelling), key)) != key
        )
    return known


def _unused(records: Mapping[str, VenueRecord], venues: Mapping[str, Venue]) -> Iterable[Problem]:
    """Venues of venues.toml that no entry names."""
    for key, record in records.items():
        if key not in venues:
            yield Problem(
                "unused-venue",
                f"[{excerpt(key)}] no entry appeared in {excerpt(record.name)!r}",
                PLACE,
                "Add a variant as the entries print it, or remove the table.",
                "info",
            )


def venue_of(id_: str, entries: Sequence[Entry], record: VenueRecord | None, problems: list[Problem]) -> Venue:
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
        homepage=_homepage(id_, record, problems) if record else "",
        variants=tuple(sorted(set(names) - {name})),
        language=min(languages, key=lambda each: (-languages[each], each)),
    )


def _homepage(id_: str, record: VenueRecord, problems: list[Problem]) -> str:
    """The home page of a venue; "" and a problem for what is no web address."""
    address = web_address(record.homepage) if record.homepage else ""
    if record.homepage and not address:
        problems.append(
            Problem(
                "bad-homepage",
                f"[{id_}] homepage {excerpt(record.homepage)!r} is not valid",
                PLACE,
                "Mend or remove the homepage.",
            )
        )
    return address


def _issns(id_: str, record: VenueRecord | None, entries: Sequence[Entry], problems: list[Problem]) -> tuple[str, ...]:
    """Valid ISSNs of the owner, else of the entries, in the order given."""
    if record and record.issn:
        problems.extend(
            Problem(
                "bad-issn",
                f"[{id_}] issn {excerpt(number)!r} has a wrong check digit",
                PLACE,
                "Mend or remove the number.",
            )
            for number in record.issn
            if not issn(number)
        )
        return tuple(valid for number in record.issn if (valid := issn(number)))
    return tuple(dict.fromkeys(number for entry in entries for number in entry.issn))

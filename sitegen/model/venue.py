"""Where works appeared: journals, proceedings, book series."""

from dataclasses import dataclass
from typing import Literal

from sitegen.model.entry import Entry
from sitegen.text.numbers import number_key
from sitegen.text.slugs import slug

VenueKind = Literal["journal", "proceedings", "book", "series"]


@dataclass(frozen=True, slots=True)
class Venue:
    """A container with a page of its own.

    id: the slug of the page. name: plain Unicode. language: BCP 47 of the name, "" when not known.
    issn: validated. variants: other spellings found, sorted.
    """

    id: str
    name: str
    kind: VenueKind = "journal"
    abbreviation: str = ""
    issn: tuple[str, ...] = ()
    publisher: str = ""
    homepage: str = ""
    variants: tuple[str, ...] = ()
    language: str = ""


def volume_key(venue: str | None, entry: Entry) -> str | None:
    """The key of the page of an entry's volume, "venue id/slug of the volume"; None where its venue has no volumes."""
    if venue is None or not entry.volume or not entry.type.startswith("article-"):
        return None
    return f"{venue}/{slug(entry.volume)}"


def volume_order(key: str) -> tuple[object, ...]:
    """What the keys of a venue's volumes sort by: the number as people count.

    >>> sorted(["cacm/10", "cacm/9"], key=volume_order)
    ['cacm/9', 'cacm/10']
    """
    return number_key(key.partition("/")[2]), key

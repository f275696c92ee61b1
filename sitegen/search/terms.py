"""What a work is found by, and what a result shows of it: all that the index of a large library takes from one work."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.search.postings import ABSTRACT, FAMILY, GIVEN, VENUE, Words, reader, title_part
from sitegen.site import Links, Site
from sitegen.text.search_words import identifier
from sitegen.views.known_as import known_as
from sitegen.views.work import FLAGS, SEARCHED_NAMES, flags_of, foreign, plain_title

SHOWN_NAMES = 6


class Terms(msgspec.Struct, frozen=True):
    """One work. words: by the part of the work they stand in. identifiers: the words of what is typed whole.

    shown: address, title, names, venue, language of the title, PDF. also: other names of its authors.
    kind: CSL type. flags: one bit for each of the `FLAGS`. venue, topics: ids.
    """

    id: str
    year: int | None
    words: tuple[tuple[str, tuple[str, ...]], ...]
    identifiers: tuple[str, ...]
    shown: tuple[Any, ...]
    also: tuple[str, ...]
    kind: str
    flags: int
    venue: str
    topics: tuple[str, ...]


def search_terms(site: Site, links: Links, id_: str) -> Terms:
    """The question what the index takes from a work."""
    library = site.library
    entry = library.entries[id_]
    flags = flags_of(entry, site)
    words = site.once(("reader",), reader)
    return Terms(
        id=id_,
        year=entry.year,
        words=tuple((part, tuple(sorted(found))) for part, found in _by_part(_words(entry, site, words)).items()),
        identifiers=tuple(map(identifier, identifiers(entry))),
        shown=shown(entry, site, links, SHOWN_NAMES + 1),
        also=known_as(entry, site, SHOWN_NAMES),
        kind=entry.type,
        flags=sum(1 << number for number, flag in enumerate(FLAGS) if flag in flags),
        venue=library.venue_of.get(id_, ""),
        topics=library.topics_of.get(id_, ()),
    )


def _by_part(words: Iterable[tuple[str, set[str]]]) -> dict[str, set[str]]:
    """Words of the same part together."""
    found: dict[str, set[str]] = {}
    for part, more in words:
        found.setdefault(part, set()).update(more)
    return found


def _words(entry: Entry, site: Site, words: Words) -> Iterator[tuple[str, set[str]]]:
    """The words of a work by part, without those of its venue and its topics, which have theirs."""
    title = plain_title(entry)
    yield title_part(title), set(words(title))
    for name in entry.authors[:SEARCHED_NAMES]:
        yield FAMILY, set(words(name.family_with_particles()))
        yield GIVEN, set(words(name.given))
    for other in known_as(entry, site, SEARCHED_NAMES):
        yield GIVEN, set(words(other))
    if entry.id not in site.library.venue_of:
        yield VENUE, set(words(where(entry, site.library)))
    if site.config.abstracts_in_search and entry.abstracts:
        yield ABSTRACT, set(words(entry.abstract.to_plain()))


def shown(entry: Entry, site: Site, links: Links, names: int) -> tuple[Any, ...]:
    """What a result shows: address, title, names, venue, language of the title, PDF; from the site's root."""
    return (
        links.url("article", entry.id),
        plain_title(entry),
        [name.to_display() for name in entry.authors[:names]],
        where(entry, site.library),
        foreign(entry.language, site),
        links.url("pdf", entry.id) if entry.id in site.pdfs else entry.link("pdf"),
    )


ARCHIVES = {"arxiv": "arXiv", "hal": "HAL"}
"""Archives where a work that appeared nowhere else can be read, by the scheme of its identifier."""


def where(entry: Entry, library: Library) -> str:
    """Where a work appeared: its venue, else its publisher, else the archive that keeps it."""
    venue = library.venue(entry)
    if venue:
        return venue.name
    archives = (name for scheme, name in ARCHIVES.items() if scheme in entry.identifiers)
    return entry.publisher.to_plain() or next(archives, "")


def identifiers(entry: Entry) -> Iterator[str]:
    """What a work is found by when it is typed whole."""
    if entry.doi:
        yield entry.doi
    yield from entry.isbn
    yield from entry.identifiers.values()
    yield entry.key

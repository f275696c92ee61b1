"""The files of a site's search index."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.search.index import (
    SHOWN_NAMES,
    Facets,
    Row,
    add_identifiers,
    digest_of,
    row_files,
    without_common,
    word_files,
    written_json,
)
from sitegen.search.postings import (
    ABSTRACT,
    FAMILY,
    GIVEN,
    TOPIC,
    VENUE,
    Postings,
    Words,
    joined,
    reader,
    title_part,
)
from sitegen.search.sizes import BLOCK, CHUNK, ONE_FILE_BELOW, Sizes, sizes
from sitegen.search.slots import Slots, slots
from sitegen.site import Links, Site
from sitegen.views.facets import offered
from sitegen.views.known_as import known_as
from sitegen.views.work import FLAGS, SEARCHED_NAMES, flags_of, foreign, plain_title
from sitegen.words import TYPES

ABSTRACTS_BELOW = 600_000
"""Characters of abstracts that the one small file can hold: compressed they are a third."""


def in_one_file(site: Site) -> bool:
    """Whether the library is small enough for an index of one file."""
    return not site.more_than(ONE_FILE_BELOW - 1)


def shard_names(site: Site) -> tuple[str, ...]:
    """The further files of the index, without their ending; none where one file holds it."""
    return () if in_one_file(site) else _sizes(site).names()


def index_file(site: Site, links: Links, name: str) -> str:
    """The question what a file of the index holds: JSON. name: without its ending, "" for the first one."""
    return site.ask(index_files, links)[name]


def index_files(site: Site, links: Links) -> Mapping[str, str]:
    """The question what all files of the index hold, by their names."""
    return one_file(site, links) if in_one_file(site) else many_files(site, links)


def _sizes(site: Site) -> Sizes:
    """Into how many files the index is parted."""
    entries = site.library.entries
    return sizes(len(entries), slots(entries.values()).size)


def one_file(site: Site, links: Links) -> Mapping[str, str]:
    """The index of a small library: `works` is a list of rows, which the search script searches whole."""
    entries = site.library.entries.values()
    abstracts = (
        site.config.abstracts_in_search
        or sum(len(entry.abstract.to_plain()) for entry in entries if entry.abstracts) < ABSTRACTS_BELOW
    )
    rows = [_whole_row(entry, site, links, abstracts=abstracts) for entry in entries]
    return {"": written_json({"works": rows}) + "\n"}


def _whole_row(entry: Entry, site: Site, links: Links, *, abstracts: bool) -> list[object]:
    """A row: url, title, names, venue, year, shown, type, topics, lang, pdf, has, kind, ids, text, also.

    So the search script calls them. `year` is the number, `shown` the year in the site's words; `type` is its name,
    `kind` the CSL type, `also` other names of its authors.
    """
    library = site.library
    url, title, names, venue, language, pdf = _shown(entry, site, links, SEARCHED_NAMES)
    return [
        url,
        title,
        names,
        venue,
        entry.year if entry.year is not None else "",
        site.words.year(entry.year) if entry.year is not None else "",
        site.words.type_name(entry.type),
        [library.topics[topic].name for topic in library.topics_of.get(entry.id, ())],
        language,
        pdf,
        " ".join(flags_of(entry, site)),
        entry.type,
        " ".join(_identifiers(entry)),
        " ".join(entry.abstract.to_plain().split()) if abstracts else "",
        known_as(entry, site, SEARCHED_NAMES),
    ]


def _shown(entry: Entry, site: Site, links: Links, names: int) -> tuple[object, ...]:
    """What a result shows: address, title, names, venue, language of the title, PDF; from the site's root."""
    return (
        links.url("article", entry.id),
        plain_title(entry),
        [name.to_display() for name in entry.authors[:names]],
        _where(entry, site.library),
        foreign(entry.language, site),
        links.url("pdf", entry.id) if entry.id in site.pdfs else entry.link("pdf"),
    )


ARCHIVES = {"arxiv": "arXiv", "hal": "HAL"}
"""Archives where a work that appeared nowhere else can be read, by the scheme of its identifier."""


def _where(entry: Entry, library: Library) -> str:
    """Where a work appeared: its venue, else its publisher, else the archive that keeps it."""
    venue = library.venue(entry)
    if venue:
        return venue.name
    archives = (name for scheme, name in ARCHIVES.items() if scheme in entry.identifiers)
    return entry.publisher.to_plain() or next(archives, "")


def _identifiers(entry: Entry) -> Iterator[str]:
    """What a work is found by when it is typed whole."""
    if entry.doi:
        yield entry.doi
    yield from entry.isbn
    yield from entry.identifiers.values()
    yield entry.key


def many_files(site: Site, links: Links) -> Mapping[str, str]:
    """The index of a large library, with the first file, which says how the others are to be read."""
    library = site.library
    places = slots(library.entries.values())
    parts = sizes(len(library.entries), places.size)
    ordered = sorted(library.entries.values(), key=lambda entry: places.slot[entry.id])
    words = reader()
    files, crowded = word_files(_postings(ordered, site, places, words), parts)
    offers = _Offers(site, links)
    also = partial(known_as, site=site, most=SHOWN_NAMES)
    rows = [
        Row(places.slot[entry.id], (*_shown(entry, site, links, SHOWN_NAMES + 1), facets.kind, *also(entry)), facets)
        for entry in ordered
        for facets in (offers.facets(entry, site),)
    ]
    files.update(row_files(rows, parts))
    first = {**_first(site, places, parts, offers), "crowded": crowded, "version": digest_of(files)}
    return {"": written_json(first) + "\n", **files}


def _first(site: Site, places: Slots, parts: Sizes, offers: "_Offers") -> Mapping[str, object]:
    """What the search script must know before it reads any other file."""
    words = site.words
    return {
        "works": len(site.library.entries),
        "words": parts.words,
        "tails": parts.tails,
        "block": BLOCK,
        "chunk": CHUNK,
        "years": [
            [year if year is not None else "", words.year(year) if year is not None else "", size]
            for year, size in places.years
        ],
        "types": [[words.type_name(kind), kind] for kind in offers.kinds],
        "venue": [site.library.venues[venue].name for venue in offers.venues],
        "topic": [site.library.topics[topic].name for topic in offers.topics],
    }


class _Offers:
    """The values of facets by their numbers: types in the order of CSL's list, the venues and topics a page offers."""

    def __init__(self, site: Site, links: Links) -> None:
        self._library = site.library
        self.kinds = tuple(TYPES)
        self.venues = offered("by_venue", site, links)
        self.topics = offered("by_topic", site, links)
        self._kind = {kind: number for number, kind in enumerate(self.kinds)}
        self._venue = {venue: number for number, venue in enumerate(self.venues, 1)}
        self._topic = {topic: 1 << number for number, topic in enumerate(self.topics)}

    def facets(self, entry: Entry, site: Site) -> Facets:
        """What one work is filtered by."""
        flags = flags_of(entry, site)
        return Facets(
            kind=self._kind.get(entry.type, self._kind["document"]),
            flags=sum(1 << number for number, flag in enumerate(FLAGS) if flag in flags),
            venue=self._venue.get(self._library.venue_of.get(entry.id, ""), 0),
            topics=sum(self._topic.get(topic, 0) for topic in self._library.topics_of.get(entry.id, ())),
        )


def _postings(ordered: Sequence[Entry], site: Site, places: Slots, words: Words) -> Postings:
    """The words of every work, by the part of the work they stand in."""
    library, postings = site.library, Postings()
    venues = {
        venue.id: {*words(f"{venue.name} {venue.abbreviation}"), *joined(venue.name)}
        for venue in library.venues.values()
    }
    topics = {topic.id: {*words(topic.name), *joined(topic.name)} for topic in library.topics.values()}
    for entry in ordered:
        slot = places.slot[entry.id]
        title = plain_title(entry)
        postings.add(title_part(title), words(title), slot)
        for name in entry.authors[:SEARCHED_NAMES]:
            postings.add(FAMILY, words(name.family_with_particles()), slot)
            postings.add(GIVEN, words(name.given), slot)
        for other in known_as(entry, site, SEARCHED_NAMES):
            postings.add(GIVEN, words(other), slot)
        venue = library.venue_of.get(entry.id)
        postings.add(VENUE, venues[venue] if venue else words(_where(entry, library)), slot)
        for topic in library.topics_of.get(entry.id, ()):
            postings.add(TOPIC, topics[topic], slot)
        add_identifiers(postings, _identifiers(entry), slot)
        if site.config.abstracts_in_search and entry.abstracts:
            postings.add(ABSTRACT, words(entry.abstract.to_plain()), slot)
    without_common(postings, ABSTRACT, len(ordered))
    return postings

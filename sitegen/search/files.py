"""The files of a site's search index."""

from collections.abc import Mapping, Sequence

from sitegen.model.entry import Entry
from sitegen.search.index import (
    Facets,
    Row,
    digest_of,
    row_files,
    without_common,
    word_files,
    written_json,
)
from sitegen.search.postings import ABSTRACT, IDENTIFIER, TOPIC, VENUE, Postings, joined, reader
from sitegen.search.sizes import BLOCK, CHUNK, ONE_FILE_BELOW, Sizes, sizes
from sitegen.search.slots import Slots, slots
from sitegen.search.terms import Terms, identifiers, search_terms, shown
from sitegen.site import Links, Site
from sitegen.views.facets import offered
from sitegen.views.known_as import known_as
from sitegen.views.work import FLAGS, SEARCHED_NAMES, flags_of
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
    url, title, names, venue, language, pdf = shown(entry, site, links, SEARCHED_NAMES)
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
        " ".join(identifiers(entry)),
        " ".join(entry.abstract.to_plain().split()) if abstracts else "",
        known_as(entry, site, SEARCHED_NAMES),
    ]


def ids_of_works(site: Site, links: Links) -> tuple[str, ...]:  # noqa: ARG001 -- the shape of a question
    """The question which works there are, whatever their order."""
    return tuple(sorted(site.library.entries))


def many_files(site: Site, links: Links) -> Mapping[str, str]:
    """The index of a large library, with the first file, which says how the others are to be read."""
    ids = site.ask(ids_of_works, links)
    works = dict(zip(ids, site.ask_each(search_terms, links, zip(ids, strict=True)), strict=True))
    places = slots(works.values())
    parts = sizes(len(works), places.size)
    ordered = sorted(works.values(), key=lambda work: places.slot[work.id])
    files, crowded = word_files(_postings(ordered, site, places), parts)
    offers = _Offers(site, links)
    rows = [
        Row(places.slot[work.id], (*work.shown, facets.kind, *work.also), facets)
        for work in ordered
        for facets in (offers.facets(work),)
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
        "chunks": parts.chunks,
        "years": [
            [year if year is not None else "", words.year(year) if year is not None else "", size]
            for year, size in places.years
        ],
        "kinds": offers.kinds,
        "type": [words.type_name(kind) for kind in offers.kinds],
        "has": FLAGS,
        "venue": [site.library.venues[venue].name for venue in offers.venues],
        "topic": [site.library.topics[topic].name for topic in offers.topics],
    }


class _Offers:
    """The values of facets by their numbers: types in the order of CSL's list, the venues and topics a page offers."""

    def __init__(self, site: Site, links: Links) -> None:
        self.kinds = tuple(TYPES)
        self.venues = offered("by_venue", site, links)
        self.topics = offered("by_topic", site, links)
        self._kind = {kind: number for number, kind in enumerate(self.kinds)}
        self._venue = {venue: number for number, venue in enumerate(self.venues, 1)}
        self._topic = {topic: 1 << number for number, topic in enumerate(self.topics)}

    def facets(self, work: Terms) -> Facets:
        """What one work is filtered by."""
        return Facets(
            kind=self._kind.get(work.kind, self._kind["document"]),
            flags=work.flags,
            venue=self._venue.get(work.venue, 0),
            topics=sum(self._topic.get(topic, 0) for topic in work.topics),
        )


def _postings(ordered: Sequence[Terms], site: Site, places: Slots) -> Postings:
    """The words of every work, by the part of the work they stand in."""
    library, postings, words = site.library, Postings(), reader()
    venues = {
        venue.id: {*words(f"{venue.name} {venue.abbreviation}"), *joined(venue.name)}
        for venue in library.venues.values()
    }
    topics = {topic.id: {*words(topic.name), *joined(topic.name)} for topic in library.topics.values()}
    for work in ordered:
        slot = places.slot[work.id]
        for part, found in work.words:
            postings.add(part, found, slot)
        if work.venue:
            postings.add(VENUE, venues[work.venue], slot)
        for topic in work.topics:
            postings.add(TOPIC, topics[topic], slot)
        postings.add(IDENTIFIER, work.identifiers, slot)
    without_common(postings, ABSTRACT, len(ordered))
    return postings

"""Ways to filter a list of works; without a script each value is a link to its page."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.model.entry import Entry
from sitegen.site import Here, Links, Site
from sitegen.views.listing import Count, Facet, Filter
from sitegen.views.places import sizes
from sitegen.views.work import has_pdf
from sitegen.words import _

MOST_VALUES = 12
FILTERED_FROM = 10
"""A list of fewer works than these is read faster than it is filtered."""


def facets(site: Site, here: Here) -> tuple[Facet, ...]:
    """Types, topics and venues of the whole library with their counts, and whether there is a PDF.

    A facet with a single value is left out.
    """
    pdfs = site.ask(with_pdf, here.links)
    return _facets(
        _sizes("by_type", site, here.links),
        _sizes("by_topic", site, here.links),
        _sizes("by_venue", site, here.links),
        pdfs if pdfs < len(site.library.entries) else 0,
        site,
        here,
    )


def with_pdf(site: Site, links: Links) -> int:  # noqa: ARG001 -- the shape of a question
    """The question how many works of the library have a PDF."""
    return sum(has_pdf(entry, site) for entry in site.library.entries.values())


def facets_of(entries: Sequence[Entry], site: Site, here: Here) -> tuple[Facet, ...]:
    """The same for some works."""
    library = site.library
    pdfs = sum(has_pdf(entry, site) for entry in entries)
    return _facets(
        Counter(entry.type for entry in entries),
        Counter(topic for entry in entries for topic in library.topics_of.get(entry.id, ())),
        Counter(venue for entry in entries if (venue := library.venue_of.get(entry.id))),
        pdfs if pdfs < len(entries) else 0,
        site,
        here,
    )


def quoted(field: str, value: str) -> str:
    """A query for the works of a person, a venue, a topic or a type.

    >>> quoted("topic", "Graph theory")
    'topic:"Graph theory"'
    """
    return f'{field}:"{value.replace(chr(34), " ")}"'


def list_filter(entries: Sequence[Entry], total: int, scope: str, site: Site, here: Here) -> Filter | None:
    """What filters the list of a person, venue, topic, year or type; None where the list is short.

    entries: those on the page. total: all of the list; where the page shows only a part, the search page filters it.
    scope: the query that finds these works.
    """
    if total < FILTERED_FROM:
        return None
    part = total > len(entries)
    years = [entry.year for entry in entries if entry.year is not None]
    several = len(set(years)) > 1
    return Filter(
        facets=() if part else facets_of(entries, site, here),
        total=total,
        search_url=here.to("search"),
        scripts=() if part else (here.to("asset", "filter.js"),),
        first=str(min(years)) if several and not part else "",
        last=str(max(years)) if several and not part else "",
        scope=scope if part else "",
    )


def library_filter(site: Site, here: Here, script: str = "filter.js") -> Filter:
    """What filters all works, on the home page or the search page. script: what does it."""
    years = [year for year in site.library.by_year if year is not None]
    several = len(years) > 1
    return Filter(
        facets=facets(site, here),
        total=len(site.library.entries),
        search_url=here.to("search"),
        scripts=(here.to("asset", script),),
        first=str(min(years)) if several else "",
        last=str(max(years)) if several else "",
    )


def _facets(
    types: Mapping[str, int], topics: Mapping[str, int], venues: Mapping[str, int], pdfs: int, site: Site, here: Here
) -> tuple[Facet, ...]:
    """Facets from counts."""
    library, words = site.library, site.words
    found = (
        Facet(
            "type",
            words.say(_("Type")),
            tuple(Count(words.type_name(kind), types[kind], here.to("type", kind)) for kind in _most(types)),
            here.to("types") if types else "",
        ),
        Facet(
            "topic",
            words.say(_("Topic")),
            tuple(Count(library.topics[id_].name, topics[id_], here.to("topic", id_)) for id_ in _most(topics)),
            here.to("topics") if topics else "",
        ),
        Facet(
            "venue",
            words.say(_("Published in")),
            tuple(Count(library.venues[id_].name, venues[id_], here.to("venue", id_)) for id_ in _most(venues)),
            here.to("venues") if venues else "",
        ),
    )
    access = Facet("has", words.say(_("Access")), (Count(words.say(_("PDF")), pdfs, value="pdf"),))
    return (*(facet for facet in found if len(facet.values) > 1), *((access,) if pdfs else ()))


def _sizes(table: str, site: Site, links: Links) -> dict[str, int]:
    """How many works each has in a table of the library, by its id."""
    return {str(key): number for key, number in site.ask(sizes, links, table)}


def offered(table: str, site: Site, links: Links) -> list[str]:
    """The keys of the largest lists of a table ("by_topic"), largest first, equal ones in alphabetic order."""
    return _most(_sizes(table, site, links))


def _most(counts: Mapping[str, int]) -> list[str]:
    """The keys with the highest counts, equal ones in alphabetic order."""
    return sorted(counts, key=lambda key: (-counts[key], key))[:MOST_VALUES]

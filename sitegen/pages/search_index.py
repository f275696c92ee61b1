"""What the search page's script searches: one row a work, read from the site's root."""

import json

from sitegen.model.entry import Entry
from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site
from sitegen.views.work import SEARCHED_NAMES, foreign, plain_title


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """JSON: `works` is a list of rows, whose columns `_row` gives in order."""
    rows = [_row(entry, site, here) for entry in site.library.entries.values()]
    return json.dumps({"works": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(entry: Entry, site: Site, here: Here) -> list[object]:
    """Address, title, names, venue, year, type, topics, language, PDF, abstract, identifiers; from the site's root."""
    library, links = site.library, here.links
    venue = library.venue(entry)
    return [
        links.url("article", entry.id),
        plain_title(entry),
        [name.to_display() for name in entry.authors[:SEARCHED_NAMES]],
        venue.name if venue else entry.publisher.to_plain(),
        site.words.year(entry.year) if entry.year is not None else "",
        site.words.type_name(entry.type),
        [library.topics[topic].name for topic in library.topics_of.get(entry.id, ())],
        foreign(entry.language, site),
        links.url("pdf", entry.id) if entry.id in site.pdfs else entry.link("pdf"),
        " ".join(entry.abstract.to_plain().split()) if site.config.abstracts_in_search else "",
        " ".join(filter(None, (entry.doi, *entry.isbn, *entry.identifiers.values(), entry.key))),
    ]


PAGE = PageKind(name="search_index", path="search.json", keys=one_page, content=content)

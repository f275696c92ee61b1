"""The questions that pages ask of a site (`Site.ask`), by the names under which they are noted."""

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.reads import Read
from sitegen.search.files import ids_of_works, index_file, index_files
from sitegen.search.revised import revised_index
from sitegen.search.terms import search_terms
from sitegen.site import Links, Site
from sitegen.traces.digests import MISSING
from sitegen.views.facets import with_pdf
from sitegen.views.places import around, how_many, newest, selected, sizes, stretch, topics_among, years_between
from sitegen.views.records import brief_record, record_of
from sitegen.views.related import related
from sitegen.views.work import brief_work, full_work

Question = Callable[..., Any]
QUESTIONS: Mapping[str, Question] = {
    each.__name__: each
    for each in (
        around,
        brief_record,
        brief_work,
        full_work,
        how_many,
        ids_of_works,
        index_file,
        index_files,
        newest,
        record_of,
        related,
        search_terms,
        selected,
        sizes,
        stretch,
        topics_among,
        with_pdf,
        years_between,
    )
}
"""All questions. None may bear the name of a table of the site or the library."""

PASSING = frozenset({"around", "index_file", "record_of", "related", "search_terms"})
"""Questions that one page alone asks about a thing, or two that are made long after each other."""

Revised = Callable[[Site, Links, Any, Mapping[Read, Any]], Any]
"""The answer that a question has now, from the one it had, and from what was read for that and is another now, as it
was; None where it has to be found anew. What is read for it must be the same."""
REVISED: Mapping[str, Revised] = {"index_files": revised_index}
"""Questions whose answers are large and change in a few places, by their names."""


def asked_again(read: Read, site: Site, links: Links) -> bytes:
    """The digest of the answer that a question has now; MISSING where what it asks about is not there any more."""
    name, about = read
    if name not in QUESTIONS or not isinstance(about, tuple) or not site.reads:
        return MISSING
    try:
        site.ask(QUESTIONS[name], links, *about)
    except LookupError:
        return MISSING
    return site.reads.digest(read)

"""The fields that a query may name, and what an entry says in each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import Literal

from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.query.nodes import QueryError, Span
from sitegen.site import Site
from sitegen.text.search_words import bare

SEARCHED_NAMES = 50
"""Names of a work that bare words find, as in the index of the search."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A field of words. values: what an entry says in it. names: whether the words of a value may come in any order."""

    values: Callable[[Entry, Site], Iterator[str]]
    names: bool = False


Special = Literal["type", "year", "has", "is", "status", "language", "id", "identifier"]


def searched(entry: Entry, site: Site) -> Iterator[str]:
    """What bare words are looked for in."""
    yield entry.title.to_plain()
    yield from _names(entry.authors[:SEARCHED_NAMES], entry, site)
    yield next(filter(None, _venue(entry, site)), "")
    if entry.year is not None:
        yield site.words.year(entry.year)
    yield site.words.type_name(entry.type)
    yield from _topics(entry, site)
    yield entry.abstract.to_plain()


def numbers(entry: Entry) -> frozenset[str]:
    """Numbers and keys by which bare words find a work when they are written whole, as `bare` gives them."""
    return frozenset(bare(each) for each in (entry.doi, *entry.isbn, *entry.identifiers.values(), entry.key) if each)


def _names(names: tuple[Name, ...], entry: Entry, site: Site) -> Iterator[str]:
    """Names as printed, and as the people they stand for are called."""
    for name in names:
        yield name.to_plain()
        person = site.library.person(entry, name)
        if person:
            yield person.name.to_plain()
            yield from person.variants
            yield from (other.to_plain() for other in person.names.values())


def _authors(entry: Entry, site: Site) -> Iterator[str]:
    return _names(entry.authors, entry, site)


def _editors(entry: Entry, site: Site) -> Iterator[str]:
    roles = ("editor", "container_editor", "collection_editor")
    return _names(tuple(chain.from_iterable(entry.credited(role) for role in roles)), entry, site)


def _translators(entry: Entry, site: Site) -> Iterator[str]:
    return _names(entry.credited("translator"), entry, site)


def _everyone(entry: Entry, site: Site) -> Iterator[str]:
    return _names(tuple(chain.from_iterable(entry.names.values())), entry, site)


def _title(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.title.to_plain()
    yield entry.title_short
    yield entry.original_title.to_plain()


def _venue(entry: Entry, site: Site) -> Iterator[str]:
    venue = site.library.venue(entry)
    if venue:
        yield venue.name
        yield venue.abbreviation
        yield from venue.variants
    yield entry.container_title.to_plain()
    yield entry.container_title_short
    if not venue and not entry.container_title:
        yield entry.publisher.to_plain()
        yield from (scheme for scheme in ("arxiv", "hal") if scheme in entry.identifiers)


def _topics(entry: Entry, site: Site) -> Iterator[str]:
    yield from (site.library.topics[topic].name for topic in site.library.topics_of.get(entry.id, ()))
    yield from entry.keywords


def _abstracts(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    return (abstract.text.to_plain() for abstract in entry.abstracts)


def _series(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.collection_title.to_plain()


def _publisher(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.publisher.to_plain()


def _event(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.event_title.to_plain()


def _place(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.publisher_place
    yield entry.event_place


def _genre(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.genre


def _note(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    yield entry.note.to_plain()
    yield entry.annote.to_plain()


def _award(entry: Entry, site: Site) -> Iterator[str]:  # noqa: ARG001 -- the shape of `values`
    return (award.to_plain() for award in entry.awards)


FIELDS: Mapping[str, TextField | Special] = {
    "title": TextField(_title),
    "author": TextField(_authors, names=True),
    "editor": TextField(_editors, names=True),
    "translator": TextField(_translators, names=True),
    "name": TextField(_everyone, names=True),
    "venue": TextField(_venue),
    "series": TextField(_series),
    "publisher": TextField(_publisher),
    "event": TextField(_event),
    "place": TextField(_place),
    "topic": TextField(_topics),
    "abstract": TextField(_abstracts),
    "genre": TextField(_genre),
    "note": TextField(_note),
    "award": TextField(_award),
    "type": "type",
    "year": "year",
    "has": "has",
    "is": "is",
    "status": "status",
    "language": "language",
    "key": "id",
    "doi": "identifier",
    "isbn": "identifier",
    "issn": "identifier",
    "arxiv": "identifier",
    "pmid": "identifier",
    "pmcid": "identifier",
    "hal": "identifier",
    "handle": "identifier",
}
"""By name: how a field is looked up."""

ALIASES: Mapping[str, str] = {
    "authors": "author", "by": "author", "editors": "editor", "person": "name", "people": "name",
    "journal": "venue", "booktitle": "venue", "container": "venue", "container-title": "venue", "in": "venue",
    "collection": "series", "conference": "event", "topics": "topic", "keyword": "topic", "keywords": "topic",
    "tag": "topic", "subject": "topic", "date": "year", "issued": "year", "lang": "language", "id": "key",
    "kind": "type",
}  # fmt: skip
"""Other names of fields: those of BibTeX, of CSL and of catalogues."""


def field_named(written: str, at: Span) -> str:
    """The field that a query names, whatever its case. Raises QueryError with the nearest one."""
    name = written.lower().replace("_", "-")
    name = ALIASES.get(name, name)
    if name in FIELDS:
        return name
    near = get_close_matches(name, [*FIELDS, *ALIASES], 1)
    way_out = f"Did you mean {near[0]}:?" if near else f"Use one of: {', '.join(FIELDS)}."
    raise QueryError(
        f"there is no field {written!r}",
        Span(at.at, len(written)),
        f"{way_out} Words with a colon go in quotation marks.",
    )


def _has_file(kind: str) -> Callable[[Entry, Site], bool]:
    """Whether an entry offers a link or a file of a kind."""

    def has(entry: Entry, site: Site) -> bool:
        if any(link.kind == kind for link in entry.links):
            return True
        others = site.attachments.get(entry.id)
        return bool(others) and any(attachment.kind == kind for attachment in entry.attachments)

    return has


def _has_pdf(entry: Entry, site: Site) -> bool:
    return entry.id in site.pdfs or bool(entry.link("pdf"))


HAS: Mapping[str, Callable[[Entry, Site], bool]] = {
    "pdf": _has_pdf,
    "doi": lambda entry, _site: bool(entry.doi),
    "isbn": lambda entry, _site: bool(entry.isbn),
    "abstract": lambda entry, _site: bool(entry.abstracts),
    "note": lambda entry, _site: bool(entry.note),
    "award": lambda entry, _site: bool(entry.awards),
    "author": lambda entry, _site: bool(entry.authors),
    "year": lambda entry, _site: entry.year is not None,
    "venue": lambda entry, site: entry.id in site.library.venue_of,
    "topic": lambda entry, site: bool(site.library.topics_of.get(entry.id)),
    "link": lambda entry, _site: bool(entry.links or entry.doi),
    "licence": lambda entry, _site: bool(entry.licence),
    **{
        kind: _has_file(kind)
        for kind in ("preprint", "code", "data", "software", "slides", "poster", "video", "supplement")
    },
}
"""What an entry may have."""

IS: Mapping[str, Callable[[Entry, Site], bool]] = {
    "selected": lambda entry, _site: entry.selected,
    "undated": lambda entry, _site: entry.year is None,
}
"""What an entry may be, beside its status."""
STATUSES = ("retracted", "withdrawn", "corrected", "in-press", "submitted", "in-preparation")

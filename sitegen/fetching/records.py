"""Records of works from those who keep them: doi.org by content negotiation, Open Library, the page itself.

Sources: DOI content negotiation (citation.doi.org), arXiv's DOIs (info.arxiv.org, "DOI"), Open Library's Books API.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from sitegen.config import LimitsConfig
from sitegen.fetching.client import Answer, Client
from sitegen.fetching.page import RECORDS, doi_of, entry_of, read_page, record_of
from sitegen.fetching.wanted import FetchError, Wanted
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT as BIBTEX
from sitegen.formats.bibtex.names import read_names
from sitegen.formats.csl_json import FORMAT as CSL_JSON
from sitegen.model.dating import read_date
from sitegen.model.entry import Abstract, Entry
from sitegen.model.name import Name
from sitegen.problems import excerpt
from sitegen.text.addresses import doi, doi_url
from sitegen.text.rich import Paragraph, Text

_ACCEPT = "application/vnd.citationstyles.csl+json, application/x-bibtex;q=0.8"
_PAGE = f"{_ACCEPT}, text/html;q=0.5, application/xhtml+xml;q=0.4"
_VARIABLES = frozenset({
    "type", "title", "subtitle", "author", "editor", "translator", "container-title", "collection-title", "volume",
    "issue", "page", "number", "article-number", "edition", "publisher", "publisher-place", "event-title", "issued",
    "abstract", "language", "DOI", "ISBN", "ISSN", "URL", "genre",
})  # fmt: skip
"""What of a CSL item is about the work; the rest is the registrar's own bookkeeping."""
_HEADINGS = frozenset({"abstract", "summary", "zusammenfassung", "résumé"})


def fetched(wanted: Wanted, client: Client) -> Entry:
    """The entry of what is asked for, without an id. Raises FetchError."""
    match wanted.kind:
        case "doi":
            return _by_doi(wanted.value, client)
        case "arxiv":
            return _by_arxiv(wanted.value, client)
        case "isbn":
            return _by_isbn(wanted.value, client)
        case _:
            return _by_url(wanted.value, client)


def _by_doi(name: str, client: Client) -> Entry:
    """The record of a DOI."""
    entry = _read(client.get(doi_url(name), _ACCEPT))
    if entry is None:
        raise FetchError(f"the registrar of {excerpt(name)} gives no record of it as data", "Add it by hand.")
    return replace(entry, doi=entry.doi or name)


def _by_arxiv(number: str, client: Client) -> Entry:
    """The record of a preprint, which arXiv registers without its version."""
    bare = re.sub(r"v\d{1,3}$", "", number)
    entry = _by_doi(f"10.48550/arXiv.{bare}", client)
    return replace(
        entry,
        type="article",
        genre="preprint",
        source_type="",
        publisher=Text(),
        container_title=Text(),
        number="",
        links=(),
        identifiers={"arxiv": number},
    )


def _by_isbn(number: str, client: Client) -> Entry:
    """The record of a book at Open Library."""
    key = f"ISBN:{number.replace('-', '')}"
    answer = client.get(f"https://openlibrary.org/api/books?bibkeys={key}&format=json&jscmd=data", "application/json")
    found = _json(answer.data)
    book = found.get(key) if isinstance(found, Mapping) else None
    if not isinstance(book, Mapping):
        raise FetchError(f"Open Library knows no book with the ISBN {number}", "Check the number, or add it by hand.")
    title = ": ".join(filter(None, (_word(book, "title"), _word(book, "subtitle"))))
    names = tuple(
        found for each in _named(book, "authors") for found in read_names(each.replace(" and ", " & "), 1).names
    )
    return Entry(
        id="",
        type="book",
        title=Text.of(title),
        names={"author": names} if names else {},
        issued=read_date(_word(book, "publish_date")).date,
        publisher=Text.of(next(iter(_named(book, "publishers")), "")),
        publisher_place=next(iter(_named(book, "publish_places")), ""),
        isbn=(number,),
    )


def _by_url(url: str, client: Client) -> Entry:
    """The record of a page: what it answers when asked for one, what it links, or what its tags say."""
    answer = client.get(url, _PAGE)
    if entry := _read(answer):
        return entry
    told = read_page(answer)
    if name := doi_of(told):
        return _by_doi(name, client)
    if (address := record_of(told)) and (entry := _read(client.get(address, _ACCEPT))):
        return entry
    if entry := entry_of(told, answer.url):
        return _tidy(entry)
    raise FetchError(f"{excerpt(url, 200)} says nothing that a record could be made of", "Give its DOI or its ISBN.")


def _read(answer: Answer) -> Entry | None:
    """The one entry in an answer; None where it holds none."""
    if answer.media_type in ("application/x-bibtex", "text/x-bibtex", "application/bibtex") and BIBTEX.read:
        entries = BIBTEX.read([Source("answer.bib", answer.data)], LimitsConfig()).entries
        return _tidy(entries[0]) if len(entries) == 1 else None
    if answer.media_type == RECORDS[0] or answer.media_type.endswith("json"):
        item = _json(answer.data)
        item = item[0] if isinstance(item, Sequence) and not isinstance(item, str) and len(item) == 1 else item
        if not isinstance(item, Mapping) or not CSL_JSON.read:
            return None
        kept = {key: _unescaped(value) for key, value in item.items() if key in _VARIABLES}
        entries = CSL_JSON.read([Source("answer.json", json.dumps([kept]).encode())], LimitsConfig()).entries
        return _tidy(entries[0]) if len(entries) == 1 else None
    return None


def _unescaped(value: object) -> object:
    """A value with HTML's entities read, which registrars keep in titles."""
    return html.unescape(value) if isinstance(value, str) else value


def _json(data: bytes) -> object:
    """What a JSON text holds; None where it cannot be read."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _word(table: Mapping[str, object], key: str) -> str:
    """A text of a JSON object."""
    value = table.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _named(table: Mapping[str, object], key: str) -> list[str]:
    """The names in a list of JSON objects."""
    found = table.get(key)
    items = found if isinstance(found, list) else []
    return [name for each in items if isinstance(each, Mapping) and (name := _word(each, "name"))]


def _tidy(entry: Entry) -> Entry:
    """An entry with what belongs into a bibliography, and nothing of the registrar's."""
    links = tuple(link for link in entry.links if not doi(link.url) or not entry.doi)
    return replace(
        entry,
        id="",
        citation_key="",
        names={role: _quiet(names) for role, names in entry.names.items()},
        abstracts=tuple(_without_heading(each) for each in entry.abstracts),
        language="" if entry.language.lower().startswith("en") else entry.language,
        accessed=None,
        available_date=None,
        links=links,
        attachments=(),
        extra={},
    )


def _quiet(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Names without affiliations; in mixed case where the record has them all in capitals."""
    loud = all(name.family.isupper() and len(name.family) > 2 for name in names)
    return tuple(
        structs.replace(name, affiliation="", family=name.family.title() if loud else name.family) for name in names
    )


def _without_heading(abstract: Abstract) -> Abstract:
    """An abstract that does not begin with the word "Abstract"."""
    first, *rest = abstract.text.nodes or ("",)
    if rest and isinstance(first, Paragraph) and Text(first.children).to_plain().strip(" .:").lower() in _HEADINGS:
        only = rest[0] if len(rest) == 1 else None
        return Abstract(Text(only.children) if isinstance(only, Paragraph) else Text(tuple(rest)), abstract.language)
    return abstract

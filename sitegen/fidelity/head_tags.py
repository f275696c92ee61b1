"""What the head of an article page tells machines: Highwire tags, Open Graph, JSON-LD."""

import json
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from sitegen.fidelity.outline import Outline
from sitegen.fidelity.told import Told

JSON_LD = 'script[type="application/ld+json"]'


def read_tags(tree: LexborHTMLParser, where: str) -> Told:
    """The Highwire tags (Google Scholar, "Inclusion Guidelines for Webmasters")."""
    tags: dict[str, list[str]] = {}
    for node in tree.css("head meta[name][content]"):
        tags.setdefault(node.attributes["name"] or "", []).append(node.attributes["content"] or "")

    def first(name: str) -> str:
        return tags.get(name, [""])[0]

    return Told(
        where=f"the Highwire tags of {where}",
        title=Outline.of(first("citation_title").removeprefix("RETRACTED: ")),
        names={role: tuple(tags.get(f"citation_{role}", ())) for role in ("author", "editor")},
        abstracts=_one(first("citation_abstract")),
        container=Outline.of(first("citation_journal_title") or first("citation_inbook_title")),
        year=first("citation_publication_date").partition("/")[0],
        doi=first("citation_doi"),
        volume=first("citation_volume"),
        issue=first("citation_issue"),
        pages=f"{first('citation_firstpage')} {first('citation_lastpage')}",
        keywords=tuple(tags.get("citation_keywords", ())),
    )


def read_open_graph(tree: LexborHTMLParser, where: str) -> Told:
    """The title that Open Graph's tags give."""
    node = tree.css_first('head meta[property="og:title"]')
    return Told(
        where=f"the Open Graph tags of {where}",
        title=Outline.of(node.attributes.get("content") or "") if node else Outline(),
    )


def read_json_ld(tree: LexborHTMLParser, where: str) -> Told | None:
    """The object of schema.org (JSON-LD 1.1, section 7), the first of a graph; None where none can be read."""
    node = tree.css_first(JSON_LD)
    try:
        data = json.loads(node.text()) if node else None
    except (ValueError, RecursionError):
        return None
    if isinstance(data, dict) and data.get("@graph"):
        data = next(iter(_objects(data["@graph"])), None)
    if not isinstance(data, dict):
        return None
    issue, volume = _numbers(data)
    dois = [each.get("value") for each in _objects(data.get("identifier")) if each.get("propertyID") == "DOI"]
    page, keywords = data.get("pageStart"), data.get("keywords")
    return Told(
        where=f"the JSON-LD of {where}",
        title=Outline.of(_text(data.get("name"))),
        names={role: tuple(_text(each.get("name")) for each in _objects(data.get(role))) for role in ("author",)},
        abstracts=_one(_text(data.get("abstract"))),
        year=_year(_text(data.get("datePublished"))),
        doi=_text(dois[0]) if dois else "",
        volume=volume,
        issue=issue,
        pages=f"{page} {_text(data.get('pageEnd'))}" if page else None,
        keywords=tuple(map(_text, keywords)) if isinstance(keywords, list) else (),
    )


def _one(abstract: str) -> tuple[Outline, ...]:
    """The only abstract that a file tells."""
    return (Outline.of(abstract),) if abstract else ()


def _numbers(data: Mapping[str, object]) -> tuple[str | None, str | None]:
    """Issue and volume of the periodical that a work stands in; None where it stands in none."""
    issue = volume = None
    part: object = data
    for _ in range(5):
        found = _objects(part.get("isPartOf") if isinstance(part, dict) else None)
        if not found:
            break
        part = found[0]
        issue = _text(part.get("issueNumber")) or issue
        volume = _text(part.get("volumeNumber")) or volume
    return issue, volume


def _objects(value: object) -> Sequence[Mapping[str, object]]:
    """The objects in a property that may have one or several."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, dict)]


def _text(value: object) -> str:
    """A value as text."""
    return value if isinstance(value, str) else "" if value is None else str(value)


def _year(date: str) -> str:
    """The year of an ISO 8601 date."""
    return date[:5] if date.startswith("-") else date[:4]

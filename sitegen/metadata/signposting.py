"""FAIR Signposting: level 1 as link elements, level 2 as a linkset (signposting.org/FAIR; RFC 8288, 8574 and 9264).

A host without headers cannot say on a file to which page it belongs; the linkset says it by its anchors.
"""

from collections.abc import Iterator

from sitegen.metadata import Facts, Tag, Vocabulary, link
from sitegen.model.entry import Entry
from sitegen.model.interchange import schema_class
from sitegen.text import addresses
from sitegen.text.json_text import compact
from sitegen.text.licences import licence_url
from sitegen.text.media_types import media_type

MOST_AUTHORS = 100
LINKSET = "application/linkset+json"
PAGE = "text/html"
KINDS_OF_ITEMS = frozenset({"pdf", "supplement", "data"})
VERSIONS = frozenset({
    "preprint_of", "published_as", "has_preprint", "version_of", "translation_of", "has_translation", "erratum_of",
    "corrected_by", "retraction_of", "retracted_by", "review_of", "reviewed_in",
})  # fmt: skip
"""Relations between two works that are told as `related` (RFC 4287, section 4.2.7.2)."""
Links = Iterator[tuple[str, str, str]]
"""Relation, address and media type, "" for none."""


def tags(facts: Facts) -> list[Tag]:
    """The links of the landing page, and where the linkset is."""
    found = [link(rel, href, kind) for rel, href, kind in _links(facts)]
    return [*found, link("linkset", facts.linkset_url, LINKSET)] if facts.linkset_url else found


def linkset(facts: Facts) -> str:
    """All links of a work as JSON (RFC 9264, section 4.2): of its page, and of each local file back to the page."""
    page: dict[str, object] = {"anchor": facts.page_url}
    for rel, href, kind in _links(facts):
        targets = page.setdefault(rel, [])
        assert isinstance(targets, list)
        targets.append(_target(href, kind))
    items = [url for url in (facts.pdf_url, *facts.files) if url]
    home = [_target(facts.page_url, PAGE)]
    contexts = [
        page,
        *({"anchor": url, "collection": home} for url in items),
        *({"anchor": url, "describes": home} for url in facts.exports.values()),
    ]
    return compact({"linkset": contexts}) + "\n"


def _target(href: str, kind: str) -> dict[str, str]:
    """A target object with its media type."""
    return {"href": href, "type": kind} if kind else {"href": href}


def _links(facts: Facts) -> Links:
    """The persistent identifier, the types, identified authors, the licence, the files, the record as files."""
    entry = facts.entry
    if address := persistent_address(entry):
        yield "cite-as", address, ""
    yield "type", "https://schema.org/AboutPage", ""
    yield "type", f"https://schema.org/{schema_class(entry)}", ""
    orcids = (facts.orcid_url("author", at) for at in range(min(len(entry.credited("author")), MOST_AUTHORS)))
    for address in dict.fromkeys(filter(None, orcids)):
        yield "author", address, ""
    if address := licence_url(entry.licence):
        yield "license", address, ""
    for address in _items(facts):
        yield "item", address, media_type(address)
    for kind, address in facts.exports.items():
        yield "describedby", address, kind
    for each in facts.neighbours:
        if each.kind in VERSIONS:
            yield "related", each.url, ""


def persistent_address(entry: Entry) -> str:
    """The address of the first persistent identifier: DOI, Handle, arXiv; "" when there is none.

    `cite-as` must lead to exactly one (RFC 8574, section 4).
    """
    if entry.doi:
        return addresses.doi_url(entry.doi)
    scheme = next((scheme for scheme in ("handle", "arxiv") if entry.identifiers.get(scheme)), "")
    return addresses.identifier_url(scheme, entry.identifiers[scheme]) if scheme else ""


def _items(facts: Facts) -> tuple[str, ...]:
    """The local files, the PDF first, then those elsewhere; only such whose address tells what they are."""
    remote = (each.url for each in facts.entry.links if each.kind in KINDS_OF_ITEMS)
    return tuple(dict.fromkeys(url for url in (facts.pdf_url, *facts.files, *remote) if media_type(url)))


VOCABULARY = Vocabulary(name="signposting", order=30, tags=tags)

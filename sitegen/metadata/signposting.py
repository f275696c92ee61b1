"""FAIR Signposting, level 1, as link elements (signposting.org/FAIR; RFC 8288 and RFC 8574 for the relations)."""

from urllib.parse import urlsplit

from sitegen.metadata import Facts, Tag, Vocabulary, link
from sitegen.model.entry import Entry
from sitegen.model.interchange import schema_class
from sitegen.text import addresses
from sitegen.text.licences import licence_url

MOST_AUTHORS = 100
PDF = "application/pdf"


def tags(facts: Facts) -> list[Tag]:
    """The persistent identifier, the types, identified authors, the licence, the full text, the record as files."""
    entry = facts.entry
    positions = range(min(len(entry.credited("author")), MOST_AUTHORS))
    found = [
        ("cite-as", persistent_address(entry), ""),
        ("type", "https://schema.org/AboutPage", ""),
        ("type", f"https://schema.org/{schema_class(entry)}", ""),
        *(("author", facts.orcid_url("author", position), "") for position in positions),
        ("license", licence_url(entry.licence), ""),
        *(("item", address, PDF) for address in _full_texts(facts)),
        *(("describedby", address, media_type) for media_type, address in facts.exports.items()),
    ]
    return [link(rel, href, media_type) for rel, href, media_type in found if href]


def persistent_address(entry: Entry) -> str:
    """The address of the first persistent identifier: DOI, Handle, arXiv; "" when there is none.

    `cite-as` must lead to exactly one (RFC 8574, section 4).
    """
    if entry.doi:
        return addresses.doi_url(entry.doi)
    scheme = next((scheme for scheme in ("handle", "arxiv") if entry.identifiers.get(scheme)), "")
    return addresses.identifier_url(scheme, entry.identifiers[scheme]) if scheme else ""


def _full_texts(facts: Facts) -> list[str]:
    """The local PDF, then those elsewhere whose address says that they are one."""
    remote = [
        each.url
        for each in facts.entry.links
        if each.kind in {"pdf", "supplement"} and urlsplit(each.url).path.lower().endswith(".pdf")
    ]
    return [facts.pdf_url, *remote]


VOCABULARY = Vocabulary(name="signposting", order=30, tags=tags)

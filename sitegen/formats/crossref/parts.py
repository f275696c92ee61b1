"""Parts that all kinds of content share: titles, contributors, dates, pages, abstracts, access, relations, the DOI."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sitegen.formats import Registration
from sitegen.formats.crossref.tables import FACE, LONGEST, RELATIONS, ROLES, SHORTEST
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.text import addresses
from sitegen.text.elements import Part, element, filled
from sitegen.text.licences import licence_url
from sitegen.text.plain import first_and_last, one_line
from sitegen.text.rich_xml import JATS_WITH_PREFIX, paragraphs, run

_PERSON = re.compile(r"[^\d?]{1,60}")
"""What the schema takes for a part of a person's name."""


def short(name: str, text: str, **attributes: str) -> Element | None:
    """An element as long as the schema allows; None where there is too little to say."""
    line = one_line(text)[: LONGEST[name]].strip()
    return element(name, line, attributes=attributes) if len(line) >= SHORTEST.get(name, 1) else None


def titles(entry: Entry) -> Element:
    """The title with its face markup."""
    return element("titles", element("title", *run(entry.title, FACE)))


def contributors(entry: Entry, roles: tuple[str, ...] = tuple(ROLES)) -> Element | None:
    """The names in roles that Crossref knows; None where there are none."""
    return filled("contributors", *_names(entry, roles))


def _names(entry: Entry, roles: tuple[str, ...]) -> Iterator[Element]:
    """Each name; the first of each role is marked so."""
    for role in roles:
        for number, name in enumerate(entry.credited(role)):
            attributes = {"sequence": "additional" if number else "first", "contributor_role": ROLES[role]}
            yield _name(name, attributes)


def _name(name: Name, attributes: dict[str, str]) -> Element:
    """A person, or an organization; a name that the schema takes for no person's is kept whole as one."""
    family = name.family_with_particles()
    if name.literal or not all(_PERSON.fullmatch(part) for part in (family, name.given) if part):
        return element("organization", one_line(name.to_plain())[: LONGEST["organization"]], attributes=attributes)
    orcid = addresses.orcid(name.orcid) if name.orcid else ""
    return element(
        "person_name",
        short("given_name", name.given if name.family else ""),
        short("surname", family),
        short("suffix", name.suffix),
        _affiliation(name.affiliation),
        filled("ORCID", addresses.orcid_url(orcid) if orcid else ""),
        attributes=attributes,
    )


def _affiliation(words: str) -> Element | None:
    """Where a person belongs."""
    return filled("affiliations", filled("institution", short("institution_name", words)))


def institution(entry: Entry) -> Element | None:
    """Who brought out a thesis, a report, a preprint."""
    return filled("institution", short("institution_name", entry.publisher.to_plain()))


def publisher(entry: Entry) -> Element | None:
    """Publisher and place."""
    name = short("publisher_name", entry.publisher.to_plain())
    return element("publisher", name, short("publisher_place", entry.publisher_place)) if name is not None else None


def abstracts(entry: Entry) -> Iterator[Part]:
    """Each abstract in its language, as JATS."""
    for abstract in entry.abstracts:
        if inner := paragraphs(abstract.text, JATS_WITH_PREFIX):
            yield element("jats:abstract", *inner, attributes={"xml:lang": abstract.language or entry.language})


def date(entry: Entry, name: str = "publication_date", media: str = "online") -> Element:
    """The date of issue as far as it is known; a season is its number in Crossref, which counts them from 21 too."""
    start = entry.issued.start if entry.issued else None
    if start is None:
        raise ValueError(entry.id)
    return element(
        name,
        filled("month", f"{start.month:02d}" if start.month else ""),
        filled("day", f"{start.day:02d}" if start.day else ""),
        element("year", str(start.year)),
        attributes={"media_type": media},
    )


def pages(entry: Entry) -> Element | None:
    """First and last page, and the printed whole where it says more."""
    first, last = first_and_last(entry.page)
    other = entry.page if first and "," in entry.page else ""
    return filled("pages", short("first_page", first), short("last_page", last), short("other_pages", other))


def item_number(entry: Entry, kind: str) -> Element | None:
    """The number of an article, a report, a thesis."""
    return short("item_number", entry.number, item_number_type=kind)


def numbered_item(entry: Entry, kind: str) -> Element | None:
    """The same inside its element."""
    return filled("publisher_item", item_number(entry, kind))


def access(entry: Entry) -> Element | None:
    """The licence, where its address is known."""
    url = licence_url(entry.licence)
    return filled("ai:program", filled("ai:license_ref", url), attributes={"name": "AccessIndicators"})


def relations(entry: Entry, registration: Registration) -> Element | None:
    """How the work stands to others that have a DOI."""
    found = []
    for relation in entry.relations:
        doi = registration.dois.get(relation.id, "")
        if doi and relation.kind in RELATIONS:
            name, kind = RELATIONS[relation.kind]
            inner = element(f"rel:{name}", doi, attributes={"relationship-type": kind, "identifier-type": "doi"})
            found.append(element("rel:related_item", inner))
    return filled("rel:program", *found, attributes={"name": "relations"})


def citations(entry: Entry, registration: Registration) -> Element | None:
    """The works cited that have a DOI."""
    dois = [registration.dois.get(relation.id, "") for relation in entry.relations if relation.kind == "cites"]
    found = [element("doi", doi) for doi in dois if doi]
    return filled(
        "citation_list",
        *(element("citation", doi, attributes={"key": f"ref{number}"}) for number, doi in enumerate(found, 1)),
    )


def doi_data(entry: Entry, registration: Registration) -> Element:
    """The DOI, the page it leads to, and the PDF for machines that read texts."""
    pdf = registration.pdfs.get(entry.id, "")
    resource = filled("resource", pdf, attributes={"mime_type": "application/pdf"})
    return element(
        "doi_data",
        element("doi", entry.doi),
        element("resource", registration.pages[entry.id]),
        filled("collection", filled("item", resource), attributes={"property": "text-mining"}),
    )


def numbers(entry: Entry, reason: str = "") -> Iterator[Part]:
    """ISBNs; where there are none and one is asked for, the reason why."""
    for isbn in entry.isbn[:6]:
        yield element("isbn", isbn)
    if reason and not entry.isbn:
        yield element("noisbn", attributes={"reason": reason})

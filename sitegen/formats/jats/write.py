"""Entries to JATS: an `article` each, several of them in one set.

The tag set is Archiving and Interchange 1.3, because it lets a journal be without ISSN; what has one is valid in the
Publishing tag set too.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from sitegen.formats import Registration, Writing
from sitegen.formats.jats.people import contributors
from sitegen.formats.jats.tables import ARTICLE_TYPES, MIXED, PUB_ID_TYPES, RELATED_ARTICLE_TYPES
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.interchange import STATUS_WORDS
from sitegen.text.elements import Part, document, element, filled
from sitegen.text.licences import licence_url
from sitegen.text.plain import first_and_last, one_line
from sitegen.text.rich_xml import JATS, paragraphs, run

ROOT = {"xmlns:xlink": "http://www.w3.org/1999/xlink"}


def deposit(entries: Sequence[Entry], registration: Registration) -> Writing:
    """One article, or several in an `articles` element, which JATS leaves to those who exchange them."""
    if len(entries) == 1:
        root = _article(entries[0], registration)
        root.attrib.update(ROOT)
    else:
        root = element("articles", *(_article(entry, registration) for entry in entries), attributes=ROOT)
    return Writing(document(root, MIXED))


def _article(entry: Entry, registration: Registration) -> Element:
    """The front matter of one entry."""
    return element(
        "article",
        element("front", _journal(entry), element("article-meta", *_meta(entry, registration))),
        attributes={
            "article-type": ARTICLE_TYPES.get(entry.type, "other"),
            "dtd-version": "1.3",
            "xml:lang": entry.language,
        },
    )


def _journal(entry: Entry) -> Element | None:
    """What the work stands in."""
    title = filled("journal-title", *run(entry.container_title, JATS))
    short = filled("abbrev-journal-title", entry.container_title_short)
    ids = [element("journal-id", entry.issn[0], attributes={"journal-id-type": "issn"})] if entry.issn else []
    publisher = one_line(entry.publisher.to_plain())
    house = [element("publisher-name", publisher), filled("publisher-loc", entry.publisher_place)] if publisher else []
    return filled(
        "journal-meta",
        *ids,
        filled("journal-title-group", title, short),
        *(element("issn", issn) for issn in entry.issn),
        filled("publisher", *house),
    )


def _meta(entry: Entry, registration: Registration) -> Iterator[Part]:
    """What is said of the work itself, in the order of the content model (JATS 1.3, <article-meta>)."""
    yield from _ids(entry)
    yield element("title-group", element("article-title", *run(entry.title, JATS)))
    yield from contributors(entry)
    yield _date(entry.issued)
    yield filled("volume", entry.volume)
    yield filled("issue", entry.issue)
    yield filled("issue-title", *run(entry.issue_title, JATS))
    for isbn in entry.isbn:
        yield element("isbn", isbn)
    yield from _pages(entry)
    yield from _access(entry, registration)
    yield from _related(entry, registration)
    yield from _abstracts(entry)
    yield filled("kwd-group", *(element("kwd", keyword) for keyword in entry.keywords))
    yield _conference(entry)
    yield _standing(entry)


def _ids(entry: Entry) -> Iterator[Part]:
    """Identifiers, the entry's own key first."""
    found = [("publisher-id", entry.key), ("doi", entry.doi)]
    found += [(PUB_ID_TYPES.get(scheme, "other"), value) for scheme, value in entry.identifiers.items()]
    for kind, value in found:
        yield filled("article-id", value, attributes={"pub-id-type": kind})


def _date(date: Date | None) -> Element:
    """The date of issue, as far as it is known; the start of a range."""
    if date is None or date.start is None:
        return element("pub-date-not-available")
    start = date.start
    return element(
        "pub-date",
        filled("day", str(start.day or "")),
        filled("season", start.season) if start.season else filled("month", str(start.month or "")),
        element("year", Day(start.year).iso()),
        attributes={"date-type": "pub", "iso-8601-date": start.iso()},
    )


def _pages(entry: Entry) -> Iterator[Part]:
    """First and last page, or the article's number."""
    first, last = first_and_last(entry.page)
    if first:
        yield element("fpage", first)
        yield filled("lpage", last)
        yield filled("page-range", entry.page if "," in entry.page else "")
    else:
        yield filled("elocation-id", entry.number)


def _access(entry: Entry, registration: Registration) -> Iterator[Part]:
    """Licence and addresses."""
    if entry.licence:
        licence = element("license-p", entry.licence)
        yield element("permissions", element("license", licence, attributes={"xlink:href": licence_url(entry.licence)}))
    addresses = {
        registration.pages.get(entry.id, ""): "text/html",
        registration.pdfs.get(entry.id, "") or entry.link("pdf"): "application/pdf",
    }
    for address, media_type in addresses.items():
        if address:
            yield element("self-uri", attributes={"content-type": media_type, "xlink:href": address})


def _related(entry: Entry, registration: Registration) -> Iterator[Part]:
    """Related entries that have a DOI."""
    for relation in entry.relations:
        kind, doi = RELATED_ARTICLE_TYPES.get(relation.kind, ""), registration.dois.get(relation.id, "")
        if kind and doi:
            attributes = {"related-article-type": kind, "ext-link-type": "doi", "xlink:href": doi}
            yield element("related-article", attributes=attributes)


def _abstracts(entry: Entry) -> Iterator[Part]:
    """The abstract, then those in other languages."""
    for number, abstract in enumerate(entry.abstracts):
        yield element(
            "trans-abstract" if number else "abstract",
            *paragraphs(abstract.text, JATS),
            attributes={"xml:lang": abstract.language},
        )


def _conference(entry: Entry) -> Part:
    """The conference the work was given at."""
    name = one_line(entry.event_title.to_plain())
    if not name:
        return None
    start, end = (entry.event_date.start, entry.event_date.end) if entry.event_date else (None, None)
    when = "/".join(day.iso() for day in (start, end) if day)
    return element(
        "conference", filled("conf-date", when), element("conf-name", name), filled("conf-loc", entry.event_place)
    )


def _standing(entry: Entry) -> Part:
    """Where the work stands, for which JATS has an element only on the notice that changed it."""
    if not entry.status:
        return None
    note = one_line(entry.status_note.to_plain())
    value = STATUS_WORDS[entry.status] + (f": {note}" if note else "")
    custom = element("custom-meta", element("meta-name", "publication-status"), element("meta-value", value))
    return element("custom-meta-group", custom)

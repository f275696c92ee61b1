"""Each kind of content as the body of a deposit holds it, in the order of its content model (deposit schema 5.4.0)."""

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from sitegen.formats import Registration
from sitegen.formats.crossref import parts
from sitegen.formats.crossref.tables import FACE
from sitegen.model.entry import Entry
from sitegen.model.interchange import BOOK_PARTS
from sitegen.text.elements import Part, element, filled
from sitegen.text.rich_xml import run

Body = Callable[[Sequence[Entry], Registration], Iterator[Element]]


def _grouped(entries: Sequence[Entry], key: Callable[[Entry], object]) -> Iterator[list[Entry]]:
    """Entries that share a key, in the order of the first of each."""
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    yield from groups.values()


def _language(entry: Entry) -> dict[str, str]:
    """The language where it has a code of two letters (ISO 639-1)."""
    code = entry.language.split("-")[0].lower()
    return {"language": code} if len(code) == 2 else {}


def _end(entry: Entry, registration: Registration, *, cites: bool = True) -> Iterator[Part]:
    """What ends the model of every kind: access, relations, the DOI, what is cited."""
    yield parts.access(entry)
    yield parts.relations(entry, registration)
    yield parts.doi_data(entry, registration)
    yield parts.citations(entry, registration) if cites else None


def journals(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Articles by their journal, volume and issue."""

    def issue(entry: Entry) -> object:
        return entry.container_title.to_plain(), entry.issn, entry.volume, entry.issue, entry.year

    for group in _grouped(entries, issue):
        first = group[0]
        yield element(
            "journal",
            element(
                "journal_metadata",
                parts.short("full_title", first.container_title.to_plain()),
                parts.short("abbrev_title", first.container_title_short),
                *(element("issn", issn) for issn in first.issn[:6]),
                attributes=_language(first),
            ),
            _issue(first),
            *(_article(entry, registration) for entry in group),
        )


def _issue(entry: Entry) -> Element | None:
    """Volume and issue with their year; None where there is neither."""
    volume = filled("journal_volume", parts.short("volume", entry.volume))
    issue = parts.short("issue", entry.issue)
    if volume is None and issue is None:
        return None
    when = element("publication_date", element("year", str(entry.year)), attributes={"media_type": "online"})
    return element("journal_issue", when, volume, issue)


def _article(entry: Entry, registration: Registration) -> Element:
    """One article of a journal."""
    return element(
        "journal_article",
        parts.titles(entry),
        parts.contributors(entry),
        *parts.abstracts(entry),
        parts.date(entry),
        parts.pages(entry),
        parts.numbered_item(entry, "article_number"),
        *_end(entry, registration),
        attributes={"publication_type": "full_text", **_language(entry)},
    )


def conferences(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Papers by their proceedings."""

    def proceedings(entry: Entry) -> object:
        return entry.container_title.to_plain(), entry.isbn, entry.year

    for group in _grouped(entries, proceedings):
        first = group[0]
        event = first.event_title.to_plain() or first.container_title.to_plain()
        yield element(
            "conference",
            parts.contributors(first, ("editor",)),
            element(
                "event_metadata",
                parts.short("conference_name", event),
                parts.short("conference_location", first.event_place),
            ),
            element(
                "proceedings_metadata",
                parts.short("proceedings_title", first.container_title.to_plain()),
                parts.publisher(first),
                parts.date(first),
                *parts.numbers(first, "simple_series"),
                attributes=_language(first),
            ),
            *(_paper(entry, registration) for entry in group),
        )


def _paper(entry: Entry, registration: Registration) -> Element:
    """One paper of a conference."""
    return element(
        "conference_paper",
        parts.contributors(entry, ("author", "translator")),
        parts.titles(entry),
        *parts.abstracts(entry),
        parts.date(entry),
        parts.pages(entry),
        parts.numbered_item(entry, "article_number"),
        *_end(entry, registration),
        attributes=_language(entry),
    )


def books(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Books by themselves, then chapters by their book."""
    for entry in entries:
        if entry.type not in BOOK_PARTS:
            kind = "monograph" if entry.credited("author") else "edited_book"
            yield element("book", _whole(entry, registration), attributes={"book_type": kind})

    def book(entry: Entry) -> object:
        return entry.container_title.to_plain(), entry.isbn, entry.edition, entry.year

    chapters = [entry for entry in entries if entry.type in BOOK_PARTS]
    for group in _grouped(chapters, book):
        kind = "reference" if group[0].type.startswith("entry") else "edited_book"
        items = (_chapter(entry, registration) for entry in group)
        yield element("book", _around(group[0]), *items, attributes={"book_type": kind})


def _whole(entry: Entry, registration: Registration) -> Element:
    """A book with a DOI of its own."""
    return element(
        "book_metadata",
        parts.contributors(entry),
        parts.titles(entry),
        *parts.abstracts(entry),
        parts.short("edition_number", entry.edition),
        parts.date(entry, media="print"),
        *parts.numbers(entry, "monograph"),
        parts.publisher(entry),
        *_end(entry, registration),
        attributes=_language(entry),
    )


def _around(entry: Entry) -> Element:
    """The book that a chapter stands in."""
    return element(
        "book_metadata",
        parts.contributors(entry, ("editor",)),
        element("titles", element("title", *run(entry.container_title, FACE))),
        parts.short("edition_number", entry.edition),
        parts.date(entry, media="print"),
        *parts.numbers(entry, "monograph"),
        parts.publisher(entry),
        attributes=_language(entry),
    )


def _chapter(entry: Entry, registration: Registration) -> Element:
    """One chapter or article of a work of reference."""
    kind = "reference_entry" if entry.type.startswith("entry") else "chapter"
    return element(
        "content_item",
        parts.contributors(entry, ("author", "translator")),
        parts.titles(entry),
        *parts.abstracts(entry),
        parts.date(entry),
        parts.pages(entry),
        *_end(entry, registration),
        attributes={"component_type": kind, **_language(entry)},
    )


def dissertations(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Theses."""
    for entry in entries:
        yield element(
            "dissertation",
            parts.contributors(entry),
            parts.titles(entry),
            *parts.abstracts(entry),
            parts.date(entry, "approval_date"),
            parts.institution(entry),
            parts.short("degree", entry.genre),
            *parts.numbers(entry),
            parts.numbered_item(entry, "institution"),
            *_end(entry, registration),
            attributes=_language(entry),
        )


def reports(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Reports."""
    for entry in entries:
        inner = element(
            "report-paper_metadata",
            parts.contributors(entry),
            parts.titles(entry),
            parts.short("edition_number", entry.edition),
            *parts.abstracts(entry),
            parts.date(entry),
            *parts.numbers(entry),
            parts.institution(entry),
            parts.numbered_item(entry, "report-number"),
            *_end(entry, registration),
            attributes=_language(entry),
        )
        yield element("report-paper", inner)


def databases(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Data and software by who keeps them."""
    for group in _grouped(entries, lambda entry: entry.publisher.to_plain()):
        name = group[0].publisher.to_plain() or registration.site_title
        yield element(
            "database",
            element("database_metadata", element("titles", element("title", name)), parts.institution(group[0])),
            *(_dataset(entry, registration) for entry in group),
        )


def _dataset(entry: Entry, registration: Registration) -> Element:
    """One record of data or software."""
    return element(
        "dataset",
        parts.contributors(entry),
        parts.titles(entry),
        element("database_date", parts.date(entry)),
        filled("description", entry.abstract.to_plain()),
        *_end(entry, registration),
        attributes={"dataset_type": "record"},
    )


def preprints(entries: Sequence[Entry], registration: Registration) -> Iterator[Element]:
    """Preprints."""
    for entry in entries:
        yield element(
            "posted_content",
            parts.short("group_title", entry.container_title.to_plain()),
            parts.contributors(entry),
            parts.titles(entry),
            parts.date(entry, "posted_date"),
            parts.institution(entry),
            parts.item_number(entry, "number"),
            *parts.abstracts(entry),
            *_end(entry, registration),
            attributes={"type": "preprint", **_language(entry)},
        )


BODIES: dict[str, Body] = {
    "journal": journals,
    "conference": conferences,
    "book": books,
    "dissertation": dissertations,
    "report-paper": reports,
    "database": databases,
    "posted_content": preprints,
}
"""What makes the body, by kind."""

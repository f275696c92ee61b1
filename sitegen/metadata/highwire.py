"""Highwire tags, read by Google Scholar and Zotero, and what Zotero reads beside them to get type and edition right.

Rules: Google Scholar, "Inclusion Guidelines for Webmasters", section "Configuring the meta-tags"; Zotero's translators
"Embedded Metadata" and "RDF".
"""

from collections.abc import Iterator

from sitegen.metadata import Facts, Tag, Vocabulary, meta
from sitegen.model.date import Date
from sitegen.model.entry import Entry
from sitegen.model.interchange import (
    BOOK_PARTS,
    JOURNAL_PARTS,
    PERIODICAL_PARTS,
    archive_number,
    container,
    editor_role,
    first_and_last_page,
    indexed_name,
)
from sitegen.model.name import Name
from sitegen.text.latex import latex_to_plain
from sitegen.text.plain import one_line

MOST_CITED = 200
NAMES_OF_CITED = 3

ITEM_TYPES = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "classic": "book",
    "dataset": "dataset",
    "entry": "bookSection",
    "entry-dictionary": "bookSection",
    "entry-encyclopedia": "bookSection",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "periodical": "book",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "report": "report",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""CSL item types to Zotero's; they agree with the type that the tags below imply, because that one wins."""

NAMED_BY_PRISM = PERIODICAL_PARTS - JOURNAL_PARTS | {"webpage", "post", "post-weblog", "broadcast"}
"""Types whose container has no Highwire tag; without a name Zotero takes the site's for it."""

INSTITUTION_TAGS = {"thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution"}

NAMED_BY_ZOTERO = {"translator": "z.translators", "director": "z.directors"}
"""Properties of Zotero's RDF for roles without a Highwire tag."""

Pairs = Iterator[tuple[str, str]]


def tags(facts: Facts) -> list[Tag]:
    """The tags of one work in the order that Zotero depends on."""
    parts = (
        _title(facts.entry),
        _people(facts),
        _dates(facts.entry),
        _container(facts),
        _pages(facts.entry),
        _identifiers(facts),
        _matter(facts),
        _cited(facts),
        _zotero(facts.entry),
    )
    return [meta(name, value) for part in parts for name, content in part if content and (value := one_line(content))]


def _title(entry: Entry) -> Pairs:
    """The title; that of a retracted work says so (NISO RP-45-2024, CREC)."""
    title = entry.title.to_plain()
    if title and entry.status == "retracted" and not title.upper().startswith("RETRACTED"):
        title = f"RETRACTED: {title}"
    yield "citation_title", title


def _people(facts: Facts) -> Pairs:
    """Authors, each followed by what is known of them, then editors.

    Of a work with neither, Zotero takes the names in a `z.` property; without it all of the tag `author` for one name.
    """
    authors = facts.entry.credited("author")
    for position, name in enumerate(authors):
        yield "citation_author", _name(name, alone=len(authors) == 1)
        yield "citation_author_orcid", facts.orcid_url("author", position)
        yield "citation_author_institution", facts.affiliation("author", position)
    editors = facts.entry.credited(editor_role(facts.entry))
    for name in editors:
        yield "citation_editor", _name(name, alone=len(editors) == 1)
    role = facts.entry.author_role
    if role in NAMED_BY_ZOTERO and not editors:
        for name in facts.entry.authors:
            yield NAMED_BY_ZOTERO[role], indexed_name(name)


def _name(name: Name, *, alone: bool) -> str:
    """A name as Zotero takes it apart.

    It splits at semicolons, it takes a comma inside a name for the one before the given names, and a lone name with
    blanks on both sides of its comma for two names; a semicolon at the end keeps the last one whole.
    """
    if name.literal:
        plain = one_line(name.literal.replace(";", ",")).strip(" ,").replace(", ", " – ").replace(",", "–")
        return indexed_name(Name(literal=plain))
    text = one_line(indexed_name(name).replace(";", " "))
    family, _, given = text.partition(", ")
    return f"{text};" if alone and " " in family and " " in given else text


def _dates(entry: Entry) -> Pairs:
    """When it was published, and when it was online first."""
    yield "citation_publication_date", _date(entry.issued)
    yield "citation_online_date", _date(entry.available_date)


def _date(date: Date | None) -> str:
    """A date with slashes, as short as it is known; "" before the year 1, which the tag cannot say."""
    return date.start.iso().replace("-", "/") if date and date.start and date.start.year > 0 else ""


def _container(facts: Facts) -> Pairs:
    """Where it appeared. The book's title stands before the conference's: the other order makes a paper a chapter."""
    entry, title = facts.entry, container(facts.entry)
    if entry.type in JOURNAL_PARTS:
        journal = facts.venue if facts.venue and facts.venue.kind == "journal" else None
        yield "citation_journal_title", journal.name if journal else title
        yield "citation_journal_abbrev", entry.container_title_short or (journal.abbreviation if journal else "")
    elif entry.type in BOOK_PARTS:
        yield "citation_inbook_title", title
        if entry.type == "paper-conference":
            yield "citation_conference_title", entry.event_title.to_plain() or title
    elif entry.type in INSTITUTION_TAGS:
        yield INSTITUTION_TAGS[entry.type], entry.publisher.to_plain()
    yield "citation_series_title", entry.collection_title.to_plain()


def _pages(entry: Entry) -> Pairs:
    """Volume, issue and pages."""
    yield "citation_volume", entry.volume
    yield "citation_issue", entry.issue
    first, last = first_and_last_page(entry)
    yield "citation_firstpage", first
    yield "citation_lastpage", last


def _identifiers(facts: Facts) -> Pairs:
    """Numbers. A report's number is where Zotero looks for a preprint's archive number as well."""
    entry = facts.entry
    yield "citation_doi", entry.doi
    for isbn in entry.isbn:
        yield "citation_isbn", isbn
    for issn in entry.issn or (facts.venue.issn if facts.venue and entry.type in PERIODICAL_PARTS else ()):
        yield "citation_issn", issn
    yield "citation_pmid", entry.identifiers.get("pmid", "")
    yield "citation_arxiv_id", entry.identifiers.get("arxiv", "")
    if entry.type == "report":
        yield "citation_technical_report_number", entry.number
    elif entry.type == "article":
        yield "citation_technical_report_number", archive_number(entry) or entry.number


def _matter(facts: Facts) -> Pairs:
    """Publisher, language, subject, abstract and addresses. The PDF is only named where it lies beside the page."""
    entry = facts.entry
    if entry.type not in INSTITUTION_TAGS:
        yield "citation_publisher", entry.publisher.to_plain()
    yield "citation_language", entry.language
    for keyword in entry.keywords:
        yield "citation_keywords", keyword
    yield "citation_abstract", entry.abstract.to_plain()
    yield "citation_abstract_html_url", facts.page_url
    yield "citation_pdf_url", facts.pdf_url or (entry.link("pdf") if facts.remote_pdf else "")


def _cited(facts: Facts) -> Pairs:
    """The works cited, each as a list of tags; semicolons part them."""
    for each in [each.entry for each in facts.neighbours if each.kind == "cites"][:MOST_CITED]:
        known = (
            ("citation_title", each.title.to_plain()),
            *(("citation_author", indexed_name(name).strip(",")) for name in each.authors[:NAMES_OF_CITED]),
            ("citation_publication_date", _date(each.issued)),
            ("citation_journal_title", each.container_title.to_plain() if each.type in JOURNAL_PARTS else ""),
            ("citation_volume", each.volume),
            ("citation_doi", each.doi),
        )
        yield "citation_reference", "; ".join(f"{name}={value.replace(';', ',')}" for name, value in known if value)


def _zotero(entry: Entry) -> Pairs:
    """The type outright, and fields that have no Highwire tag."""
    yield "z.itemType", ITEM_TYPES.get(entry.type, "document")
    yield "DC.type", entry.genre if entry.type in INSTITUTION_TAGS else ""
    yield "prism.publicationName", entry.container_title.to_plain() if entry.type in NAMED_BY_PRISM else ""
    yield "prism.edition", entry.edition or entry.version
    yield "eprints.place_of_pub", entry.publisher_place or entry.event_place
    yield "bibo.numPages", entry.number_of_pages
    if language := entry.extra.get("programminglanguage"):
        yield "so.programmingLanguage", latex_to_plain(language)
    yield "DC.rights", entry.licence


VOCABULARY = Vocabulary(name="highwire", order=10, tags=tags)

"""COinS: an OpenURL context object in a list, where a page stands for many works (ANSI/NISO Z39.88-2004, KEV formats).

On the page of a single work it would hide the better tags from Zotero: nothing for a head comes from here.
"""

from collections.abc import Iterator
from urllib.parse import quote_plus

from sitegen.metadata import Vocabulary
from sitegen.model.entry import Entry
from sitegen.model.interchange import BOOK_PARTS, PERIODICAL_PARTS, first_and_last_page, home_page, indexed_name
from sitegen.text.plain import one_line

MOST_NAMES = 20

GENRES = {
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "classic": ("book", "book"),
    "entry": ("book", "bookitem"),
    "entry-dictionary": ("book", "bookitem"),
    "entry-encyclopedia": ("book", "bookitem"),
    "paper-conference": ("book", "proceeding"),
    "patent": ("patent", ""),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
    **dict.fromkeys(PERIODICAL_PARTS, ("journal", "article")),
}
"""CSL item types to a format of the KEV registry and a genre in it; all others are described in Dublin Core."""

DUBLIN_CORE_TYPES = {
    "article": "preprint",
    "dataset": "dataset",
    "manuscript": "manuscript",
    "post-weblog": "blogPost",
    "software": "computerProgram",
    "speech": "presentation",
    "webpage": "webpage",
}
"""CSL item types to the types that Zotero looks for in Dublin Core; all others are documents."""

TITLES = {"book": "btitle", "journal": "atitle"}
Pairs = Iterator[tuple[str, str]]


def context_object(entry: Entry) -> str:
    """The context object of one work, for the `title` of a `<span class="Z3988">`; not escaped for HTML."""
    registered, genre = GENRES.get(entry.type, ("dc", ""))
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{registered}"),
        ("rft.genre", genre),
        *_work(entry, registered),
        *(("rft.au", indexed_name(name)) for name in entry.authors[:MOST_NAMES]),
        ("rft.date", entry.issued.start.iso() if entry.issued and entry.issued.start else ""),
        *(("rft.isbn", isbn) for isbn in entry.isbn[:1]),
        *(("rft.issn", issn) for issn in entry.issn[:1]),
        ("rft_id", f"info:doi/{entry.doi}" if entry.doi else home_page(entry)),
    ]
    return "&".join(f"{name}={quote_plus(value, safe=':/')}" for name, text in pairs if (value := one_line(text)))


def _work(entry: Entry, registered: str) -> Pairs:
    """Titles and numbers in the words of one format."""
    title, container = entry.title.to_plain(), entry.container_title.to_plain()
    if entry.type in BOOK_PARTS:
        yield "rft.atitle", title
        yield "rft.btitle", container
    else:
        yield f"rft.{TITLES.get(registered, 'title')}", title
    if registered == "journal":
        yield "rft.jtitle", container
        yield "rft.volume", entry.volume
        yield "rft.issue", entry.issue
    yield from _pages(entry)
    publisher = entry.publisher.to_plain()
    match registered:
        case "dc":
            yield "rft.type", DUBLIN_CORE_TYPES.get(entry.type, "document")
        case "dissertation":
            yield "rft.inst", publisher
            yield "rft.degree", entry.genre
        case "patent":
            yield "rft.number", entry.number
        case "book":
            yield "rft.pub", publisher
            yield "rft.place", entry.publisher_place
            yield "rft.series", entry.collection_title.to_plain()
            yield "rft.edition", entry.edition


def _pages(entry: Entry) -> Pairs:
    """First and last page of a part of a journal or book."""
    if entry.type in PERIODICAL_PARTS or entry.type in BOOK_PARTS:
        first, last = first_and_last_page(entry)
        yield "rft.spage", first
        yield "rft.epage", last


VOCABULARY = Vocabulary(name="coins", order=90)

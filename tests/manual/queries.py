"""The reference of the query language and of the search, from the tables that both sides of it share."""

from collections import defaultdict
from collections.abc import Iterator

from sitegen.query.fields import ALIASES, FIELDS, HAS, IS, STATUSES, TextField
from sitegen.query.kinds import kinds
from sitegen.words import Words
from tests.manual.words import code, codes, page, sentence, table

MEANINGS = {
    "title": "the title, the short title, the original title", "author": "an author, as printed or as the person is called",
    "editor": "an editor", "translator": "a translator", "name": "anybody the work names",
    "venue": "journal, proceedings, book; the publisher where there is none", "series": "the series",
    "publisher": "the publisher", "event": "the conference", "place": "where it was published or held",
    "topic": "a topic or keyword", "abstract": "the abstract", "genre": "the kind of thesis or report",
    "note": "the note", "award": "a prize", "type": "the type: a word below",
    "year": "the year: `2019`, `2010-2015`, `2019-`, `-2010`, `300bc-`", "has": "what it has: a word below",
    "is": "what it is: a word below", "status": "its status: a word below", "language": "the language, by name or tag",
    "key": "the citation key", "doi": "the DOI", "isbn": "the ISBN", "issn": "the ISSN", "arxiv": "the number on arXiv",
    "pmid": "the number in PubMed", "pmcid": "the number in PubMed Central", "hal": "the number in HAL",
    "handle": "the handle",
}  # fmt: skip
"""What each field of a query is compared with."""


def queries_page() -> str:
    """The page."""
    return page("Queries and search", "Queries and search", _opening(), _fields(), _values(), _search())


def _opening() -> Iterator[str]:
    yield "The same language is understood by the search of a site, by [lists in pages](../how-to/lists.md) and by `[[lists]]`."
    yield ""
    yield from table(("write", "to find works"), (
        ("`knots`", "that hold the word, or words that begin so, anywhere"),
        ('`"graph theory"`', "that hold these words in this order"),
        ("`title:knots`", "that hold it in their title"),
        ('`author:"Emmy Noether"`', "of hers; quotation marks keep words together"),
        ("`author:me`", "of the site's owner, whom `me` in `site.toml` names"),
        ("`knots year:2019-`", "that fulfil both; `and` may stand between"),
        ("`topic:logic or topic:algebra`", "that fulfil one or the other"),
        ("`-type:thesis`, `not type:thesis`", "that do not"),
        ("`(knots or braids) year:-1990`", "brackets bind"),
    ))  # fmt: skip
    yield "Case, accents and spellings do not matter: *muller*, *mueller* and *Müller* all find Müller."
    yield ""


def _fields() -> Iterator[str]:
    """Fields with their other names."""
    others: dict[str, list[str]] = defaultdict(list)
    for alias, name in ALIASES.items():
        others[name].append(alias)
    yield from ("## Fields", "")
    yield from table(("field", "is compared with", "other names"), (
        (code(f"{name}:"), sentence(MEANINGS[name]), codes(others[name])) for name in FIELDS
    ))  # fmt: skip
    named = [name for name, field in FIELDS.items() if isinstance(field, TextField) and field.names]
    yield f'In {codes(named)} the words may come in any order, and an initial stands for a given name: `author:"E Noether"`.'
    yield ""


def _values() -> Iterator[str]:
    """The fields that have a fixed set of values."""
    yield from ("## Words of some fields", "")
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, kind in kinds(Words()).items():
        words[kind].append(word)
    yield from (f"`has:` {codes(HAS)}.", "", f"`is:` {codes(IS)}.", "", f"`status:` {codes(STATUSES)}.", "")
    yield "`type:` takes the words of pages, of BibTeX and of CSL, whatever their case, blanks and hyphens:"
    yield ""
    yield from (f"- {codes(listed)}" for listed in words.values())
    yield ""


def _search() -> Iterator[str]:
    """The search of a site."""
    yield from ("## The search of a site", "")
    yield "`/search/` looks at titles, authors, venues, topics, years, identifiers, and abstracts where the size allows it"
    yield "(`abstracts_in_search`). Its address keeps the query, so that a search can be sent to others: `/search/?q=knots`."
    yield "Without a script every list can be browsed, and every filter is a link."
    yield ""
    yield from table(("key", "does"), (
        ("`/` or Ctrl K", "goes to the search"), ("`j`, `k`", "next and previous work"), ("`o`", "opens it"),
        ("`Esc`", "clears the search"), ("`?`", "shows these keys; they can be switched off there"),
    ))  # fmt: skip

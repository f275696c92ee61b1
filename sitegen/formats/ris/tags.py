"""What a tagged value does to an entry, by what its tag means."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from sitegen.formats.ris import dates
from sitegen.formats.ris.names import read_names
from sitegen.formats.ris.tables import EXTRA, LENGTH_AS_PAGES
from sitegen.model.entry import Abstract, Status
from sitegen.model.facts import Facts, paragraphs
from sitegen.model.interchange import BOOK_PARTS, JOURNAL_PARTS, PERIODICAL_PARTS, STATUS_WORDS, is_preprint_server
from sitegen.text.addresses import doi, isbn, issn, pmcid
from sitegen.text.languages import language_tag
from sitegen.text.numbers import ARTICLE_NUMBER, printed_pages
from sitegen.text.rich import Text

ROLES = frozenset({"author", "editor", "collection_editor", "translator"})
_TEXTS = frozenset({"title", "container_title", "event_title", "collection_title", "publisher"})
_PLAINS = frozenset({
    "title_short", "container_title_short", "volume", "number_of_volumes", "issue", "section", "publisher_place",
    "event_place", "genre",
})  # fmt: skip
_STATUSES: dict[str, Status] = {word.lower(): status for status, word in STATUS_WORDS.items()}  # type: ignore[misc]
_AFTER_THE_FACT = frozenset({"retracted", "withdrawn", "corrected"})
"""What is told with a reason behind a colon; "Submitted: 12 May" is only a date."""
_WITH_KIND = frozenset({"document", "manuscript", "patent", "speech", "webpage", "dataset", "software", "standard"})
_NUMBERED = frozenset({"report", "patent", "standard", "legislation", "bill"})
_DATE = re.compile(r"\d{4}[-/]\d{1,2}")
Action = Callable[[Facts, str], bool]
"""Gives an entry a value; whether it could."""


def give(facts: Facts, tag: str, meaning: str, value: str) -> None:
    """Give an entry what a line says; what it has no field for is kept under the tag."""
    value = facts.clean(value, tag)
    line = " ".join(value.split())
    if meaning in ROLES:
        read_names(facts, meaning, value)
        return
    if meaning in _TEXTS:
        done = facts.put(meaning, Text.of(line))
    elif meaning in _PLAINS:
        done = facts.put(meaning, line)
    else:
        action = _ACTIONS.get(meaning)
        done = action(facts, value if meaning in _WITH_LINES else line) if action else False
    if not done:
        facts.keep(f"{EXTRA}{tag.lower()}", line)


def _other_container(facts: Facts, line: str) -> bool:
    """A container's title under another tag: a short one where the full one is known."""
    return facts.put("container_title", Text.of(line)) or facts.put("container_title_short", line)


def _accessed(facts: Facts, line: str) -> bool:
    return facts.dated("accessed", dates.read_date(line))


def _first_page(facts: Facts, line: str) -> bool:
    """The first page, all pages, or the article's number."""
    return facts.put("page", printed_pages(line))


def _last_page(facts: Facts, line: str) -> bool:
    """The last page."""
    first: str = facts.known.get("page", "")
    last = printed_pages(line)
    if "–" not in first:
        facts.known["page"] = last if last.startswith(f"{first}–") or last == first else f"{first}–{last}".strip("–")
        return True
    return first.endswith(f"–{last}") or first == last


def _edition(facts: Facts, line: str) -> bool:
    """The edition or version; with journals, when an article came out online."""
    if facts.csl in JOURNAL_PARTS and _DATE.match(line):
        return facts.dated("available_date", dates.read_date(line))
    return facts.put("version" if facts.csl == "software" else "edition", line)


def _number(facts: Facts, line: str) -> bool:
    """The number of a report, patent or standard, where some write its ISBN."""
    return facts.serials(line) if isbn(line) or issn(line) else facts.put("number", line)


def _article_number(facts: Facts, line: str) -> bool:
    return facts.csl in PERIODICAL_PARTS and facts.put("number", line)


def _miscellaneous_number(facts: Facts, line: str) -> bool:
    """M1: a number of some kind."""
    if facts.csl in _NUMBERED:
        return facts.put("number", line)
    return facts.csl in PERIODICAL_PARTS and facts.put("issue", line)


def _kind(facts: Facts, line: str) -> bool:
    """M3: the kind of work, and the DOI in older files."""
    if "doi" not in facts.known and doi(line):
        return facts.doi(line)
    return facts.csl in _WITH_KIND and facts.put("genre", line)


def _pmcid(facts: Facts, line: str) -> bool:
    """PubMed Central's number, which stands in C2 of articles."""
    found = pmcid(line) if line.upper().startswith("PMC") else ""
    return bool(found) and facts.identifiers.setdefault("pmcid", found) == found


def _abstract(facts: Facts, value: str) -> bool:
    """The abstract, or a piece of it."""
    pieces = facts.pieces.setdefault("abstract", [])
    if value not in pieces[:1]:
        pieces.append(value)
    return True


def _other_abstract(facts: Facts, value: str) -> bool:
    """N2: the abstract where there is no AB, else a note."""
    known = facts.pieces.get("abstract")
    return _abstract(facts, value) if not known or value in known[:1] else _note(facts, " ".join(value.split()))


def _keywords(facts: Facts, value: str) -> bool:
    """Keywords, one a line, or several parted by semicolons."""
    for line in value.split("\n"):
        for word in line.split(";"):
            facts.keyword(" ".join(word.split()))
    return True


def _language(facts: Facts, line: str) -> bool:
    """The language of the work; a program has another kind of language."""
    tag = language_tag(line) if facts.csl != "software" else ""
    return bool(tag) and facts.put("language", tag)


def _note(facts: Facts, line: str) -> bool:
    """A note, or where the work stands."""
    word, colon, words = line.partition(":")
    status = _STATUSES.get(word.strip().lower())
    if status and "status" not in facts.known and (not colon or status in _AFTER_THE_FACT):
        return facts.put("status", status) and facts.put("status_note", Text.of(words.strip()))
    facts.pieces.setdefault("note", []).append(line)
    return True


def _affiliation(facts: Facts, line: str) -> bool:
    """Where the author works; of several authors nobody can tell whose it is."""
    names = facts.names.get("author", [])
    if len(names) != 1 or names[0].affiliation:
        return False
    names[0] = replace(names[0], affiliation=line)
    return True


_WITH_LINES = frozenset({"abstract", "other abstract", "keyword", "address"})
"""Meanings for which the ends of lines count."""
_ACTIONS: dict[str, Action] = {
    "full container": _other_container,
    "other container": _other_container,
    "issued": dates.issued,
    "day": dates.more_precise,
    "accessed": _accessed,
    "first page": _first_page,
    "last page": _last_page,
    "edition": _edition,
    "number": _number,
    "serial": Facts.serials,
    "article number": _article_number,
    "miscellaneous number": _miscellaneous_number,
    "kind": _kind,
    "pmcid": _pmcid,
    "doi": Facts.doi,
    "accession": Facts.archived,
    "address": Facts.addresses,
    "file": lambda facts, line: facts.file("pdf", line),
    "abstract": _abstract,
    "other abstract": _other_abstract,
    "keyword": _keywords,
    "language": _language,
    "note": _note,
    "affiliation": _affiliation,
}
"""By meaning."""


def finish(facts: Facts, kind: str) -> None:
    """What the values of a record say together."""
    known = facts.known
    known["note"] = Text.of(facts.clean(" ".join(_as_sentences(facts.pieces.get("note", []))), "N1"))
    abstract = paragraphs(facts.clean("\n\n".join(facts.pieces.get("abstract", [])), "AB"))
    if abstract:
        facts.abstracts.append(Abstract(abstract))
    if kind in LENGTH_AS_PAGES and "–" not in known.get("page", "–"):
        known["number_of_pages"] = known.pop("page")
    page = known.get("page", "")
    if page and page == known.get("number"):
        known.pop("page")
    elif ARTICLE_NUMBER.fullmatch(page) and facts.csl in JOURNAL_PARTS | BOOK_PARTS and "number" not in known:
        known["number"] = known.pop("page")
    if "container_title" not in known and "event_title" in known:
        known["container_title"] = known.pop("event_title")
    elif known.get("event_title") == known.get("container_title"):
        known.pop("event_title", None)
    if kind == "INPR":
        known.setdefault("status", "in-press")
    _preprint(facts, kind)


def _as_sentences(pieces: Sequence[str]) -> Iterator[str]:
    """Notes, each but the last with a full stop."""
    for at, piece in enumerate(pieces, 1):
        yield piece if at == len(pieces) or piece[-1] in ".?!" else f"{piece}."


def _preprint(facts: Facts, kind: str) -> None:
    """RIS has no type for preprints: their archive tells them."""
    container = facts.known["container_title"].to_plain() if "container_title" in facts.known else ""
    archived = kind in ("UNPB", "MANSCPT", "GEN") and not facts.identifiers.keys().isdisjoint({"arxiv", "hal"})
    if (archived and not container) or (container and facts.csl == "article-journal" and is_preprint_server(container)):
        facts.csl = "article"
        facts.known["genre"] = "preprint"

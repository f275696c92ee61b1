"""One work: its page and its exports beside what they must say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from sitegen.fidelity.addresses import meant
from sitegen.fidelity.article_page import Page, read_page
from sitegen.fidelity.compare import Difference, differences, name_differences, same_name
from sitegen.fidelity.exports import read_bibtex, read_csl_json, read_ris
from sitegen.fidelity.head_tags import JSON_LD, read_json_ld, read_open_graph, read_tags
from sitegen.fidelity.letters import letters
from sitegen.fidelity.tex import marked
from sitegen.fidelity.told import Told
from sitegen.fidelity.wanted import Wanted
from sitegen.formats.bibtex.fields import HOUSEKEEPING, HOUSEKEEPING_BEGINS
from sitegen.problems import excerpt

STEERING = frozenset({
    "file", "pdf", "keywords", "selected", "featured", "crossref", "xdata", "xref", "ids", "aliases", "related",
    "relatedtype", "options", "type", "entrysubtype", "langid", "language", "hyphenation", "month", "day", "preview",
    "timestamp", "date-added", "date-modified", "date_added", "creationdate", "modificationdate", "owner", "status",
    "pubstate", "editortype", "editoratype", "editorbtype", "editorctype",
    "eprinttype", "archiveprefix", "primaryclass", "eprintclass",
})  # fmt: skip
"""Fields that steer the site or are said in other words: nothing of them need be found to the letter."""
SUFFIXES = {"bibtex": ".bib", "csl-json": ".json", "ris": ".ris"}
"""Of the files, by the names of the formats."""
BUTTONS = frozenset({
    "url", "ee", "pdf", "url_pdf", "html", "code", "url_code", "slides", "url_slides", "video", "url_video", "poster",
    "website", "supp", "preprint", "data", "url_data", "eprint",
})  # fmt: skip
"""Fields that make a link on the page where they hold an address."""
_NOTHING = "title = {}"
"""What a record says that has nothing but an abstract."""
_TRIMMINGS = frozenset({"pp", "doi", "dx", "arxiv", "http", "https", "www"})


@dataclass(frozen=True, slots=True)
class Exports:
    """The text of a work's exports by their suffix (`.bib`); one that is not there is missing."""

    path: str
    texts: Mapping[str, str]


def article_differences(
    wanted: Wanted, tree: LexborHTMLParser, more: LexborHTMLParser | None, exports: Exports
) -> Iterator[Difference]:
    """All differences between a work and what the site says of it."""
    where = f"{exports.path}index.html"
    page = read_page(tree, more, where)
    accounts: list[Told | None] = [page.told, read_tags(tree, where), read_open_graph(tree, where)]
    if tree.css_first(JSON_LD):
        accounts.append(data := read_json_ld(tree, where))
        if data is None:
            yield Difference("record-differs", f"the JSON-LD of {where} cannot be read as one object")
    fields: Mapping[str, str] = {}
    for suffix, text in exports.texts.items():
        file = f"{exports.path}*{suffix}"
        told, found = _export(suffix, text, file)
        fields = found or fields
        if told is None:
            yield Difference("record-differs", f"{file} cannot be read as one record")
        accounts.append(told)
    for account in accounts:
        if account:
            yield from differences(wanted, account)
    yield from _lines(wanted, page, where)
    yield from _lost_fields(wanted, page, fields)
    yield from _lost_links(wanted, page, where, fields)
    yield from _changed_records(page, exports)


def _export(suffix: str, text: str, file: str) -> tuple[Told | None, Mapping[str, str]]:
    """What an export tells, and its fields where it has such."""
    if suffix == ".bib":
        return read_bibtex(text, file) or (None, {})
    return (read_ris if suffix == ".ris" else read_csl_json)(text, file), {}


def _lines(wanted: Wanted, page: Page, where: str) -> Iterator[Difference]:
    """The names as a reader sees them: each role is a line of the page."""
    for role, names in wanted.names.items():
        if any(len(line) == len(names) and all(map(same_name, names, line)) for line in page.lines):
            continue
        known = {letters(name) for name in names}
        best = max(page.lines, key=lambda line: len(known & {letters(name) for name in line}), default=())
        yield from name_differences(names, best, role, where)


def _lost_fields(wanted: Wanted, page: Page, fields: Mapping[str, str]) -> Iterator[Difference]:
    """Fields of the source with a word that stands neither in the BibTeX export nor among the details of the page."""
    if not wanted.fields or not fields:
        return
    kept = _kept(page, fields)
    for name, said in wanted.fields.items():
        if _is_steering(name) or (name.startswith("journal") and "arxiv" in said):
            continue
        only_digits = name in ("isbn", "issn", "eprint", "arxivid")
        lost = next((word for word in said if word not in kept and not _is_trimming(word, only_digits)), "")
        if lost:
            yield Difference(
                "field-lost", f"the field {excerpt(name)} says “{excerpt(lost)}”, which neither page nor BibTeX have"
            )


def _kept(page: Page, fields: Mapping[str, str]) -> str:
    """The letters of all that a BibTeX export and the details of a page say."""
    return "|".join(map(letters, (*(marked(value)[0] for value in fields.values()), page.details, *page.hrefs)))


def _is_trimming(word: str, only_digits: bool) -> bool:
    """Whether a word only stands around a value: “pp.”, the scheme of an address, the binding of an ISBN."""
    return word in _TRIMMINGS or (only_digits and word.isalpha())


def _is_steering(name: str) -> bool:
    """Whether a field says nothing of the work that should be found to the letter."""
    usual = name.replace("-", "_")
    return name in STEERING or usual in HOUSEKEEPING or usual.startswith(HOUSEKEEPING_BEGINS)


def _lost_links(wanted: Wanted, page: Page, where: str, fields: Mapping[str, str]) -> Iterator[Difference]:
    """Addresses that the page does not lead to; the publisher's may give way to the DOI, others need only be kept."""
    if not wanted.urls:
        return
    there = {meant(href) for href in page.hrefs}
    kept = _kept(page, fields)
    doi = wanted.doi.casefold()
    for name, urls in wanted.urls.items():
        if _is_steering(name):
            continue
        for url in urls:
            is_button = name in BUTTONS and not (doi and name in ("url", "ee", "eprint"))
            if (
                meant(url) not in there
                and (is_button or letters(url) not in kept)
                and not (doi and doi in url.casefold())
            ):
                what = "no link in" if is_button else "neither in the BibTeX nor in"
                yield Difference("link-lost", f"{excerpt(url)} of the field {name} is {what} {where}")


def _changed_records(page: Page, exports: Exports) -> Iterator[Difference]:
    """The records to copy, which hold the lines of the files but for the abstract."""
    lines = {_spaced(line) for text in exports.texts.values() for line in text.split("\n")} | {_NOTHING}
    for name, text in page.records.items():
        if SUFFIXES.get(name) not in exports.texts:
            continue
        for line in text.split("\n"):
            if _spaced(line) not in lines:
                yield Difference("record-differs", f"{excerpt(line.strip())!r} of the record {name} is not in its file")
                break


def _spaced(line: str) -> str:
    """A line of a record with single blanks: how far fields are set in depends on which of them there are."""
    return " ".join(line.split()).rstrip(" ,")

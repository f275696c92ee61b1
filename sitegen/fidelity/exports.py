"""The three records that every work has beside its page, each read by a program of other people."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import rispy
from bibtexparser.model import Entry as Block
from bibtexparser.splitter import Splitter
from pybtex.database import parse_string
from pybtex.exceptions import PybtexError

from sitegen.fidelity import tex
from sitegen.fidelity.letters import FORMULA
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.raw_bibtex import names_of, values_of
from sitegen.fidelity.told import Told

_FOUR_DIGITS = re.compile(r"-?(?<!\d)\d{4}(?!\d)")
_YEAR = re.compile(r"-?\d{1,4}(?!\d)")
MARKUP = ("<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>", "</span>",
          '<span class="nocase">', '<span style="font-variant:small-caps;">')  # fmt: skip
"""Tags that CSL-JSON allows in titles (CSL 1.0.2, "Rich text formatting within fields")."""


def read_bibtex(text: str, where: str) -> tuple[Told, Mapping[str, str]] | None:
    """A work's BibTeX by another reader, and its fields; None where there is not exactly one entry."""
    values = _by_bibtexparser(text) or _by_pybtex(text)
    if values is None:
        return None
    authors, et_al = names_of(values.get("author", ""))
    editors, _ = names_of(values.get("editor", ""))
    title, abstract = _without_formulas(values.get("title", "")), _without_formulas(values.get("abstract", ""))
    return (
        Told(
            where=where,
            title=title,
            names={"author": authors, "editor": editors},
            et_al=et_al,
            abstracts=(abstract,) if abstract else (),
            year=_year(values.get("year", values.get("date", ""))),
            doi=tex.marked(values.get("doi", ""))[0],
            volume=tex.marked(values.get("volume", ""))[0],
            pages=tex.marked(values.get("pages", ""))[0],
        ),
        values,
    )


def _by_bibtexparser(text: str) -> dict[str, str] | None:
    """The fields of the only entry; None where bibtexparser sees none or several."""
    blocks = Splitter(text).split().blocks
    return values_of(blocks[0], {}) if len(blocks) == 1 and isinstance(blocks[0], Block) else None


def _by_pybtex(text: str) -> dict[str, str] | None:
    """The same by pybtex, which counts a brace behind a backslash as BibTeX does and bibtexparser does not."""
    try:
        found = parse_string(text, "bibtex").entries
    except PybtexError:
        return None
    if len(found) != 1:
        return None
    (entry,) = found.values()
    names = {role.lower(): " and ".join(map(str, persons)) for role, persons in entry.persons.items()}
    return {name.lower(): value for name, value in entry.fields.items()} | names


def _without_formulas(value: str) -> Outline:
    """The outline of an exported value; its formulas hide nothing."""
    return Outline.of(tex.marked(value)[0].replace(FORMULA, " "))


def _year(value: str) -> str:
    """The first year in a date of BibTeX."""
    found = _FOUR_DIGITS.search(value) or _YEAR.search(value)
    return found[0] if found else ""


def read_ris(text: str, where: str) -> Told | None:
    """A work's RIS by rispy; None where there is not exactly one record."""
    try:
        records: Sequence[Mapping[str, Any]] = rispy.loads(text)
    except (ValueError, KeyError, IndexError, OSError):
        return None
    if len(records) != 1:
        return None
    record = records[0]
    abstract = record.get("abstract", "")
    return Told(
        where=where,
        title=Outline.of(record.get("title") or record.get("primary_title") or ""),
        names={"author": tuple(record.get("authors") or record.get("first_authors") or ())},
        abstracts=(Outline.of(abstract),) if abstract else (),
        container=Outline.of(record.get("journal_name", "") or record.get("alternate_title3", "")),
        year=record.get("year") or record.get("publication_year") or "",
        doi=record.get("doi", ""),
        volume=record.get("volume"),
        issue=record.get("number"),
        keywords=tuple(record.get("keywords", ())),
    )


def read_csl_json(text: str, where: str) -> Told | None:
    """A work's CSL-JSON; None where there is not exactly one item, or it is not of the schema's shape."""
    try:
        (item,) = json.loads(text)
        return _told_by(item, where)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None


def _told_by(item: Mapping[str, Any], where: str) -> Told:
    """What an item tells. Raises where it is not of the shape of CSL's schema (csl-data.json)."""
    dates = (item.get("issued") or {}).get("date-parts") or [[""]]
    abstract = item.get("abstract", "")
    return Told(
        where=where,
        title=Outline.of(without_markup(item.get("title", ""))),
        title_with_tags=Outline.of(item.get("title", "")),
        names={role: tuple(map(_name, item.get(role, ()))) for role in ("author", "editor")},
        abstracts=(Outline.of(abstract),) if abstract else (),
        container=Outline.of(without_markup(item.get("container-title", ""))),
        year=str(dates[0][0]),
        doi=item.get("DOI", ""),
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        pages=item.get("page", ""),
    )


def without_markup(text: str) -> str:
    """A title of CSL-JSON without its markup.

    >>> without_markup("On <i>Drosophila</i>")
    'On Drosophila'
    """
    if "<" in text:
        for tag in MARKUP:
            text = text.replace(tag, "")
    return text


def _name(name: Mapping[str, str]) -> str:
    """A name as one text."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return " ".join(name[part] for part in parts if name.get(part))

"""Entries to CSL-JSON.

Titles carry the markup that CSL allows in values, everything else is plain. Zotero's importer refuses a whole file for
one item of the type `software`, which it does not know.
"""

import json

from sitegen.formats import Record
from sitegen.formats.csl_json.edition import edition_of
from sitegen.formats.csl_json.markup import written
from sitegen.formats.csl_json.tables import DATES, OTHERS, ROLES, TITLES, TYPES, WORDS
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.interchange import archive_number, home_page
from sitegen.model.name import Name
from sitegen.text.addresses import identifier_url
from sitegen.text.latex import latex_to_plain
from sitegen.text.plain import one_line

Item = dict[str, object]
_json = json.JSONEncoder(ensure_ascii=False).encode


def record(entry: Entry) -> Record:
    """One entry as an object of the array, two blanks in."""
    found = item(entry)
    full = _lines(found)
    return Record(full, full if found.pop("abstract", None) is None else _lines(found))


def _lines(data: Item) -> str:
    """An item with a line for each variable, as people read it and as little as machines need."""
    fields = ",\n".join(f'    "{name}": {_json(value)}' for name, value in data.items())
    return f"  {{\n{fields}\n  }}"


def item(entry: Entry) -> Item:
    """One entry as the object that citation processors read, without empty variables."""
    found: Item = {
        "id": entry.key,
        "type": entry.type if entry.type in TYPES else "document",
        "title": written(entry.title),
        **{variable: [*map(_name, entry.names[role])] for variable, role in ROLES.items() if role in entry.names},
        **{variable: _date(getattr(entry, field)) for variable, field in DATES.items()},
        **{variable: one_line(getattr(entry, field).to_plain()) for variable, field in TITLES.items()},
        **{variable: getattr(entry, field) for variable, field in WORDS.items()},
        "page": entry.page if "-" in entry.page else entry.page.replace("–", "-"),  # "A-12–A-20" is a range
        "number": entry.number or (archive_number(entry) if entry.type == "article" else ""),
        "publisher": one_line(entry.publisher.to_plain()),
        "status": entry.status.replace("-", " "),
        "DOI": entry.doi,
        "ISBN": ", ".join(entry.isbn),
        "ISSN": ", ".join(entry.issn),
        "PMID": entry.identifiers.get("pmid", ""),
        "PMCID": entry.identifiers.get("pmcid", ""),
        "URL": home_page(entry),
        "abstract": entry.abstract.to_plain(),
        "keyword": ", ".join(entry.keywords),
        "note": entry.note.to_plain(),
        "annote": entry.annote.to_plain(),
        **{name: one_line(latex_to_plain(source)) for name, source in entry.extra.items() if name in OTHERS},
    }
    return {variable: value for variable, value in found.items() if value}


def rich_item(entry: Entry) -> Item:
    """One entry as references want it.

    Titles are `Text`, whose formulas and marks survive. A list that goes on ends in the name "others". Numbers such as
    "1999-66" are no ranges. A preprint without an address has that of its archive.
    """
    found = item(entry)
    for variable, text in (("title", entry.title), *((name, getattr(entry, field)) for name, field in TITLES.items())):
        if text and not text.has_blocks():
            found[variable] = text
    for variable, role in ROLES.items():
        if role in entry.et_al and role in entry.names:
            found[variable] = [*map(_name, entry.names[role]), {"literal": "others"}]
    if "number" in found:
        found["number"] = str(found["number"]).replace("-", "\\-")
    if entry.edition:
        found["edition"] = edition_of(entry.edition, entry.language)
    if arxiv := entry.identifiers.get("arxiv", ""):
        found.setdefault("URL", identifier_url("arxiv", arxiv))
        if entry.type == "article":
            found.setdefault("publisher", "arXiv")
    return found


def _name(name: Name) -> dict[str, str]:
    """A name in CSL's parts."""
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(date: Date | None) -> Item:
    """A date or range in parts, no more of them than are known; the words of one that could not be read."""
    if date is None or date.start is None:
        return {"literal": date.literal} if date and date.literal else {}
    days = [date.start, date.end] if date.end else [date.start]
    found: Item = {"date-parts": [_parts(day) for day in days]}
    if date.start.season:
        found["season"] = date.start.month - 20
    if date.circa or date.uncertain:
        found["circa"] = True
    return found


def _parts(day: Day) -> list[int]:
    """Year, month and day as far as they are known; a season stands beside them."""
    if not 1 <= day.month <= 12:
        return [day.year]
    return [day.year, day.month, day.day] if day.day else [day.year, day.month]

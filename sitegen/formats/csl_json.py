"""CSL-JSON: the input data of citation processors (CSL 1.0.2, schema `csl-data.json`).

Titles carry the markup that CSL allows in values, everything else is plain. Zotero's importer refuses a whole file for
one item of the type `software`, which it does not know.
"""

import json
from collections.abc import Iterable, Sequence

from sitegen.formats import Format
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.interchange import archive_number, home_page
from sitegen.model.name import Name
from sitegen.text.plain import one_line
from sitegen.text.rich import Link, Node, Span, Text

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
TYPES = frozenset(_TYPES.split())
"""Item types (CSL 1.0.2, appendix III)."""


def _fields(variables: str) -> dict[str, str]:
    """CSL variables to the fields of an entry, which are called the same with `_` for `-`."""
    return {variable: variable.replace("-", "_") for variable in variables.split()}


ROLES = _fields(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
)
DATES = _fields("issued accessed available-date event-date original-date")
TITLES = _fields("container-title collection-title event-title original-title volume-title")
WORDS = _fields(
    "title-short container-title-short collection-number event-place volume issue number-of-pages number-of-volumes "
    "chapter-number section edition version publisher-place genre language"
)
"""Name variables, dates, and what is rich or plain text in an entry (CSL 1.0.2, appendix IV)."""

MARKUP = {
    "em": ("<i>", "</i>"),
    "i": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "q": ("“", "”"),
}
"""Marks that CSL knows; the others show nothing (CSL-JSON, "Markup inside fields")."""

Item = dict[str, object]


def write(entries: Sequence[Entry]) -> str:
    """All entries as one JSON array, indented by two."""
    return "[\n" + ",\n".join(_lines(item(entry)) for entry in entries) + "\n]\n" if entries else "[]\n"


def _lines(data: Item) -> str:
    """An item with a line for each variable, as people read it and as little as machines need."""
    fields = ",\n".join(
        f"    {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in data.items()
    )
    return f"  {{\n{fields}\n  }}"


def item(entry: Entry) -> Item:
    """One entry as the object that citation processors read, without empty variables."""
    found: Item = {
        "id": entry.key,
        "type": entry.type if entry.type in TYPES else "document",
        "title": _rich(entry.title),
        **{variable: [*map(_name, entry.names[role])] for variable, role in ROLES.items() if role in entry.names},
        **{variable: _date(getattr(entry, field)) for variable, field in DATES.items()},
        **{variable: one_line(getattr(entry, field).to_plain()) for variable, field in TITLES.items()},
        **{variable: getattr(entry, field) for variable, field in WORDS.items()},
        "page": entry.page.replace("–", "-"),
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
    }
    return {variable: value for variable, value in found.items() if value}


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


def _rich(text: Text) -> str:
    """Text with the markup that CSL allows; plain where there is none, so that other readers see no tags."""
    return one_line(_marked(text.nodes) if any(map(_has_markup, text.nodes)) else text.to_plain())


def _has_markup(node: Node) -> bool:
    """Whether a node or one below it shows in CSL's markup."""
    if isinstance(node, Span) and node.mark in MARKUP and node.mark != "q":
        return True
    return isinstance(node, Span | Link) and any(map(_has_markup, node.children))


def _marked(nodes: Iterable[Node]) -> str:
    """Nodes in CSL's markup; nothing is escaped, because processors escape what they print."""
    out = []
    for node in nodes:
        if isinstance(node, Span | Link):
            opening, closing = MARKUP.get(node.mark, ("", "")) if isinstance(node, Span) else ("", "")
            out.append(f"{opening}{_marked(node.children)}{closing}")
        else:
            out.append(node if isinstance(node, str) else Text((node,)).to_plain())
    return "".join(out)


FORMAT = Format(
    name="csl-json",
    title="CSL-JSON",
    suffix=".json",
    media_type="application/vnd.citationstyles.csl+json",
    write=write,
)

"""APA style: an entry as its reference lists print it (Publication Manual, 7th edition, chapters 9 and 10).

Titles keep the capitals of the source: sentence case cannot be made without knowing what is a proper name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.interchange import BOOK_PARTS, PERIODICAL_PARTS, STATUS_WORDS, archive_number, home_page
from sitegen.model.name import Name
from sitegen.styles import Style
from sitegen.text import addresses
from sitegen.text.plain import one_line
from sitegen.text.rich import Link, Node, Span, Text
from sitegen.text.sentences import closed

MOST_NAMES = 20
"""A longer list shows the first nineteen and the last (section 9.8)."""

_MONTHS = "January February March April May June July August September October November December"
MONTHS = ("", *_MONTHS.split())
_FULL_DATES = (
    "article-magazine article-newspaper broadcast interview personal_communication post post-weblog speech webpage"
)
FULL_DATES = frozenset(_FULL_DATES.split())
"""Types whose date is more than its year (section 9.14)."""

LABELS = {
    "editor": ("Ed.", "Eds."),
    "translator": ("Trans.", "Trans."),
    "director": ("Director", "Directors"),
    "compiler": ("Comp.", "Comps."),
}
DESCRIPTIONS = {
    "article": "Preprint",
    "broadcast": "Broadcast",
    "dataset": "Data set",
    "figure": "Figure",
    "graphic": "Image",
    "interview": "Interview",
    "manuscript": "Unpublished manuscript",
    "map": "Map",
    "motion_picture": "Film",
    "paper-conference": "Paper presentation",
    "personal_communication": "Letter",
    "software": "Computer software",
    "song": "Song",
    "speech": "Speech",
    "thesis": "Thesis",
}
"""What stands in brackets after the title (section 9.22)."""

FIXED = frozenset({"dataset", "software"})
"""Types whose description is the one above whatever the work says."""

DRAFTS = {"submitted": "Manuscript submitted for publication", "in-preparation": "Manuscript in preparation"}
DOCTORAL = frozenset({"phd thesis", "ph.d. thesis", "phdthesis", "doctoral thesis", "phd dissertation", "dissertation"})
NUMBERED = {"article": "Preprint", "patent": "Patent", "report": "Report", "standard": "Standard"}
ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.ASCII)
_RANGE = re.compile(r"(?<=\d)-+(?=\d)")
_RUN_TOGETHER = re.compile(r"\.(?=\w)")
_IDEOGRAPHIC = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
Nodes = list[Node]


def reference(entry: Entry) -> Text:
    """An entry as a reference list prints it: who, when, what, where; the title first where nobody is named."""
    who, when, what = _who(entry), f"({_when(entry)}).", closed(_what(entry))
    opening: list[Nodes] = [[who], [when], what] if who else [what, [when]]
    return _text([*opening, *map(closed, _where(entry)), _address(entry), *_remarks(entry)])


def _text(sentences: Iterable[Nodes]) -> Text:
    """Sentences with a blank between, neighbouring strings made one."""
    out: Nodes = []
    for sentence in filter(None, sentences):
        for node in [" ", *sentence] if out else sentence:
            if isinstance(node, str) and out and isinstance(out[-1], str):
                out[-1] += node
            else:
                out.append(node)
    return Text(tuple(out))


# --- who -------------------------------------------------------------------------------------------------------------


def _leading_role(entry: Entry) -> str:
    """The role that opens the reference; the editors of a book do not open a chapter's."""
    return "author" if entry.type in BOOK_PARTS else entry.author_role


def _who(entry: Entry) -> str:
    """Those whom the reference begins with, closed; "" when nobody is named."""
    role = _leading_role(entry)
    names = entry.credited(role)
    if not names:
        return ""
    who = _listed([_inverted(name) for name in _shown(names)], names, et_al=role in entry.et_al, comma=True)
    if role in LABELS:
        who = f"{who} ({_label(role, names)})"
    return who if who.endswith(".") else f"{who}."


def _shown(names: Sequence[Name]) -> Sequence[Name]:
    """The names that are printed."""
    return names if len(names) <= MOST_NAMES else (*names[: MOST_NAMES - 1], names[-1])


def _listed(printed: Sequence[str], names: Sequence[Name], *, et_al: bool, comma: bool) -> str:
    """Names in a row. comma: whether one stands before the ampersand between two."""
    if et_al:
        return ", ".join([*printed, "et al."])
    if len(printed) == 1:
        return printed[0]
    if len(names) > len(printed):
        return f"{', '.join(printed[:-1])}, … {printed[-1]}"
    return f"{', '.join(printed[:-1])}{',' if comma or len(printed) > 2 else ''} & {printed[-1]}"


def _label(role: str, names: Sequence[Name]) -> str:
    """What those in a role are called."""
    one, many = LABELS[role]
    return one if len(names) == 1 else many


def _inverted(name: Name) -> str:
    """Family, initials, dropping particle, suffix (section 9.8).

    >>> _inverted(Name(family="Beethoven", given="Ludwig", dropping_particle="van"))
    'Beethoven, L. van'
    """
    if name.literal:
        return name.literal
    given = " ".join(filter(None, (_initials(name), name.dropping_particle)))
    return ", ".join(filter(None, (_family(name), given, name.suffix)))


def _upright(name: Name) -> str:
    """Initials and family in reading order."""
    if name.literal:
        return name.literal
    whole = " ".join(filter(None, (_initials(name), name.dropping_particle, _family(name))))
    return f"{whole}, {name.suffix}" if name.suffix else whole


def _family(name: Name) -> str:
    """The family name with the particle that belongs to it; "" for a name that has none."""
    if name.dropping_particle:
        name = replace(name, dropping_particle="")
    return name.family_with_particles() if name.family else ""


def _initials(name: Name) -> str:
    """Initials of the given names, the whole of one written in ideographs."""
    if _IDEOGRAPHIC.search(name.given):
        return name.given
    if _RUN_TOGETHER.search(name.given):
        name = replace(name, given=_RUN_TOGETHER.sub(". ", name.given))
    return name.initials() if name.family else name.given


def _credit(entry: Entry, role: str, between: str) -> str:
    """Names in reading order with what they are called: between is what stands around the label."""
    names = entry.credited(role)
    listed = _listed([_upright(name) for name in _shown(names)], names, et_al=role in entry.et_al, comma=False)
    return listed + between.format(_label(role, names))


# --- when ------------------------------------------------------------------------------------------------------------


def _when(entry: Entry) -> str:
    """The date as it stands in parentheses."""
    date = entry.issued
    if date is None or not (date.start or date.literal):
        return "in press" if entry.status == "in-press" else "n.d."
    if date.start is None:
        return one_line(date.literal)
    return ("ca. " if date.circa else "") + _dated(date, date.start, full=entry.type in FULL_DATES)


def _dated(date: Date, start: Day, *, full: bool) -> str:
    """A date or range; full: with month and day where they are known."""
    year, end = _year(start.year), date.end
    if date.open_end:
        return f"{year}–present"
    if end and end.year != start.year:
        return f"{year}–{_year(end.year)}"
    first, last = _day(start), _day(end) if end else ""
    if not full or not first:
        return year
    if not end or last in {"", first}:
        return f"{year}, {first}"
    return f"{year}, {first}–{end.day if end.day and end.month == start.month else last}"


def _year(year: int) -> str:
    """A year of the common era or before it."""
    return str(year) if year > 0 else f"{1 - year} B.C.E."


def _day(day: Day) -> str:
    """Month and day, or the season; "" when only the year is known."""
    if day.season:
        return day.season.capitalize()
    if not 1 <= day.month <= 12:
        return ""
    return f"{MONTHS[day.month]} {day.day}" if day.day else MONTHS[day.month]


# --- what ------------------------------------------------------------------------------------------------------------


def _is_part(entry: Entry) -> bool:
    """Whether the work stands in something greater, which then takes the italics."""
    if entry.type in PERIODICAL_PARTS:
        return True
    return bool(entry.container_title) and (entry.type in BOOK_PARTS or entry.type == "post-weblog")


def _what(entry: Entry) -> Nodes:
    """The title, what tells it apart in parentheses, what kind of thing it is in brackets."""
    title, part = _inline(entry.title), _is_part(entry)
    nodes: Nodes = title if part or not title else [_italic(title)]
    details = "; ".join(filter(None, (_others(entry, part=part), "" if part else ", ".join(_numbers(entry)))))
    description = "" if part else _description(entry)
    for extra in (details and f"({details})", description and f"[{description}]"):
        if extra:
            nodes.append(f" {extra}" if nodes else extra)
    return nodes


def _inline(text: Text) -> Nodes:
    """A title's nodes; on one line where it is made of paragraphs."""
    return [one_line(text.to_plain())] if text.has_blocks() else list(text.nodes)


def _italic(nodes: Nodes) -> Node:
    """A title in italics; what is in italics inside it stands upright (section 6.23)."""
    out: Nodes = []
    for node in nodes:
        out += node.children if isinstance(node, Span) and node.mark in {"em", "i"} else [node]
    return Span("i", tuple(out))


def _others(entry: Entry, *, part: bool) -> str:
    """Editors and translators who do not open the reference; the editors of a book go with the book."""
    roles = [role for role in ("editor", "translator") if entry.credited(role) and role != _leading_role(entry)]
    return "; ".join(_credit(entry, role, ", {}") for role in roles if not (part and role == "editor"))


def _numbers(entry: Entry) -> Iterator[str]:
    """Edition, volumes, version and number of a work that stands alone."""
    yield from _edition(entry)
    if not entry.volume and entry.number_of_volumes.isdecimal() and entry.number_of_volumes != "1":
        yield f"Vols. 1–{entry.number_of_volumes}"
    if entry.version:
        yield f"Version {entry.version}"
    if entry.type == "article" and archive_number(entry):
        yield archive_number(entry)
    elif entry.type in NUMBERED and entry.number:
        kind = " ".join(word[:1].upper() + word[1:] for word in (entry.genre or NUMBERED[entry.type]).split())
        yield f"{kind} {'No. ' if entry.number[0].isdecimal() and entry.type != 'article' else ''}{entry.number}"


def _edition(entry: Entry) -> Iterator[str]:
    """Edition and volume of a book."""
    if entry.edition:
        yield _ordinal_edition(entry.edition)
    if entry.volume:
        yield f"Vol. {_RANGE.sub('–', entry.volume)}"


def _ordinal_edition(edition: str) -> str:
    """An edition in short.

    >>> _ordinal_edition("2"), _ordinal_edition("Revised"), _ordinal_edition("3rd edition")
    ('2nd ed.', 'Revised ed.', '3rd ed.')
    """
    if edition.isdecimal() and edition.isascii() and len(edition) < 5:
        number = int(edition)
        return f"{number}{'th' if number % 100 in {11, 12, 13} else ORDINALS.get(number % 10, 'th')} ed."
    first, _, rest = edition.partition(" ")
    if _ORDINAL.fullmatch(first) and rest.lower() in {"", "ed", "ed.", "edition"}:
        return f"{first} ed."
    return edition if re.search(r"\bed(?:\.|s\b|n\b|ition\b|\b)", edition, re.IGNORECASE) else f"{edition} ed."


def _description(entry: Entry) -> str:
    """What kind of thing the work is, where its type is not the usual one; a thesis with its university."""
    usual = DESCRIPTIONS.get(entry.type, "")
    if entry.type == "thesis":
        kind = "Doctoral dissertation" if entry.genre.lower() in DOCTORAL else entry.genre or usual
        return ", ".join(filter(None, (kind, one_line(entry.publisher.to_plain()))))
    if entry.status in DRAFTS:
        return DRAFTS[entry.status]
    if entry.type in FIXED:
        return usual
    if entry.type in NUMBERED and (entry.number or archive_number(entry)):
        return ""
    return entry.genre[:1].upper() + entry.genre[1:] if entry.genre else usual


# --- where -----------------------------------------------------------------------------------------------------------


def _where(entry: Entry) -> Iterator[Nodes]:
    """What the work is part of, and who brought it out."""
    if entry.type in PERIODICAL_PARTS:
        yield _in_periodical(entry)
        return
    if entry.type in BOOK_PARTS:
        yield _in_book(entry) if entry.container_title else _at_event(entry)
    elif entry.type == "post-weblog" and entry.container_title:
        yield [_italic(_inline(entry.container_title))]
    if entry.type != "thesis":
        yield _publisher(entry)


def _in_periodical(entry: Entry) -> Nodes:
    """Periodical, volume and issue, pages or article number (section 9.25)."""
    nodes: Nodes = [_italic(_inline(entry.container_title))] if entry.container_title else []
    comma = [", "] if nodes else []
    if entry.volume:
        nodes += [*comma, Span("i", (_RANGE.sub("–", entry.volume),))]
    if entry.issue:
        issue = f"({_RANGE.sub('–', entry.issue)})"
        nodes += [issue] if entry.volume else [*comma, issue]
    pages = entry.page or (f"Article {entry.number}" if entry.number else "")
    if pages:
        nodes += [f", {pages}"] if nodes else [pages]
    return nodes


def _in_book(entry: Entry) -> Nodes:
    """The book with its editors, else its author, and the pages in it (section 9.28)."""
    opening = "In "
    if entry.credited("editor"):
        opening += _credit(entry, "editor", " ({}), ")
    elif names := entry.credited("container_author"):
        opening += _listed([_upright(name) for name in _shown(names)], names, et_al=False, comma=False) + ", "
    details = [*_edition(entry), *_pages(entry)]
    book = _italic(_inline(entry.container_title))
    return [opening, book, f" ({', '.join(details)})"] if details else [opening, book]


def _pages(entry: Entry) -> Iterator[str]:
    """Pages in a book."""
    if entry.page:
        yield f"{'pp.' if '–' in entry.page or ',' in entry.page else 'p.'} {entry.page}"


def _at_event(entry: Entry) -> Nodes:
    """The conference where a paper was given that stands in no proceedings."""
    title = one_line(entry.event_title.to_plain())
    return [", ".join(filter(None, (title, entry.event_place)))] if title else []


def _publisher(entry: Entry) -> Nodes:
    """Publisher, archive or site; nothing where it is the author as well (section 9.29)."""
    found = entry.publisher or (entry.container_title if not _is_part(entry) else entry.publisher)
    if not found and entry.type == "article" and entry.identifiers.get("arxiv"):
        return ["arXiv"]
    name = found.to_plain()
    return [] if any(name == author.literal for author in entry.authors) else _inline(found)


def _address(entry: Entry) -> Nodes:
    """The DOI as an address, else the address of the work (section 9.35); no full stop follows."""
    url = addresses.doi_url(entry.doi) if entry.doi else home_page(entry)
    if not url and entry.identifiers.get("arxiv"):
        url = addresses.identifier_url("arxiv", entry.identifiers["arxiv"])
    return [Link(url, (url,))] if url else []


def _remarks(entry: Entry) -> Iterator[Nodes]:
    """First publication, and that the work was taken back (sections 9.41 and 10.1)."""
    if entry.original_date and entry.original_date.year is not None:
        yield [f"(Original work published {_year(entry.original_date.year)})"]
    if entry.status in {"retracted", "withdrawn"}:
        yield [f"({STATUS_WORDS[entry.status]})"]


STYLE = Style(name="apa", title="APA", reference=reference)

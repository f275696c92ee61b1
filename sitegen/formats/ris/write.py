"""Entries to RIS.

Tags by type follow what EndNote, Zotero and bibutils read; where they differ, what Zotero keeps. RIS has no word for a
preprint: UNPB comes nearest.
"""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.formats import Record
from sitegen.formats.ris.tables import EXTRA, LENGTH_AS_PAGES, PLACES, TYPES, USUAL
from sitegen.model.date import Day
from sitegen.model.entry import Entry
from sitegen.model.interchange import (
    BOOK_PARTS,
    PERIODICAL_PARTS,
    STATUS_WORDS,
    archive_number,
    container,
    editor_role,
    home_page,
    indexed_name,
)
from sitegen.model.name import Name
from sitegen.text.latex import latex_to_plain
from sitegen.text.plain import first_and_last, one_line

Pairs = Iterator[tuple[str, str]]


def record(entry: Entry) -> Record:
    """The lines of one entry, from TY to ER."""
    kind = TYPES.get(entry.type, "GEN")
    place = PLACES.get(kind, USUAL)
    parts = (
        _names(entry, place),
        _titles(entry, place),
        _dates(entry),
        _where(entry, kind, place),
        _matter(entry, place),
    )
    tagged = [(tag, value) for part in parts for tag, text in part if text and tag and (value := one_line(text))]
    full = _lines(kind, tagged)
    return Record(full, _lines(kind, [each for each in tagged if each[0] != "AB"]) if entry.abstracts else full)


def _lines(kind: str, tagged: Iterable[tuple[str, str]]) -> str:
    """The lines of a record."""
    return "\n".join([f"TY  - {kind}", *[f"{tag}  - {value}" for tag, value in tagged], "ER  - \n"])


def _names(entry: Entry, place: Mapping[str, str]) -> Pairs:
    """Names by role, and where their bearers belong."""
    roles = ("author", editor_role(entry), "collection_editor", "translator")
    for role, tag in zip(roles, ("AU", place["editor"], place["series editor"], "A4"), strict=True):
        for name in entry.credited(role):
            yield tag, _name(name)
    yield "AD", "; ".join(dict.fromkeys(name.affiliation for name in entry.credited("author") if name.affiliation))


def _name(name: Name) -> str:
    """A name, family first; a comma ends every institution's, of one word too, so that it is told from a person's.

    >>> _name(Name(literal="UNESCO")), _name(Name(family="Plato"))
    ('UNESCO,', 'Plato')
    """
    return f"{name.literal}," if name.literal else indexed_name(name)


def _titles(entry: Entry, place: Mapping[str, str]) -> Pairs:
    """Titles of the work and of what it is part of; a conference without a name goes by its proceedings."""
    whole = container(entry)
    yield "TI", entry.title.to_plain()
    yield "ST", entry.title_short
    yield place["container"], whole
    yield place["event"], entry.event_title.to_plain() or whole
    yield "J2", entry.container_title_short
    yield place["series"], entry.collection_title.to_plain()


def _dates(entry: Entry) -> Pairs:
    """PY is the year; DA is `YYYY/MM/DD/other`, with a season as what else there is."""
    if entry.issued and entry.issued.start:
        start = entry.issued.start
        yield "PY", Day(start.year).iso()
        if start.month:
            yield "DA", _date(start)
    if entry.accessed and entry.accessed.start:
        yield "Y2", _date(entry.accessed.start)


def _date(day: Day) -> str:
    """A date with its four parts, the unknown ones empty.

    >>> _date(Day(2004, 5)), _date(Day(2004, 22))
    ('2004/05//', '2004///summer')
    """
    year = Day(day.year).iso()
    if day.season:
        return f"{year}///{day.season}"
    return f"{year}/{day.month:02d}/{f'{day.day:02d}' if day.day else ''}/" if day.month else f"{year}///"


def _where(entry: Entry, kind: str, place: Mapping[str, str]) -> Pairs:
    """Numbers, pages and who brought it out."""
    yield "VL", entry.volume
    yield "NV", entry.number_of_volumes
    yield "IS", entry.issue
    yield from _pages(entry, kind)
    yield place["number"], entry.number
    yield place["serial"], ", ".join(_serials(entry))
    yield "ET", entry.edition or entry.version
    yield place["kind"], entry.genre
    yield "PB", entry.publisher.to_plain()
    yield place["place"], (entry.event_place or entry.publisher_place) if kind == "CONF" else entry.publisher_place


def _serials(entry: Entry) -> tuple[str, ...]:
    """ISSNs of what stands in a periodical, else ISBNs, and ISSNs of a series where there are none."""
    return entry.issn or entry.isbn if entry.type in PERIODICAL_PARTS else entry.isbn or entry.issn


def _pages(entry: Entry, kind: str) -> Pairs:
    """SP and EP; the length of a book. An article number stands in SP too, because Zotero drops C7.

    Words in place of pages stand in SP, which programs read as text, as they stand in the other formats.
    """
    if kind in LENGTH_AS_PAGES:
        yield "SP", entry.number_of_pages
    elif entry.page:
        first, last = first_and_last(entry.page)
        yield "SP", first or entry.page
        yield "EP", last
    elif entry.type in PERIODICAL_PARTS or entry.type in BOOK_PARTS:
        yield "SP", entry.number
    if entry.type in PERIODICAL_PARTS:
        yield "C7", entry.number


def _matter(entry: Entry, place: Mapping[str, str]) -> Pairs:
    """Identifiers, addresses, subject, notes. M1 would become the issue, so the number in an archive is AN."""
    yield "DO", entry.doi
    yield "AN", archive_number(entry)
    yield "UR", home_page(entry)
    yield "L1", entry.link("pdf")
    yield "AB", entry.abstract.to_plain()
    for keyword in entry.keywords:
        yield "KW", keyword
    yield place["language"], entry.language
    yield "N1", _status(entry)
    yield "N1", entry.note.to_plain()
    yield "ID", entry.key
    for name, source in entry.extra.items():
        if name.startswith(EXTRA) and len(name) == len(EXTRA) + 2:
            yield name.removeprefix(EXTRA).upper(), latex_to_plain(source)


def _status(entry: Entry) -> str:
    """Where the work stands, with the source's words; the words of a date that is none."""
    word, note = STATUS_WORDS.get(entry.status, ""), entry.status_note.to_plain()
    if word and note:
        return note if note.lower().startswith(word.lower()) else f"{word}: {note}"
    return word or note or (entry.issued.literal if entry.issued else "")

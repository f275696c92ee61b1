"""Entries to DataCite JSON: the attributes of a DOI, an object for one entry and a list of several."""

import json
from collections.abc import Iterator, Sequence

from sitegen.formats import Registration, Writing
from sitegen.formats.datacite import tables
from sitegen.formats.datacite.where import container, related
from sitegen.model.date import Date
from sitegen.model.entry import Entry
from sitegen.model.interchange import STATUS_WORDS
from sitegen.model.name import Name
from sitegen.problems import Problem, excerpt
from sitegen.text import addresses
from sitegen.text.licences import licence_url
from sitegen.text.plain import one_line

Thing = dict[str, object]
SCHEMA = "http://datacite.org/schema/kernel-4"


def deposit(entries: Sequence[Entry], registration: Registration) -> Writing:
    """The attributes of each entry; an entry without a year of four digits, which DataCite insists on, is left out."""
    good = [entry for entry in entries if _year(entry)]
    found = [_attributes(entry, registration) for entry in good]
    text = json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2)
    return Writing(text + "\n", tuple(_undated(entry) for entry in entries if not _year(entry)))


def _undated(entry: Entry) -> Problem:
    """The warning that an entry has no year that DataCite takes."""
    return Problem(
        "not-deposited",
        f"{excerpt(entry.key)!r} has no year of four digits; it is left out of the DataCite file",
        entry.place,
        "Add its year.",
        id=entry.id,
        left_out=True,
    )


def _year(entry: Entry) -> str:
    """publicationYear; "" where it is not known or has other than four digits."""
    return f"{entry.year:04d}" if entry.year is not None and 0 <= entry.year <= 9999 else ""


def _attributes(entry: Entry, registration: Registration) -> Thing:
    """One entry, in the order of the schema's documentation, without what is empty."""
    publisher = one_line(entry.publisher.to_plain()) or one_line(entry.container_title.to_plain())
    found: Thing = {
        "doi": entry.doi,
        "url": registration.pages.get(entry.id, ""),
        "types": {
            "resourceTypeGeneral": tables.GENERAL_TYPES.get(entry.type, "Text"),
            **({"resourceType": entry.genre} if entry.genre else {}),
        },
        "creators": [_person(name) for name in entry.authors] or [{"name": tables.UNKNOWN}],
        "titles": list(_titles(entry)),
        "publisher": {"name": publisher or registration.site_title or tables.UNKNOWN},
        "publicationYear": _year(entry),
        "subjects": [{"subject": keyword} for keyword in entry.keywords],
        "contributors": list(_contributors(entry)),
        "dates": list(_dates(entry)),
        "language": entry.language,
        "alternateIdentifiers": list(_identifiers(entry)),
        "relatedIdentifiers": list(related(entry, registration)),
        "relatedItems": container(entry),
        "sizes": [f"{entry.number_of_pages} pages"] if entry.number_of_pages else [],
        "version": entry.version,
        "rightsList": _rights(entry),
        "descriptions": list(_descriptions(entry)),
        "schemaVersion": SCHEMA,
    }
    return {name: value for name, value in found.items() if value}


def _person(name: Name) -> Thing:
    """A creator or contributor; particles stand with the family name."""
    orcid = addresses.orcid(name.orcid) if name.orcid else ""
    found: Thing = {
        "name": name.literal or name.to_inverted(),
        "nameType": "Organizational" if name.literal else "Personal",
        "givenName": name.given,
        "familyName": name.family_with_particles() if name.family else "",
        "affiliation": [{"name": name.affiliation}] if name.affiliation else [],
        "nameIdentifiers": [_orcid(orcid)] if orcid else [],
    }
    return {part: value for part, value in found.items() if value}


def _orcid(orcid: str) -> Thing:
    """An ORCID iD."""
    return {
        "nameIdentifier": addresses.orcid_url(orcid),
        "nameIdentifierScheme": "ORCID",
        "schemeUri": "https://orcid.org",
    }


def _contributors(entry: Entry) -> Iterator[Thing]:
    """Everybody who does not stand first on the work."""
    for role, names in entry.names.items():
        if role != entry.author_role:
            for name in names:
                yield {**_person(name), "contributorType": tables.CONTRIBUTOR_TYPES.get(role, "Other")}


def _titles(entry: Entry) -> Iterator[Thing]:
    """The title in its language, and the one the work was first published under."""
    title: Thing = {"title": one_line(entry.title.to_plain()) or entry.key}
    yield {**title, "lang": entry.language} if entry.language else title
    if original := one_line(entry.original_title.to_plain()):
        yield {"title": original, "titleType": "Other"}


def _dates(entry: Entry) -> Iterator[Thing]:
    """Dates as far as they are known; ranges as RKMS-ISO8601 has them."""
    kinds = {"Issued": entry.issued, "Available": entry.available_date, "Created": entry.original_date}
    for kind, date in kinds.items():
        if text := _date(date):
            yield {"date": text, "dateType": kind}


def _date(date: Date | None) -> str:
    """A date or range in ISO 8601; "" where it is not known or lies before our era."""
    if date is None or date.start is None or date.start.year < 0:
        return ""
    end = date.end.iso() if date.end else ""
    return f"{date.start.iso()}/{end}" if end and len(end) == len(date.start.iso()) else date.start.iso()


def _identifiers(entry: Entry) -> Iterator[Thing]:
    """Identifiers other than the DOI; the entry's key is the site's own."""
    yield {"alternateIdentifier": entry.key, "alternateIdentifierType": "Citation key"}
    for scheme, value in entry.identifiers.items():
        yield {"alternateIdentifier": value, "alternateIdentifierType": tables.SCHEMES.get(scheme, scheme)}
    if entry.type not in tables.CONTAINERS:
        for isbn in entry.isbn:
            yield {"alternateIdentifier": isbn, "alternateIdentifierType": "ISBN"}


def _rights(entry: Entry) -> list[Thing]:
    """The licence."""
    if not entry.licence:
        return []
    url = licence_url(entry.licence)
    return [{"rights": entry.licence, **({"rightsUri": url} if url else {})}]


def _descriptions(entry: Entry) -> Iterator[Thing]:
    """Abstracts, each in its language, notes, and where the work stands."""
    for abstract in entry.abstracts:
        if text := abstract.text.to_plain():
            language = abstract.language or entry.language
            found: Thing = {"description": text, "descriptionType": "Abstract"}
            yield {**found, "lang": language} if language else found
    status = STATUS_WORDS.get(entry.status, "")
    note = one_line(entry.status_note.to_plain())
    for text in (": ".join(part for part in (status, note) if part), entry.note.to_plain()):
        if text:
            yield {"description": text, "descriptionType": "Other"}

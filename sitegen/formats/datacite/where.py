"""What a work stands in, and what else it leads to, in DataCite's words."""

from collections.abc import Iterator

from sitegen.formats import Registration
from sitegen.formats.datacite import tables
from sitegen.model.entry import Entry
from sitegen.text.plain import first_and_last, one_line

Thing = dict[str, object]


def container(entry: Entry) -> list[Thing]:
    """The journal, proceedings or book that the work was published in."""
    title = one_line(entry.container_title.to_plain())
    if not title:
        return []
    kind = tables.CONTAINERS.get(entry.type, "Journal")
    numbers, scheme = (entry.issn, "ISSN") if kind == "Journal" else (entry.isbn, "ISBN")
    first, last = first_and_last(entry.page)
    found: Thing = {
        "relatedItemType": kind,
        "relationType": "IsPublishedIn",
        "titles": [{"title": title}],
        "relatedItemIdentifier": {"relatedItemIdentifier": numbers[0], "relatedItemIdentifierType": scheme}
        if numbers
        else {},
        "volume": entry.volume,
        "issue": entry.issue,
        "number": entry.number if kind == "Journal" else "",
        "numberType": "Article" if kind == "Journal" and entry.number else "",
        "firstPage": first,
        "lastPage": last,
        "edition": entry.edition,
    }
    return [{name: value for name, value in found.items() if value}]


def related(entry: Entry, registration: Registration) -> Iterator[Thing]:
    """Related entries that have a DOI, then code, data and supplements by their addresses."""
    for relation in entry.relations:
        if doi := registration.dois.get(relation.id, ""):
            yield _identifier(doi, "DOI", tables.RELATION_TYPES[relation.kind])
    for link in entry.links:
        if link.kind in tables.LINK_RELATIONS:
            yield _identifier(link.url, "URL", tables.LINK_RELATIONS[link.kind])


def _identifier(value: str, scheme: str, relation: str) -> Thing:
    """One related identifier."""
    return {"relatedIdentifier": value, "relatedIdentifierType": scheme, "relationType": relation}

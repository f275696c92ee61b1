"""JSON-LD in the vocabulary of schema.org: one object a work, nested in what it appeared in."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sitegen.metadata import Facts, Neighbour, Vocabulary
from sitegen.model.date import Date
from sitegen.model.entry import Entry, RelationKind
from sitegen.model.interchange import BOOK_PARTS, PERIODICAL_PARTS, STATUS_WORDS, container, editor_role, schema_class
from sitegen.model.name import Name
from sitegen.text import addresses
from sitegen.text.latex import latex_to_plain
from sitegen.text.licences import licence_url
from sitegen.text.media_types import media_type
from sitegen.text.plain import first_and_last, one_line, shortened
from sitegen.text.rich import Link, Node, Paragraph, Span

Thing: TypeAlias = dict[str, object]

HEADLINE_LENGTH = 110
DESCRIPTION_LENGTH = 160
DATASET_DESCRIPTION_LENGTH = 5000
ARTICLES = frozenset({"ScholarlyArticle", "Article", "NewsArticle", "TechArticle", "BlogPosting", "Report"})
WITH_PAGES = ARTICLES | {"Chapter", "SocialMediaPosting"}
"""Classes that may have pages; a publication issue or volume would be of no kind of entry."""
SITES = {"webpage": "WebSite", "post-weblog": "Blog", "post": "WebSite"}
SCHEMES = {
    **{scheme: known[0] for scheme, known in addresses.SCHEMES_OF_IDENTIFIERS.items()},
    "pmid": "PMID",
    "pmcid": "PMCID",
}
PROPERTIES: Mapping[RelationKind, str] = {
    "preprint_of": "sameAs",
    "published_as": "sameAs",
    "has_preprint": "isBasedOn",
    "translation_of": "translationOfWork",
    "has_translation": "workTranslation",
    "erratum_of": "about",
    "retraction_of": "about",
    "review_of": "about",
    "reviewed_in": "subjectOf",
    "has_part": "hasPart",
    "cites": "citation",
}
"""By the kind of a relation: the property that says it. Versions go by their dates; notices are corrections."""
MOST_RELATIVES = {"citation": 200, "hasPart": 50}
"""Works in one property where there may be many; the parts of a volume name it themselves."""
NOTICES: Mapping[str, tuple[RelationKind, ...]] = {
    "retracted": ("retracted_by",),
    "withdrawn": ("retracted_by",),
    "corrected": ("corrected_by",),
}
"""The relation to the notices that tell more, by status."""


def data(facts: Facts) -> Thing:
    """The object of one work; `@id` and addresses of the page only where the site knows its own address."""
    entry, kind = facts.entry, schema_class(facts.entry)
    title = one_line(entry.title.to_plain())
    authors = _agents(facts, "author")
    return _thing(
        kind,
        **{"@context": "https://schema.org", "@id": facts.page_url and f"{facts.page_url}#work"},
        url=facts.page_url,
        mainEntityOfPage=facts.page_url,
        name=title,
        headline=shortened(title, HEADLINE_LENGTH) if kind in ARTICLES else "",
        author=authors,
        creator=authors if kind == "Dataset" else [],
        editor=[] if entry.type in BOOK_PARTS else _editors(facts),
        translator=_agents(facts, "translator"),
        datePublished=_date(entry.issued),
        dateCreated=_date(entry.available_date),
        **_where(facts, kind),
        **_printing(entry, kind),
        **_matter(entry),
        **_relatives(facts),
        **_access(facts, kind),
        **_standing(facts),
    )


def _thing(kind: str, /, **properties: object) -> Thing:
    """An object of a class, without its empty properties."""
    found: Thing = {"@type": kind}
    found.update((name, value) for name, value in properties.items() if value)
    return {"@context": found.pop("@context"), **found} if "@context" in found else found


def _date(date: Date | None) -> str:
    """ISO 8601, as short as it is known; the start of a range."""
    return date.start.iso() if date and date.start else ""


def _agents(facts: Facts, role: str) -> list[Thing]:
    """Persons and organizations in one role."""
    names = facts.entry.credited(role)
    return [_agent(facts, role, position, name) for position, name in enumerate(names)]


def _editors(facts: Facts) -> list[Thing]:
    """Those who edited the work and are persons: schema.org lets nobody else edit."""
    return [agent for agent in _agents(facts, editor_role(facts.entry)) if agent["@type"] == "Person"]


def _agent(facts: Facts, role: str, position: int, name: Name) -> Thing:
    """One name; a person is the one that the ORCID iD identifies."""
    if name.literal:
        return _thing("Organization", name=one_line(name.literal))
    orcid = facts.orcid_url(role, position)
    affiliation = one_line(facts.affiliation(role, position))
    return _thing(
        "Person",
        **{"@id": orcid},
        name=one_line(name.to_plain()),
        givenName=name.given,
        familyName=name.family_with_particles() if name.family else "",
        honorificSuffix=name.suffix,
        sameAs=orcid,
        affiliation=_organization(affiliation),
    )


def _organization(name: str) -> Thing | None:
    """An organization by its name."""
    return _thing("Organization", name=name) if name else None


def _where(facts: Facts, kind: str) -> Thing:
    """What the work is part of, and its pages there."""
    entry = facts.entry
    page = entry.page or (entry.number if entry.type in PERIODICAL_PARTS else "")
    first, last = first_and_last(page)
    found: Thing = {"isPartOf": _container(facts)}
    if kind not in WITH_PAGES:
        return found
    found["pagination"] = page
    if entry.page:
        only = first if first == entry.page else ""
        found |= {"pageStart": first, "pageEnd": last or only}
    return found


def _container(facts: Facts) -> Thing | None:
    """The issue of a volume of a periodical; the book, in its series; the series of a book; the site of a page."""
    entry = facts.entry
    title = one_line(container(entry))
    if entry.type in PERIODICAL_PARTS:
        return _periodical(facts, title)
    if entry.type in BOOK_PARTS:
        event = one_line(entry.event_title.to_plain())
        return _book(facts, title or event) if title or event else None
    if entry.type in SITES:
        return _thing(SITES[entry.type], name=title) if title else None
    return _series(entry) if schema_class(entry) == "Book" else _whole(facts)


def _whole(facts: Facts) -> Thing | None:
    """The work with a page of its own that this one is part of."""
    return next((_relative(each) for each in facts.neighbours if each.kind == "part_of"), None)


def _periodical(facts: Facts, title: str) -> Thing | None:
    """The periodical, inside out: issue, volume, the whole. None where neither has a name or number."""
    entry = facts.entry
    venue = facts.venue if facts.venue and facts.venue.kind == "journal" else None
    name = venue.name if venue else title
    short = entry.container_title_short or (venue.abbreviation if venue else "")
    issn = list(entry.issn or (venue.issn if venue else ()))
    whole = _thing("Periodical", name=name, alternateName=short, issn=issn) if name or issn else None
    if entry.volume:
        whole = _thing("PublicationVolume", volumeNumber=entry.volume, isPartOf=whole)
    if entry.issue or entry.issue_title:
        issue_title = one_line(entry.issue_title.to_plain())
        whole = _thing("PublicationIssue", issueNumber=entry.issue, name=issue_title, isPartOf=whole)
    return whole


def _book(facts: Facts, title: str) -> Thing:
    """The book that a chapter or a paper stands in, with its editors and numbers; its `@id` where it has a page."""
    entry, whole = facts.entry, _whole(facts)
    return _thing(
        "Book",
        **{"@id": whole["@id"] if whole and whole["@type"] == "Book" else ""},
        name=title,
        editor=_editors(facts),
        isbn=_isbn(entry),
        bookEdition=entry.edition,
        position=entry.volume or entry.collection_number,
        isPartOf=_series(entry),
    )


def _series(entry: Entry) -> Thing | None:
    """The series of a book."""
    title = one_line(entry.collection_title.to_plain())
    return _thing("BookSeries", name=title) if title else None


def _isbn(entry: Entry) -> list[str]:
    """ISBNs without hyphens."""
    return [isbn.replace("-", "") for isbn in entry.isbn]


def _printing(entry: Entry, kind: str) -> Thing:
    """Who brought it out, as what; properties that only some classes have."""
    publisher = _organization(one_line(entry.publisher.to_plain()))
    found: Thing = {"sourceOrganization" if kind == "Thesis" else "publisher": publisher, "version": entry.version}
    match kind:
        case "Book":
            pages = int(entry.number_of_pages) if _is_number(entry.number_of_pages) else None
            position = (entry.volume or entry.collection_number) if entry.collection_title else ""
            found |= {"isbn": _isbn(entry), "bookEdition": entry.edition, "numberOfPages": pages, "position": position}
        case "Thesis":
            found["inSupportOf"] = entry.genre
        case "Report":
            found["reportNumber"] = entry.number
        case "SoftwareSourceCode":
            found["codeRepository"] = entry.link("code")
            found["programmingLanguage"] = one_line(latex_to_plain(entry.extra.get("programminglanguage", "")))
    return found


def _is_number(text: str) -> bool:
    """Whether the text is a whole number that every reader can hold."""
    return text.isascii() and text.isdecimal() and len(text) < 10


def _matter(entry: Entry) -> Thing:
    """Identifiers, language, subject, abstract."""
    abstract = one_line(entry.abstract.to_plain())
    length = DATASET_DESCRIPTION_LENGTH if entry.type == "dataset" else DESCRIPTION_LENGTH
    return {
        "identifier": list(_identifiers(entry)),
        "inLanguage": entry.language,
        "keywords": [one_line(keyword) for keyword in entry.keywords],
        "abstract": abstract,
        "description": shortened(abstract, length),
    }


def _identifiers(entry: Entry) -> Iterator[Thing]:
    """Every identifier as a value of a scheme."""
    named = {"DOI": entry.doi, **{SCHEMES.get(scheme, scheme): value for scheme, value in entry.identifiers.items()}}
    for scheme, value in named.items():
        if value:
            yield _thing("PropertyValue", propertyID=scheme, value=value)


def _relatives(facts: Facts) -> Thing:
    """The same work elsewhere, what it goes back to, what came of it, what it is about, and the works it cites."""
    entry, found = facts.entry, dict[str, list[object]]()
    for each in facts.neighbours:
        name = _version(entry, each) if each.kind == "version_of" else PROPERTIES.get(each.kind, "")
        if name:
            found.setdefault(name, []).append(each.url if name == "sameAs" else _relative(each))
    doi = [addresses.doi_url(entry.doi)] if entry.doi else []
    same = [*doi, *found.pop("sameAs", ())]
    return {
        "sameAs": same if len(same) > 1 else "".join(map(str, same)),
        **{name: works[: MOST_RELATIVES.get(name)] for name, works in found.items()},
    }


def _version(entry: Entry, other: Neighbour) -> str:
    """What another version is to a work: what it goes back to, or what came of it; undated ones as the work says."""
    mine, theirs = (each.issued and each.issued.start for each in (entry, other.entry))
    if mine and theirs and mine != theirs:
        return "isBasedOn" if theirs < mine else "workExample"
    named = any(each.kind == "version_of" and each.id == other.entry.id for each in entry.relations)
    return "isBasedOn" if named else "workExample"


def _relative(other: Neighbour) -> Thing:
    """Another work of the site, under the `@id` it has on its own page."""
    entry = other.entry
    same = addresses.doi_url(entry.doi) if entry.doi and other.kind == "cites" else ""
    title = one_line(entry.title.to_plain())
    return _thing(schema_class(entry), **{"@id": f"{other.url}#work"}, name=title, sameAs=same)


def _access(facts: Facts, kind: str) -> Thing:
    """Licence and files. That a work is free to read is only said where its full text is at hand."""
    entry = facts.entry
    texts = [facts.pdf_url, *(each.url for each in entry.links if each.kind == "pdf")]
    more = [each.url for each in entry.links if each.kind == "supplement"]
    if kind == "Dataset":
        data = [*facts.files, *(each.url for each in entry.links if each.kind == "data")]
        files: Thing = {"distribution": [_file("DataDownload", url) for url in dict.fromkeys(data)]}
    else:
        more = [*facts.files, *more]
        files = {}
    files["encoding"] = [_file("MediaObject", url) for url in dict.fromkeys([*texts, *more]) if url]
    return {"license": licence_url(entry.licence), **files, "isAccessibleForFree": any(texts)}


def _file(kind: str, url: str) -> Thing:
    """A file by its address; its format where the address tells it."""
    return _thing(kind, contentUrl=url, encodingFormat=media_type(url))


def _standing(facts: Facts) -> Thing:
    """Where the work stands; a retraction or correction with its notice, or with the source's words about it."""
    entry = facts.entry
    word = STATUS_WORDS.get(entry.status, "Preprint" if entry.type == "article" else "")
    found: Thing = {"creativeWorkStatus": word}
    if entry.status in NOTICES:
        note = entry.status_note
        text, url = one_line(note.to_plain()) or word, next(_links_in(note.nodes), "")
        kinds = NOTICES[entry.status]
        notices = [
            _thing("CorrectionComment", text=text, url=each.url, datePublished=_date(each.entry.issued))
            for each in facts.neighbours
            if each.kind in kinds
        ]
        found["correction"] = notices or _thing("CorrectionComment", text=text, url=url)
    return found


def _links_in(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Addresses of the links of a text, outermost first; what is nested deeper than two levels has none to tell."""
    inner = [node.children for node in nodes if isinstance(node, Span | Paragraph)]
    for node in (*nodes, *(child for children in inner for child in children)):
        if isinstance(node, Link):
            yield node.url


VOCABULARY = Vocabulary(name="schema_org", order=40, data=data)

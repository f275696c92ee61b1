"""One bibliographic record: the facts, in CSL's words, with the place they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from sitegen.model.date import Date
from sitegen.model.name import Name
from sitegen.problems import NOWHERE, Place
from sitegen.text.rich import EMPTY, Text

Status = Literal["", "retracted", "withdrawn", "corrected", "in-press", "submitted", "in-preparation"]
LinkKind = Literal[
    "pdf",
    "publisher",
    "website",
    "preprint",
    "code",
    "data",
    "software",
    "slides",
    "poster",
    "video",
    "supplement",
    "blog",
    "other",
]
RelationKind = Literal[
    "part_of",
    "has_part",
    "related",
    "preprint_of",
    "published_as",
    "has_preprint",
    "version_of",
    "translation_of",
    "has_translation",
    "erratum_of",
    "corrected_by",
    "retraction_of",
    "retracted_by",
    "review_of",
    "reviewed_in",
    "cites",
    "cited_by",
]
INVERSE: Mapping[RelationKind, RelationKind] = {
    "part_of": "has_part",
    "has_part": "part_of",
    "related": "related",
    "preprint_of": "has_preprint",
    "published_as": "has_preprint",
    "has_preprint": "preprint_of",
    "version_of": "version_of",
    "translation_of": "has_translation",
    "has_translation": "translation_of",
    "erratum_of": "corrected_by",
    "corrected_by": "erratum_of",
    "retraction_of": "retracted_by",
    "retracted_by": "retraction_of",
    "review_of": "reviewed_in",
    "reviewed_in": "review_of",
    "cites": "cited_by",
    "cited_by": "cites",
}
"""How the other entry stands to the one that names it."""
LEADING_ROLES = ("author", "editor", "translator", "director", "compiler")
"""Roles that can stand where authors stand, in this order."""


class WebLink(msgspec.Struct, frozen=True):
    """A checked web address the entry offers. label: the owner's word for a button of kind `other`, else ""."""

    kind: LinkKind
    url: str
    label: str = ""


class Attachment(msgspec.Struct, frozen=True):
    """A local file the entry names: `path` as written, relative to content/ or to content/pdf/."""

    kind: LinkKind
    path: str
    label: str = ""


class Relation(msgspec.Struct, frozen=True):
    """Another entry by its id, and how it stands to this one ("this is a preprint_of that")."""

    kind: RelationKind
    id: str


class Abstract(msgspec.Struct, frozen=True):
    """An abstract in one language; `language` is a BCP 47 tag, "" for the entry's own."""

    text: Text
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """The facts of one record. A missing fact is empty, never None, but for dates.

    id: unique in the library, and safe in an address; until `assemble`, the key as written ("" when there is none).
    citation_key: what exports call the entry: the key as written, made unique as the id was; "" means the id.
    type: a CSL 1.0.2 item type (`article-journal`, `paper-conference`, `thesis`, `software`, ...).
    source_type: the type's word in the source (`mvbook`), so that an export can say it again.
    genre: CSL's genre: kind of thesis or report, "preprint".
    names: printed names by CSL role (`author`, `editor`, `translator`, `collection_editor`, `container_author`, ...).
    et_al: roles whose list ended in "and others".
    page: as printed, with en dashes ("107–117", "e18455" is `number`).
    number: report, patent or article number. language: BCP 47, "" when not said.
    isbn, issn: validated and hyphenated as written.
    identifiers: other validated ones by scheme (`arxiv`, `pmid`, `pmcid`, `hal`, `handle`).
    abstracts: first the one to show first. keywords: as written, in order.
    status: where the work stands; status_note: the source's words about it.
    section: the part of an issue or volume the work stands in. aliases: former ids, kept as redirects.
    added, modified: when the entry joined the library, and when it changed last; YYYY-MM-DD, "" when not said.
    extra: what the source says and sitegen does not interpret, by field name, as LaTeX source; goes back into exports.
    ignore: codes of problems that are not to be reported of the entry, and behind a colon why; place: file and line of
        the record. Neither is part of the entry's meaning.
    """

    id: str
    citation_key: str = ""
    type: str = "document"
    source_type: str = ""
    genre: str = ""
    title: Text = EMPTY
    title_short: str = ""
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    et_al: frozenset[str] = frozenset()
    issued: Date | None = None
    original_date: Date | None = None
    available_date: Date | None = None
    accessed: Date | None = None
    event_date: Date | None = None
    container_title: Text = EMPTY
    container_title_short: str = ""
    collection_title: Text = EMPTY
    collection_number: str = ""
    event_title: Text = EMPTY
    event_place: str = ""
    original_title: Text = EMPTY
    volume: str = ""
    volume_title: Text = EMPTY
    issue: str = ""
    issue_title: Text = EMPTY
    page: str = ""
    number: str = ""
    number_of_pages: str = ""
    number_of_volumes: str = ""
    chapter_number: str = ""
    section: str = ""
    edition: str = ""
    version: str = ""
    publisher: Text = EMPTY
    publisher_place: str = ""
    language: str = ""
    doi: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    abstracts: tuple[Abstract, ...] = ()
    keywords: tuple[str, ...] = ()
    note: Text = EMPTY
    annote: Text = EMPTY
    awards: tuple[Text, ...] = ()
    licence: str = ""
    status: Status = ""
    status_note: Text = EMPTY
    selected: bool = False
    links: tuple[WebLink, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    relations: tuple[Relation, ...] = ()
    aliases: tuple[str, ...] = ()
    added: str = ""
    modified: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    ignore: str = field(default="", compare=False)
    place: Place = field(default=NOWHERE, compare=False)

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Entry":
        """The entry with these facts, among them all that are mappings; what is not there stays the class's default.

        A library has many entries with few of the facts each; `__init__` sets all of them, at ten times the cost.

        >>> Entry.of({"id": "a", "names": {}, "identifiers": {}, "extra": {}}) == Entry(id="a")
        True
        """
        entry = cls.__new__(cls)
        vars(entry).update(facts)
        return entry

    @property
    def key(self) -> str:
        """What exports call the entry."""
        return self.citation_key or self.id

    def credited(self, role: str) -> tuple[Name, ...]:
        """The printed names in one role; empty when there are none."""
        return self.names.get(role, ())

    @property
    def authors(self) -> tuple[Name, ...]:
        """Who stands first on the work: its authors, else its editors, else translators."""
        return self.names.get(self.author_role, ())

    @property
    def author_role(self) -> str:
        """The role of `authors`; `author` when there are none."""
        for role in LEADING_ROLES:
            if self.names.get(role):
                return role
        return "author"

    @property
    def year(self) -> int | None:
        """The year of issue; None when not known."""
        return self.issued.year if self.issued else None

    @property
    def abstract(self) -> Text:
        """The abstract to show first; empty when there is none."""
        return self.abstracts[0].text if self.abstracts else EMPTY

    @property
    def changed(self) -> str:
        """The last day on which the source changed, as far as it says so; "" when it does not."""
        return max(self.modified, self.added)

    def link(self, kind: LinkKind) -> str:
        """The first address of a kind, or ""."""
        for link in self.links:
            if link.kind == kind:
                return link.url
        return ""

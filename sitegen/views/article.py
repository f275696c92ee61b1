"""What the page of one work shows."""

from dataclasses import dataclass

import msgspec

from sitegen.text.rich import EMPTY, Text
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Count, Fact, Turn
from sitegen.views.work import Work


@dataclass(frozen=True, slots=True)
class Credit:
    """A printed name and its person's page ("" when it has none). orcid_url: address at orcid.org. marks: signs."""

    name: str
    url: str = ""
    orcid_url: str = ""
    affiliation: str = ""
    marks: tuple[str, ...] = ()
    me: bool = False


@dataclass(frozen=True, slots=True)
class Credits:
    """The names in one role.

    label: "Authors", "Edited by". shown: the first; folded: those after them, in a fold; more: how many are on a
    page of their own (`more_url`). et_al: whether the source's list ends in "and others".
    legend: the signs beside names, and what they mean.
    """

    role: str
    label: str
    shown: tuple[Credit, ...]
    folded: tuple[Credit, ...] = ()
    more: int = 0
    more_url: str = ""
    et_al: bool = False
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A link of the work.

    kind: of the entry's link (`pdf`, `code`, ...). label: its word. external: leads off the site. main: the filled one.
    note: size or file type after the label, "" for nothing. name: for people who hear it, unique on the page.
    """

    kind: str
    label: str
    url: str
    name: str = ""
    external: bool = False
    main: bool = False
    note: str = ""


class Record(msgspec.Struct, frozen=True):
    """The work in an export format, as text to copy ("" where it is too long for a page) and as a file.

    name: `bibtex`; suffix: ".bib".
    """

    name: str
    label: str
    suffix: str
    text: str
    url: str


class Reference(msgspec.Struct, frozen=True):
    """The formatted reference in one style."""

    name: str
    label: str
    text: Text


class Related(msgspec.Struct, frozen=True):
    """Another work and why it stands here ("Shares the topic Biology")."""

    work: Work
    why: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """Works that name this one or are named by it, under a heading.

    more: how many further ones are not shown; more_url: where they are, "" where nothing lists them.
    """

    id: str
    label: str
    works: tuple[Related, ...]
    more: int = 0
    more_url: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What a reader must know before reading: `kind` (retracted, preprint, ...), a sentence, and a link."""

    kind: str
    message: str
    note: Text = EMPTY
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class AbstractView:
    """An abstract. label: "Abstract", with the language for a further one. language, direction: "" for the site's."""

    id: str
    label: str
    text: Text
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of the PDF: its address and size in pixels, and the address of the PDF."""

    url: str
    width: int
    height: int
    pdf: str


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """The page of one work; what is empty is not shown.

    eyebrow: type and flags ("Article", "Review"). language, direction: of the title; "" for the site's.
    source: venue line in parts: venue name, its page, what follows (volume, issue, pages, date).
    apart: whether what follows is not the venue's, which is then the publisher.
    crowded: whether more people made it than a page holds, so that its records are there as files alone.
    """

    head: Head
    key: str
    crumbs: tuple[Crumb, ...]
    eyebrow: tuple[str, ...]
    title: Text
    plain_title: str
    language: str = ""
    direction: str = ""
    statuses: tuple[Status, ...] = ()
    credits: tuple[Credits, ...] = ()
    venue: str = ""
    venue_url: str = ""
    venue_language: str = ""
    venue_preposition: str = ""
    source: str = ""
    apart: bool = False
    date: str = ""
    awards: tuple[Text, ...] = ()
    buttons: tuple[Button, ...] = ()
    abstracts: tuple[AbstractView, ...] = ()
    notes: tuple[Text, ...] = ()
    references: tuple[Reference, ...] = ()
    records: tuple[Record, ...] = ()
    crowded: bool = False
    facts: tuple[Fact, ...] = ()
    topics: tuple[Count, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    related: tuple[Related, ...] = ()
    turns: tuple[Turn, ...] = ()
    report_url: str = ""
    picture: Picture | None = None
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage:
    """All names of a work that has too many for its own page."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: Text
    language: str
    credits: tuple[Credits, ...]
    number: int

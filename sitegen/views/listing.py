"""Lists of works, and lists of whom and what they belong to."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from sitegen.views.charts import Bar, Circle, Trends
from sitegen.views.head import Crumb, Feed, Head
from sitegen.views.work import Work


@dataclass(frozen=True, slots=True)
class Group:
    """Works under one heading. id: of the heading, unique on the page. url: of a page for the group, or ""."""

    id: str
    label: str
    works: tuple[Work, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Something that has works: its name, how many, and its page ("" when it has none).

    value: what a filter calls it where that is not its name.
    """

    label: str
    number: int
    url: str = ""
    language: str = ""
    value: str = ""


class LateCount(Count):
    """A count that is found when a template asks: a page that does not say it need not be made anew where it changes.

    works: tells how many.
    """

    __slots__ = ("_works",)
    _works: Callable[[], int]

    def __init__(self, label: str, works: Callable[[], int], url: str = "") -> None:
        for name, value in (("label", label), ("_works", works), ("url", url), ("language", ""), ("value", "")):
            object.__setattr__(self, name, value)

    @property
    def number(self) -> int:
        """How many works it has."""
        return self._works()


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to filter: `name` is the word in the address (`type`, `topic`)."""

    name: str
    label: str
    values: tuple[Count, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is filtered by.

    scripts: addresses of what does it. first, last: the years of the works, "" where all are of one.
    scope: the query that stands for the whole list, where the page shows only a part; "" where it shows all.
    """

    facets: tuple[Facet, ...]
    total: int
    search_url: str
    scripts: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    scope: str = ""


class Fact(msgspec.Struct, frozen=True):
    """A line of the details. value: plain; url: where it leads, "" for nowhere; code: whether it is set as code."""

    label: str
    value: str
    url: str = ""
    code: bool = False
    language: str = ""


class Turn(msgspec.Struct, frozen=True):
    """A neighbour of the page: `label` says how ("Earlier"), `title` what."""

    label: str
    title: str
    url: str
    rel: str
    language: str = ""


class Download(msgspec.Struct, frozen=True):
    """A file of the same works. label: "BibTeX"; suffix: ".bib"; url: as seen from the page."""

    label: str
    suffix: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a long list. label: its number, or what it begins with. current: whether it is this one."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A list beside the works: "Wrote with", "Topics".

    chips: whether it is set as chips. more: where the page shows the same in another way, and what that link is called.
    """

    label: str
    values: tuple[Count, ...]
    chips: bool = False
    more: Crumb | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Works of a person, a venue, a topic, a year, a type.

    eyebrow: what it is ("Author"). heading: its name. summary: short statements under it ("4 works, 1974–1997").
    variants: other printed names. facts: identifiers and home page. groups: the works. filter: what filters them.
    timeline: the works over time; circle: the picture of a person's co-authors.
    parts: of the list, where it is too long for one page.
    """

    head: Head
    heading: str
    eyebrow: str = ""
    language: str = ""
    crumbs: tuple[Crumb, ...] = ()
    summary: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    groups: tuple[Group, ...] = ()
    filter: Filter | None = None
    parts: tuple[Part, ...] = ()
    asides: tuple[Aside, ...] = ()
    downloads: tuple[Download, ...] = ()
    feed: Feed | None = None
    turns: tuple[Turn, ...] = ()
    timeline: tuple[Bar, ...] = ()
    circle: Circle | None = None

    @property
    def is_referenced(self) -> bool:
        """Whether works stand here as references."""
        return any(work.reference for group in self.groups for work in group.works)


@dataclass(frozen=True, slots=True)
class Letter:
    """Names that begin with one letter; `id` of the heading.

    url: where the letter begins, where that is another page of the index; `values` are those on this page.
    """

    id: str
    label: str
    values: tuple[Count, ...]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All people, venues, topics, years or types with their counts.

    letters: one with an empty label where the list is too short for headings. timeline, trends: works and topics over
    time. parts: of a list too long for one page.
    """

    head: Head
    heading: str
    lead: str = ""
    letters: tuple[Letter, ...] = ()
    parts: tuple[Part, ...] = ()
    crumbs: tuple[Crumb, ...] = field(default=())
    timeline: tuple[Bar, ...] = ()
    trends: Trends | None = None

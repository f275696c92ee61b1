"""What the home page and the search page show."""

from dataclasses import dataclass

from sitegen.views.head import Head
from sitegen.views.listing import Facet, Group


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number and what it counts ("84", "authors")."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A column of the timeline: a decade, or a year where the span is short.

    label: "1950s" or "1997"; bars: SVG path in a box of 100 by 100; url: its first works, "" when it has none.
    marked: whether its label shows on a phone. description: for people who hear it ("1950s: 5 works").
    """

    label: str
    number: int
    bars: str
    url: str
    description: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The home page.

    introduction: sanitised HTML. total: all works of the library; groups hold all of them, or only the newest where
    there are too many (`complete` says which). selected: works the owner has marked. years_url: of all years.
    """

    head: Head
    heading: str
    introduction: str
    statistics: tuple[Statistic, ...]
    timeline: tuple[Bar, ...]
    facets: tuple[Facet, ...]
    groups: tuple[Group, ...]
    selected: tuple[Group, ...] = ()
    total: int = 0
    complete: bool = True
    search_url: str = ""
    years_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search page. index_url: of the search index. browse: pages that list everything, as label and address."""

    head: Head
    facets: tuple[Facet, ...]
    index_url: str
    total: int
    browse: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A Markdown page. html: sanitised."""

    head: Head
    heading: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """The page for an address that leads nowhere."""

    head: Head
    search_url: str
    home_url: str

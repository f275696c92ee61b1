"""What the home page and the search page show."""

from dataclasses import dataclass

from sitegen.views.blocks import Block
from sitegen.views.charts import Bar
from sitegen.views.head import Head
from sitegen.views.journal import JournalFront
from sitegen.views.listing import Filter, Group
from sitegen.views.manual import Manual


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number and what it counts ("84", "authors")."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The home page.

    introduction: sanitised HTML. parts: what follows it from its first list of works on, as on a `ProsePage`.
    total: all works of the library; groups hold all of them, or only the newest where there are too many (`complete`
    says which). selected: works the owner has marked. years_url: of all years. scripts: addresses of what copies code.
    journal: what stands on a journal's front page; None but for the theme "journal".
    """

    head: Head
    heading: str
    introduction: str
    statistics: tuple[Statistic, ...]
    timeline: tuple[Bar, ...]
    filter: Filter
    groups: tuple[Group, ...]
    selected: tuple[Group, ...] = ()
    total: int = 0
    complete: bool = True
    search_url: str = ""
    years_url: str = ""
    parts: tuple[str | Block, ...] = ()
    scripts: tuple[str, ...] = ()
    journal: JournalFront | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search page. index_url: of the search index.

    browse: pages that list everything, as label and address.
    """

    head: Head
    filter: Filter
    index_url: str
    browse: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of the owner.

    parts: sanitised HTML, and lists of works. manual: what it shows as a part of a manual, None for a page of its own.
    scripts: addresses of what copies code, where there is any.
    """

    head: Head
    heading: str
    parts: tuple[str | Block, ...]
    manual: Manual | None = None
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """The page for an address that leads nowhere."""

    head: Head
    search_url: str
    home_url: str

"""Lists of works that the owner puts into a page."""

from dataclasses import dataclass

from sitegen.text.rich import EMPTY, Text
from sitegen.views.work import Work


@dataclass(frozen=True, slots=True)
class Item:
    """A work of such a list. reference: as a reference list prints it, where the list is one."""

    work: Work
    reference: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Part:
    """Works under one heading.

    id: of the heading. label: "" where the list has no headings. url: of the heading's own page, or "".
    """

    id: str
    label: str
    items: tuple[Item, ...]
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A list of works between the words of a page.

    id: unique on the page. title: its heading, "" for none. style: `list`, `references`, `table` or `compact`.
    by_year: whether its parts are years, so that works need not say theirs. total: how many works it shows.
    title_level, part_level, work_level: of the headings, 2 to 6, each below the one before it.
    """

    id: str
    title: str
    style: str
    parts: tuple[Part, ...]
    by_year: bool
    total: int
    title_level: int
    part_level: int
    work_level: int

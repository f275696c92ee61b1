"""Long lists in parts of 500, each a page of its own with plain links to the others."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sitegen.model.entry import Entry
from sitegen.site import Here, Links, Site
from sitegen.views.groups import summary, summary_of
from sitegen.views.listing import Part
from sitegen.views.places import how_many, stretch, years_between

T = TypeVar("T")
MOST = 500
"""Works or names on one page."""
_PAGE = "page."
"""What parts after the first stand under. A slug has no full stop, so that no volume's page can stand there."""


def part_keys(key: str, length: int) -> Iterator[str]:
    """The keys of a list's pages: its own, then "KEY/page.2" and so on.

    >>> list(part_keys("logic", 1200))
    ['logic', 'logic/page.2', 'logic/page.3']
    """
    yield key
    for number in range(2, -(-length // MOST) + 1):
        yield f"{key}/{_PAGE}{number}" if key else f"{_PAGE}{number}"


def key_and_number(key: str) -> tuple[str, int]:
    """The key of the list, and which of its parts a page shows, counted from 1.

    >>> key_and_number("logic/page.3"), key_and_number("logic")
    (('logic', 3), ('logic', 1))
    """
    rest, _slash, last = key.rpartition("/")
    number = last.removeprefix(_PAGE)
    return (rest, int(number)) if last.startswith(_PAGE) and number.isdecimal() else (key, 1)


def part_of(items: Sequence[T], number: int) -> tuple[T, ...]:
    """The items of one part."""
    return tuple(items[(number - 1) * MOST : number * MOST])


@dataclass(frozen=True, slots=True)
class Shown:
    """Works of one part of a list.

    entries: the part's. total: how many the list has. summary: how many, and when or which.
    """

    entries: tuple[Entry, ...]
    total: int
    summary: tuple[str, ...]
    _every: Callable[[], tuple[Entry, ...]]

    @property
    def every(self) -> tuple[Entry, ...]:
        """All of the list on its first page, none on the others: what is counted over all of them is counted once.

        A page that takes it depends on each of them.
        """
        return self._every()


def shown(table: str, key: Hashable, number: int, site: Site, links: Links) -> Shown:
    """What the page of one part of a list shows. table: of the library, "by_topic". key: whose list."""
    library, words = site.library, site.words
    total = site.ask(how_many, links, table, key)
    entries = library.works(site.ask(stretch, links, table, key, (number - 1) * MOST, number * MOST))
    if number == 1:
        if total <= MOST:
            return Shown(entries, total, summary(entries, site), lambda: entries)
        said = summary_of(total, site.ask(years_between, links, table, key), site)
        return Shown(entries, total, said, lambda: library.works(site.ask(stretch, links, table, key, 0, total)))
    first = (number - 1) * MOST + 1
    place = words.say("%(first)s–%(last)s of %(all)s works") % {
        "first": words.number(first),
        "last": words.number(first + len(entries) - 1),
        "all": words.number(total),
    }
    return Shown(entries, total, (place,), tuple)


def parts(kind: str, key: str, length: int, number: int, site: Site, here: Here) -> tuple[Part, ...]:
    """Links to all parts of a list; none where one page holds it."""
    keys = list(part_keys(key, length))
    if len(keys) == 1:
        return ()
    return tuple(Part(site.words.number(at), here.to(kind, each), at == number) for at, each in enumerate(keys, 1))


def numbered(title: str, number: int, site: Site) -> str:
    """The title of a part's page."""
    page = site.words.say("%(title)s, page %(number)s")
    return page % {"title": title, "number": site.words.number(number)} if number > 1 else title


def part_path(folder: str, key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of a kind's path
    """Where a page of the index in a folder stands."""
    return f"{folder}/{key}/index.html" if key else f"{folder}/index.html"


def all_part_keys(lengths: Iterable[tuple[str, int]]) -> Iterator[str]:
    """The keys of all pages of many lists, each with its length."""
    for key, length in lengths:
        yield from part_keys(key, length)

"""Where works stand in the lists of the library: questions of which a page needs no more than the answer."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import islice
from typing import Any

from sitegen.site import Links, Site
from sitegen.views.groups import ranked

Lists = Mapping[Hashable, Sequence[str]]
Around = tuple[tuple[str, ...], tuple[str, ...]]
SHORT = 100
"""Works up to which a list is read whole for what stands near one of them."""


def how_many(site: Site, links: Links, table: str, key: Hashable) -> int:  # noqa: ARG001 -- the shape of a question
    """How many works stand in a list. table: of the library, "by_topic". key: whose list; none has no works."""
    return len(_lists(site, table).get(key, ()))


def sizes(site: Site, links: Links, table: str) -> tuple[tuple[Any, int], ...]:  # noqa: ARG001 -- as above
    """Every key of a table of the library in its order, with the number of works in its list."""
    return tuple((key, len(ids)) for key, ids in _lists(site, table).items())


def stretch(site: Site, links: Links, table: str, key: Hashable, start: int, stop: int) -> tuple[str, ...]:  # noqa: ARG001 -- as above
    """The works of a list from one place to another."""
    return tuple(_lists(site, table).get(key, ())[start:stop])


def around(site: Site, links: Links, table: str, key: Hashable, id_: str, reach: int) -> Around:  # noqa: ARG001 -- as above
    """The works before and those after one in a list, `reach` of each at most; none where it does not stand there."""
    ids = _lists(site, table).get(key, ())
    at = site.once(("places", table, key), lambda: {each: place for place, each in enumerate(ids)}).get(id_)
    return ((), ()) if at is None else _beside(ids, at, reach)


def near(site: Site, links: Links, table: str, key: Hashable, id_: str, reach: int) -> Around:
    """The same, where whoever asks may depend on a short list as a whole: that costs less than to note each answer."""
    if site.ask(how_many, links, table, key) > SHORT:
        return site.ask(around, links, table, key, id_, reach)
    ids = _lists(site, table).get(key, ())
    return _beside(ids, ids.index(id_), reach) if id_ in ids else ((), ())


def _beside(ids: Sequence[str], at: int, reach: int) -> Around:
    """What stands before and after a place in a list."""
    return tuple(ids[max(0, at - reach) : at]), tuple(ids[at + 1 : at + 1 + reach])


def years_between(site: Site, links: Links, table: str, key: Hashable) -> tuple[int, ...]:  # noqa: ARG001 -- as above
    """The first and the last year of the works in a list; neither where none has one."""
    entries = site.library.entries
    years = [year for id_ in _lists(site, table).get(key, ()) if (year := entries[id_].year) is not None]
    return (min(years), max(years)) if years else ()


def topics_among(site: Site, links: Links, table: str, key: Hashable, most: int) -> tuple[tuple[str, int], ...]:  # noqa: ARG001 -- as above
    """The most frequent topics of the works in a list, with how many works are about each."""
    topics_of = site.library.topics_of
    counts = Counter(topic for id_ in _lists(site, table).get(key, ()) for topic in topics_of.get(id_, ()))
    return tuple(ranked(counts)[:most])


def newest(site: Site, links: Links, number: int) -> tuple[str, ...]:  # noqa: ARG001 -- as above
    """The first works of the library."""
    return tuple(islice(site.library.entries, number))


def selected(site: Site, links: Links) -> tuple[str, ...]:  # noqa: ARG001 -- as above
    """The works that the owner has marked."""
    return tuple(id_ for id_, entry in site.library.entries.items() if entry.selected)


def _lists(site: Site, table: str) -> Lists:
    """A table of the library that holds lists of works."""
    lists: Lists = getattr(site.library, table)
    return lists

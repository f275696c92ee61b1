"""Where works stand in the lists of the library: questions of which a page needs no more than the answer."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from sitegen.site import Links, Site

Lists = Mapping[Hashable, Sequence[str]]
Around = tuple[tuple[str, ...], tuple[str, ...]]


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
    return ((), ()) if at is None else (tuple(ids[max(0, at - reach) : at]), tuple(ids[at + 1 : at + 1 + reach]))


def _lists(site: Site, table: str) -> Lists:
    """A table of the library that holds lists of works."""
    lists: Lists = getattr(site.library, table)
    return lists

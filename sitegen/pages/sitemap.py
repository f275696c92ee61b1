"""sitemap.xml: every page for search engines (sitemaps.org protocol 0.9); where there are many, by kinds and years."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.model.date import year_key
from sitegen.pages import PageKind
from sitegen.site import Here, Links, Site
from sitegen.views.parts import part_keys
from sitegen.views.shards import Shard, shards
from sitegen.views.sitemaps import Listed, sitemap_index, urlset

WHOLE_UP_TO = 1_000
"""So many addresses stand in one file, without an index."""
MOST = 40_000
"""Addresses in one file; the protocol allows 50,000."""
LEAST = 200
"""Works by whose number years are gathered into one file."""
LISTS = ("home", "people", "venues", "topics", "years", "types")
Page = tuple[str, str, Sequence[str]]
"""Kind, key, and the works whose last change is the page's."""


def keys(site: Site) -> Iterable[str]:
    """One file; beyond `WHOLE_UP_TO` addresses an index and its parts. None without an address of the site."""
    if not site.base_url:
        return ()
    library = site.library
    number = sum(map(len, (library.entries, library.people, library.venues, library.by_volume, library.topics)))
    return ("", *_parts(site)) if number > WHOLE_UP_TO else ("",)


def _parts(site: Site) -> Iterator[str]:
    """The parts of an index: the lists, whom and what they list, the works."""
    yield "-pages"
    for group in _GROUPS:
        number = sum(1 for _ in _GROUPS[group](site))
        yield from (f"-{group}-{piece}" for piece in range(1, -(-number // MOST) + 1))
    yield from (f"-works-{shard.key}" for shard in shards(site.library, LEAST, MOST))


def content(key: str, site: Site, here: Here) -> str:
    """One sitemap, or the index of them."""
    links = here.links
    if not key and links.has("sitemap", "-pages"):
        return sitemap_index(_listed_parts(site, links))
    pages = _dated(_pages_of(key, site) if key else _all(site), site)
    return urlset(Listed(links.absolute(kind, name), changed) for kind, name, changed in pages if links.has(kind, name))


def _listed_parts(site: Site, links: Links) -> Iterator[Listed]:
    """The parts of the index, those with works with their last change."""
    changes = {f"-works-{shard.key}": shard for shard in shards(site.library, LEAST, MOST)}
    for part in _parts(site):
        works = changes[part].works(site.library, MOST) if part in changes else ()
        yield Listed(links.absolute("sitemap", part), _changed(works, site))


def _pages_of(key: str, site: Site) -> Iterable[Page]:
    """The pages of one part."""
    _, group, number = key.split("-", 2) if key != "-pages" else ("", "pages", "")
    if group == "pages":
        return _lists(site)
    if group == "works":
        shard = next(each for each in shards(site.library, LEAST, MOST) if each.key == number)
        return _works(shard, site)
    first = (int(number) - 1) * MOST
    return list(_GROUPS[group](site))[first : first + MOST]


def _all(site: Site) -> Iterator[Page]:
    """Every page that search engines may list."""
    yield from _lists(site)
    for group in _GROUPS.values():
        yield from group(site)
    for shard in shards(site.library, LEAST, MOST):
        yield from _works(shard, site)


def _lists(site: Site) -> Iterator[Page]:
    """The pages there is one of, the owner's, and those of years and types."""
    library = site.library
    yield from ((kind, "", tuple(library.entries) if kind == "home" else ()) for kind in LISTS)
    for kind, things in (("people", library.people), ("venues", library.venues), ("topics", library.topics)):
        yield from ((kind, key, ()) for key in part_keys("", len(things)) if key)
    yield from (("prose", key, ()) for key in site.prose if key)
    for year, ids in library.by_year.items():
        if year is not None:
            yield from _in_parts("year", year_key(year), ids)
    for type_, ids in library.by_type.items():
        yield from _in_parts("type", type_, ids)


def _works(shard: Shard, site: Site) -> Iterator[Page]:
    """The pages of works."""
    return (("article", id_, (id_,)) for id_ in shard.works(site.library, MOST))


def _in_parts(kind: str, key: str, ids: Sequence[str]) -> Iterator[Page]:
    """The pages of a list, which has several where it is long."""
    return ((kind, each, ids) for each in part_keys(key, len(ids)))


def _people(site: Site) -> Iterator[Page]:
    for id_ in site.library.people:
        yield from _in_parts("person", id_, site.library.by_person.get(id_, ()))


def _venues(site: Site) -> Iterator[Page]:
    library = site.library
    for id_ in library.venues:
        yield from _in_parts("venue", id_, library.by_venue.get(id_, ()))
    yield from (("volume", key, ids) for key, ids in library.by_volume.items())


def _topics(site: Site) -> Iterator[Page]:
    for id_ in site.library.topics:
        yield from _in_parts("topic", id_, site.library.by_topic.get(id_, ()))


def _dated(pages: Iterable[Page], site: Site) -> Iterator[tuple[str, str, str]]:
    """Pages with their last change. The parts of a long list have one, and it is looked through once for them all."""
    last: Sequence[str] = ()
    changed = ""
    for kind, key, works in pages:
        if works is not last:
            last, changed = works, _changed(works, site)
        yield kind, key, changed


def _changed(ids: Sequence[str], site: Site) -> str:
    """The last day on which the source of one of the works changed, as far as it says so; "" when none does."""
    return max((site.library.entries[id_].changed for id_ in ids), default="")


_GROUPS = {"people": _people, "venues": _venues, "topics": _topics}
PAGE = PageKind(name="sitemap", path="sitemap{key}.xml", keys=keys, content=content)

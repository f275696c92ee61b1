"""sitemap.xml: every page for search engines (sitemaps.org protocol 0.9), in shards where there are many."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from sitegen.model.date import year_key
from sitegen.pages import PageKind
from sitegen.site import Here, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 40_000
"""Addresses in one file; the protocol allows 50,000."""
SINGLE = ("home", "people", "venues", "topics", "years", "types")


def keys(site: Site) -> Iterable[str]:
    """One file; beyond `MOST` addresses an index and numbered shards. None without an address of the site."""
    if not site.base_url:
        return ()
    number = -(-sum(1 for _ in _pages(site)) // MOST)
    return ("",) if number < 2 else ("", *(f"-{shard}" for shard in range(1, number + 1)))


def content(key: str, site: Site, here: Here) -> str:
    """One sitemap, or the index of them."""
    links = here.links
    pages = [each for each in _pages(site) if links.has(*each)]
    if key:
        shard = int(key[1:]) - 1
        return _document("urlset", "url", [links.absolute(*each) for each in pages[shard * MOST : (shard + 1) * MOST]])
    if len(pages) <= MOST and not links.has("sitemap", "-1"):
        return _document("urlset", "url", [links.absolute(*each) for each in pages])
    shards = [f"-{shard}" for shard in range(1, -(-len(pages) // MOST) + 1)]
    return _document("sitemapindex", "sitemap", [links.absolute("sitemap", shard) for shard in shards])


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    """Every page that search engines may list, as kind and key."""
    library = site.library
    yield from ((kind, "") for kind in SINGLE)
    yield from (("prose", key) for key in site.prose if key)
    yield from (("article", id_) for id_ in library.entries)
    yield from (("person", id_) for id_ in library.people)
    yield from (("venue", id_) for id_ in library.venues)
    yield from (("volume", key) for key in library.by_volume)
    yield from (("topic", id_) for id_ in library.topics)
    yield from (("year", year_key(year)) for year in library.by_year if year is not None)
    yield from (("type", kind) for kind in library.by_type)


def _document(root: str, element: str, addresses: list[str]) -> str:
    """A sitemap or an index of sitemaps."""
    tree = Element(root, xmlns=NAMESPACE)
    for address in addresses:
        SubElement(SubElement(tree, element), "loc").text = address
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(tree, encoding="unicode") + "\n"


PAGE = PageKind(name="sitemap", path="sitemap{key}.xml", keys=keys, content=content)

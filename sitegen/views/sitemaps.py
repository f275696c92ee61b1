"""Documents of the sitemap protocol (sitemaps.org 0.9), and of ResourceSync, which speaks in the same words.

ResourceSync: ANSI/NISO Z39.99-2017.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
RESOURCESYNC = "http://www.openarchives.org/rs/terms/"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An address in a document. changed: YYYY-MM-DD or RFC 3339, "" when not known.

    described: attributes of ResourceSync's `md`: capability, hash, length, type.
    """

    url: str
    changed: str = ""
    described: Pairs = ()


def urlset(listed: Iterable[Listed], described: Pairs = (), links: Pairs = ()) -> str:
    """A list of addresses. described, links: what ResourceSync says of the list, and relations with addresses."""
    return _document("urlset", "url", listed, described, links)


def sitemap_index(listed: Iterable[Listed], described: Pairs = (), links: Pairs = ()) -> str:
    """A list of lists."""
    return _document("sitemapindex", "sitemap", listed, described, links)


def _document(root: str, element: str, listed: Iterable[Listed], described: Pairs, links: Pairs) -> str:
    """A document in UTF-8, ending in a newline."""
    tree = Element(root, {"xmlns": NAMESPACE} | ({"xmlns:rs": RESOURCESYNC} if described else {}))
    for rel, href in links:
        SubElement(tree, "rs:ln", rel=rel, href=href)
    if described:
        SubElement(tree, "rs:md", dict(described))
    for each in listed:
        item = SubElement(tree, element)
        SubElement(item, "loc").text = each.url
        if each.changed:
            SubElement(item, "lastmod").text = each.changed
        if each.described:
            SubElement(item, "rs:md", dict(each.described))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(tree, encoding="unicode") + "\n"

"""Documents of the sitemap protocol (sitemaps.org 0.9), and of ResourceSync, which speaks in the same words.

ResourceSync: ANSI/NISO Z39.99-2017.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

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
    names = (("xmlns", NAMESPACE), *([("xmlns:rs", RESOURCESYNC)] if described else []))
    parts = [
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root}{_attributes(names)}>',
        *(f"<rs:ln{_attributes((('rel', rel), ('href', href)))} />" for rel, href in links),
        _described(described),
    ]
    for each in listed:
        changed = f"<lastmod>{escape(each.changed)}</lastmod>" if each.changed else ""
        parts.append(f"<{element}><loc>{escape(each.url)}</loc>{changed}{_described(each.described)}</{element}>")
    return "".join([*parts, f"</{root}>\n"])


def _described(said: Pairs) -> str:
    """What ResourceSync says of a list or an address; "" where it says nothing."""
    return f"<rs:md{_attributes(said)} />" if said else ""


def _attributes(pairs: Pairs) -> str:
    """Attributes of an element."""
    return "".join([f' {name}="{escape(value)}"' for name, value in pairs])

"""Cards that stand for pages where they are shared, and icons for browsers that read no SVG."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, LocalFile, Site


def keys(site: Site) -> Iterable[str]:
    """Their paths in the site; what the owner has put there goes before."""
    return [path for path in site.cards if path not in site.static]


def content(key: str, site: Site, here: Here) -> LocalFile:  # noqa: ARG001 -- the shape of `content`
    """The file to copy."""
    return site.cards[key]


PAGE = PageKind(name="card", path="{key}", keys=keys, content=content, shared=True)

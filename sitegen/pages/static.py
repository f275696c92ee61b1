"""Files of content/static/, copied as they are."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, LocalFile, Site


def keys(site: Site) -> Iterable[str]:
    """Their paths in the site."""
    return site.static


def content(key: str, site: Site, here: Here) -> LocalFile:  # noqa: ARG001 -- the shape of `content`
    """The file to copy."""
    return site.static[key]


PAGE = PageKind(name="static", path="{key}", keys=keys, content=content, shared=True)

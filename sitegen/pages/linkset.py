"""The typed links of a work as a file, Signposting's level 2, for machines that do not read pages (RFC 9264)."""

from collections.abc import Iterable

from sitegen.metadata.signposting import linkset
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.landing import landing


def keys(site: Site) -> Iterable[str]:
    """Every entry, where the site knows its address: a linkset has no other links than full ones."""
    return site.library.entries if site.base_url else ()


def content(key: str, site: Site, here: Here) -> str:
    """One work's links, as its page has them."""
    return linkset(landing(site.library.entries[key], site, here.links))


PAGE = PageKind(name="linkset", path="articles/{key}/{key}.linkset.json", keys=keys, content=content, shared=True)

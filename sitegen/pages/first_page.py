"""A picture of the first page of a work's PDF, in the folder of the work's page."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, LocalFile, Site


def keys(site: Site) -> Iterable[str]:
    """Works whose PDF could be opened."""
    return [id_ for id_, page in site.first_pages.items() if page.picture]


def content(key: str, site: Site, here: Here) -> LocalFile:  # noqa: ARG001 -- the shape of `content`
    """The file to copy."""
    picture = site.first_pages[key].picture
    assert picture, key
    return picture


PAGE = PageKind(name="first_page", path="articles/{key}/{key}.webp", keys=keys, content=content, shared=True)

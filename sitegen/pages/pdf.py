"""The local PDF of a work, in the folder of its page as Google Scholar wants it."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, LocalFile, Site


def keys(site: Site) -> Iterable[str]:
    """Works that have a local PDF."""
    return site.pdfs


def content(key: str, site: Site, here: Here) -> LocalFile:  # noqa: ARG001 -- the shape of `content`
    """The file to copy."""
    return site.pdfs[key]


PAGE = PageKind(name="pdf", path="articles/{key}/{key}.pdf", keys=keys, content=content, shared=True)

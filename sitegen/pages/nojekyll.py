"""The file that keeps GitHub Pages from running Jekyll over the site, which would drop names that begin with `_`."""

from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """Nothing: that the file is there is enough."""
    return ""


PAGE = PageKind(name="nojekyll", path=".nojekyll", keys=one_page, content=content, shared=True)

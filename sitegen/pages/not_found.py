"""The page a host shows for an address that leads nowhere; it is served at any depth."""

from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.home import NotFoundPage
from sitegen.words import _


def content(key: str, site: Site, here: Here) -> NotFoundPage:  # noqa: ARG001 -- the shape of `content`
    """The page, kept out of search engines."""
    return NotFoundPage(
        head=Head(title=site.words.say(_("Page not found")), indexed=False),
        search_url=here.to("search"),
        home_url=here.to("home"),
    )


PAGE = PageKind(
    name="not_found",
    path="404.html",
    keys=one_page,
    content=content,
    template="not_found.html",
    rooted=True,
    shared=True,
)

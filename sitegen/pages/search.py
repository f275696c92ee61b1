"""The search page."""

from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site
from sitegen.views.facets import facets
from sitegen.views.head import Head
from sitegen.views.home import SearchPage
from sitegen.words import _

BROWSE = (
    ("home", _("All works")),
    ("people", _("Authors A to Z")),
    ("venues", _("Venues")),
    ("topics", _("Topics")),
    ("years", _("Years")),
    ("types", _("Types")),
)
"""Pages that list everything, for a reader without scripts."""


def content(key: str, site: Site, here: Here) -> SearchPage:  # noqa: ARG001 -- the shape of `content`
    """The search page; its script loads the index."""
    say = site.words.say
    return SearchPage(
        head=Head(
            title=say(_("Search")), description=f"{say(_('Search'))} · {site.config.title}", canonical=here.absolute()
        ),
        facets=facets(site, here),
        index_url=here.to("search_index"),
        total=len(site.library.entries),
        browse=tuple((say(label), here.to(kind)) for kind, label in BROWSE if here.has(kind)),
    )


PAGE = PageKind(
    name="search", path="search/index.html", keys=one_page, content=content, template="search.html", section="search"
)

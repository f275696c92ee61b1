"""The search page."""

from sitegen.pages import PageKind, one_page
from sitegen.search.files import in_one_file
from sitegen.site import Here, Site
from sitegen.views.facets import library_filter
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
        filter=library_filter(site, here, "search.js" if in_one_file(site) else "many.js"),
        index_url=here.to("search_index"),
        browse=tuple((say(label), here.to(kind)) for kind, label in BROWSE if here.has(kind)),
    )


PAGE = PageKind(
    name="search", path="search/index.html", keys=one_page, content=content, template="search.html", section="search"
)

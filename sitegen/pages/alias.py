"""Former addresses of works, which lead to the present ones."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.redirect import Redirect
from sitegen.views.work import plain_title
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """The ids that works had before, where no work has them now.

    In a site of several languages also the present ones: addresses of one language, which may be registered, go on.
    """
    return (*site.library.aliases, *site.library.entries) if site.languages else site.library.aliases


def content(key: str, site: Site, here: Here) -> Redirect:
    """A page that leads on, kept out of search engines."""
    entry = site.library.entries[site.library.aliases.get(key, key)]
    title = plain_title(entry)
    return Redirect(
        head=Head(title=title, canonical=here.links.absolute("article", entry.id), indexed=False),
        title=title,
        message=site.words.say(_("This work has a new address.")),
        url=here.to("article", entry.id),
    )


PAGE = PageKind(
    name="alias",
    path="articles/{key}/index.html",
    keys=keys,
    content=content,
    template="redirect.html",
    section="home",
    shared=True,
)

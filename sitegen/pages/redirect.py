"""Former addresses that the owner lists in site.toml, which lead on to where things are now."""

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.moved import goal_of, place_of, redirects
from sitegen.views.redirect import Redirect
from sitegen.words import _


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where a page was."""
    return place_of(key)


def content(key: str, site: Site, here: Here) -> Redirect:
    """A page that leads on, kept out of search engines."""
    goal = goal_of(site.config.redirects[key], site)
    assert goal, "only addresses that lead somewhere have a page"
    title = site.words.say(_("This page has moved"))
    return Redirect(
        head=Head(title=title, canonical=goal.absolute(here), indexed=False),
        title=title,
        message=site.words.say(_("Go to its new address.")),
        url=goal.seen_from(here),
    )


PAGE = PageKind(
    name="redirect", path=path, keys=redirects, content=content, template="redirect.html", section="home", shared=True
)

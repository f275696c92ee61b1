"""Addresses of what was withdrawn: a page that says so is better than none, because others link to it and cite it."""

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.moved import place_of, withdrawn
from sitegen.views.redirect import Tombstone
from sitegen.words import _


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where it was."""
    return place_of(key)


def content(key: str, site: Site, here: Here) -> Tombstone:
    """A page that says what happened, kept out of search engines."""
    say = site.words.say
    title = say(_("Withdrawn"))
    said = site.config.withdrawn[key].strip()
    return Tombstone(
        head=Head(title=title, canonical=here.absolute(), indexed=False),
        title=title,
        message=said or say(_("What stood at this address was withdrawn and is no longer published.")),
        search_url=here.to("search"),
        home_url=here.to("home"),
    )


PAGE = PageKind(
    name="tombstone", path=path, keys=withdrawn, content=content, template="tombstone.html", section="home", shared=True
)

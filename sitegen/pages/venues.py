"""Journals, proceedings and books that works appeared in, A to Z."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import letters
from sitegen.views.head import Head
from sitegen.views.listing import Count, Index
from sitegen.views.work import foreign
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where there is any venue."""
    return ("",) if site.library.venues else ()


def content(key: str, site: Site, here: Here) -> Index:  # noqa: ARG001 -- the shape of `content`
    """The index of venues."""
    library = site.library
    venues = tuple(library.venues.values())
    counts = [
        Count(venue.name, len(library.by_venue[venue.id]), here.to("venue", venue.id), foreign(venue.language, site))
        for venue in venues
    ]
    return Index(
        head=Head(
            title=site.words.say(_("Venues")),
            description=site.words.count("%(num)s venue", "%(num)s venues", len(venues)) + f" · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=site.words.say(_("Venues")),
        lead=site.words.count("%(num)s venue", "%(num)s venues", len(venues)),
        letters=letters(counts, [venue.name for venue in venues], site.config.language),
    )


PAGE = PageKind(
    name="venues",
    path="venues/index.html",
    keys=keys,
    content=content,
    template="index_list.html",
    section="venues",
    nav=_("Venues"),
    nav_order=30,
)

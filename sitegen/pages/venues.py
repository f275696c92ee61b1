"""Journals, proceedings and books that works appeared in, A to Z."""

from collections.abc import Iterable
from functools import partial

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.letters import Filing, filing, index_parts, letters
from sitegen.views.listing import Count, Index
from sitegen.views.parts import key_and_number, numbered, part_keys, part_path
from sitegen.views.places import how_many
from sitegen.views.work import foreign
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, more where there are many; none where there is no venue."""
    return part_keys("", len(site.library.venues)) if site.library.venues else ()


def content(key: str, site: Site, here: Here) -> Index:
    """The index of venues."""
    venues = site.library.venues
    order = site.once(("filing", "venues"), lambda: _filing(site))
    return Index(
        head=Head(
            title=numbered(site.words.say(_("Venues")), key_and_number(key)[1], site),
            description=site.words.count("%(num)s venue", "%(num)s venues", len(venues)) + f" · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=site.words.say(_("Venues")),
        lead=site.words.count("%(num)s venue", "%(num)s venues", len(venues)),
        letters=letters(order, "venues", key, partial(_count, site, here), here),
        parts=index_parts(order, "venues", key, here),
    )


def _filing(site: Site) -> Filing:
    """Venues in the order of their names."""
    venues = site.library.venues.values()
    return filing(((venue.id, venue.name) for venue in venues), site.config.language, titles=True)


def _count(site: Site, here: Here, id_: str) -> Count:
    """A venue's line."""
    venue = site.library.venues[id_]
    return Count(
        venue.name,
        site.ask(how_many, here.links, "by_venue", id_),
        here.to("venue", id_),
        foreign(venue.language, site),
    )


PAGE = PageKind(
    name="venues",
    path=partial(part_path, "venues"),
    keys=keys,
    content=content,
    template="index_list.html",
    section="venues",
    nav=_("Venues"),
    nav_order=30,
)

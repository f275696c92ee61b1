"""The works of one year."""

from collections.abc import Iterable

from sitegen.model.date import year_key, year_of
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.facets import list_filter
from sitegen.views.groups import by_year, downloads, people_aside, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing, Turn
from sitegen.views.parts import all_part_keys, key_and_number, numbered, parts, shown
from sitegen.views.references import as_references
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every year in which a work was issued."""
    return all_part_keys((year_key(year), len(ids)) for year, ids in site.library.by_year.items() if year is not None)


def content(key: str, site: Site, here: Here) -> Listing:
    """One year's page."""
    say = site.words.say
    key, part = key_and_number(key)
    year = year_of(key)
    works = shown("by_year", year, part, site, here.links)
    label = site.words.year(year)
    number = site.words.count("%(num)s work", "%(num)s works", works.total)
    return Listing(
        head=Head(
            title=numbered(label, part, site),
            description=f"{label}: {number} · {site.config.title}",
            canonical=here.absolute(),
        ),
        eyebrow=say(_("Year")),
        heading=label,
        crumbs=(Crumb(say(_("Works")), here.to("home")), Crumb(say(_("Years")), here.to("years"))),
        summary=(number,) if part == 1 else works.summary,
        groups=as_references(by_year(works.entries, site, here, own_page=year), "year", site),
        filter=list_filter(works.entries, works.total, f"year:{year}", site, here),
        parts=parts("year", key, works.total, part, site, here),
        asides=tuple(
            aside
            for aside in (
                topics_aside(works.every, site, here),
                people_aside(say(_("Authors")), works.every, site, here),
            )
            if aside.values
        ),
        downloads=downloads("years", key, site, here),
        turns=_neighbours(year, site, here),
    )


def _neighbours(year: int, site: Site, here: Here) -> tuple[Turn, ...]:
    """The nearest years with works before and after this one."""
    years = [each for each in site.library.by_year if each is not None]
    at = years.index(year)
    turns = []
    for other, label, rel in ((at + 1, _("Earlier"), "prev"), (at - 1, _("Later"), "next")):
        if 0 <= other < len(years):
            turns.append(
                Turn(site.words.say(label), site.words.year(years[other]), here.to("year", year_key(years[other])), rel)
            )
    return tuple(turns)


PAGE = PageKind(
    name="year",
    path="years/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="home",
    lane=2,
)

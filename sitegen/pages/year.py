"""The works of one year."""

from collections.abc import Iterable

from sitegen.model.date import year_key, year_of
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import by_year, downloads, people_aside, summary, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing, Turn
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every year in which a work was issued."""
    return [year_key(year) for year in site.library.by_year if year is not None]


def content(key: str, site: Site, here: Here) -> Listing:
    """One year's page."""
    library, say = site.library, site.words.say
    year = year_of(key)
    entries = library.works(library.by_year[year])
    label = site.words.year(year)
    number = summary(entries, site)[0].rpartition(", ")[0]
    return Listing(
        head=Head(title=label, description=f"{label}: {number} · {site.config.title}", canonical=here.absolute()),
        eyebrow=say(_("Year")),
        heading=label,
        crumbs=(Crumb(say(_("Works")), here.to("home")), Crumb(say(_("Years")), here.to("years"))),
        summary=(number,),
        groups=by_year(entries, site, here, own_page=year),
        asides=tuple(
            aside
            for aside in (topics_aside(entries, site, here), people_aside(say(_("Authors")), entries, site, here))
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

"""All years that have works."""

from collections.abc import Iterable

from sitegen.model.date import year_key
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.listing import Count, Index, Letter
from sitegen.views.places import sizes
from sitegen.views.timeline import timeline
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where any work has a date."""
    return ("",) if any(year is not None for year in site.library.by_year) else ()


def content(key: str, site: Site, here: Here) -> Index:  # noqa: ARG001 -- the shape of `content`
    """The index of years, newest first."""
    words = site.words
    numbers = {year: number for year, number in site.ask(sizes, here.links, "by_year") if year is not None}
    counts = tuple(Count(words.year(year), number, here.to("year", year_key(year))) for year, number in numbers.items())
    number = words.count("%(num)s year", "%(num)s years", len(counts))
    return Index(
        head=Head(
            title=words.say(_("Years")), description=f"{number} · {site.config.title}", canonical=here.absolute()
        ),
        heading=words.say(_("Years")),
        lead=number,
        letters=(Letter("all", "", counts),),
        timeline=timeline(numbers, site, here, complete=False),
    )


PAGE = PageKind(
    name="years", path="years/index.html", keys=keys, content=content, template="index_list.html", section="home"
)

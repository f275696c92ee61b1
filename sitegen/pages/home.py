"""The home page: what the library is, when its works appeared, and the works."""

from collections.abc import Collection

from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site
from sitegen.views.facets import library_filter
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, span_of
from sitegen.views.head import Head, description_of
from sitegen.views.home import HomePage, Statistic
from sitegen.views.journal import journal_front
from sitegen.views.listing import Group
from sitegen.views.lists import page_parts
from sitegen.views.manual import code_scripts
from sitegen.views.places import newest, selected, sizes
from sitegen.views.timeline import timeline
from sitegen.views.web import website
from sitegen.views.work import work_view
from sitegen.words import _


def content(key: str, site: Site, here: Here) -> HomePage:  # noqa: ARG001 -- the shape of `content`
    """The home page; beyond `home_limit` works it shows only the newest."""
    library, total = site.library, len(site.library.entries)
    complete = total <= site.config.home_limit
    shown = library.works(site.ask(newest, here.links, total if complete else site.config.home_newest))
    years = {year: number for year, number in site.ask(sizes, here.links, "by_year") if year is not None}
    introduction = site.prose.get("")
    parts = page_parts(introduction, site, here) if introduction else ()
    opening = parts[0] if parts and isinstance(parts[0], str) else ""
    config = site.config
    return HomePage(
        head=Head(
            title=config.tagline,
            description=description_of(
                introduction.description if introduction else "", config.description, config.title
            ),
            canonical=here.absolute(),
            data=(website(site),) if site.base_url else (),
            alternates=feeds_of("", config.title, here)[1:],
        ),
        heading=config.tagline or config.title,
        introduction=opening,
        parts=parts[bool(opening) :],
        scripts=code_scripts(parts, here),
        statistics=_statistics(total, years, site),
        timeline=timeline(years, site, here, complete=complete),
        filter=library_filter(site, here),
        groups=by_year(shown, site, here, cited=True),
        selected=_selected(site, here),
        total=total,
        complete=complete,
        search_url=here.to("search"),
        journal=journal_front(site, here) if config.theme == "journal" else None,
        years_url=here.to("years") if here.has("years") else "",
    )


def _statistics(total: int, years: Collection[int], site: Site) -> tuple[Statistic, ...]:
    """How many works and people, and when."""
    if not total:
        return ()
    words = site.words
    people = len(site.library.people)
    numbers = [
        Statistic(words.number(total), words.plural("work", "works", total)),
        Statistic(words.number(people), words.plural("person", "people", people)),
    ]
    when = span_of(years, site)
    return (*numbers, Statistic(when, words.say(_("published")))) if when else tuple(numbers)


def _selected(site: Site, here: Here) -> tuple[Group, ...]:
    """Works the owner has marked, where the home page does not show all of them anyway."""
    works = site.library.works(site.ask(selected, here.links))
    chosen = tuple(work_view(entry, site, here) for entry in works)
    return (Group("selected", site.words.say(_("Selected works")), chosen),) if chosen else ()


PAGE = PageKind(
    name="home",
    path="index.html",
    keys=one_page,
    content=content,
    template="home.html",
    section="home",
    nav=_("Works"),
    nav_order=10,
    lane=2,
)

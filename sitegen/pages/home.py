"""The home page: what the library is, when its works appeared, and the works."""

from sitegen.model.entry import Entry
from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site
from sitegen.views.facets import library_filter
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, span
from sitegen.views.head import Head, description_of
from sitegen.views.home import HomePage, Statistic
from sitegen.views.journal import journal_front
from sitegen.views.listing import Group
from sitegen.views.lists import page_parts
from sitegen.views.manual import code_scripts
from sitegen.views.timeline import timeline, years_of
from sitegen.views.web import website
from sitegen.views.work import work_view
from sitegen.words import _


def content(key: str, site: Site, here: Here) -> HomePage:  # noqa: ARG001 -- the shape of `content`
    """The home page; beyond `home_limit` works it shows only the newest."""
    entries = tuple(site.library.entries.values())
    complete = len(entries) <= site.config.home_limit
    shown = entries if complete else entries[: site.config.home_newest]
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
        statistics=_statistics(entries, site),
        timeline=timeline(years_of(entries), site, here, complete=complete),
        filter=library_filter(site, here),
        groups=by_year(shown, site, here, cited=True),
        selected=_selected(entries, site, here),
        total=len(entries),
        complete=complete,
        search_url=here.to("search"),
        journal=journal_front(site, here) if config.theme == "journal" else None,
        years_url=here.to("years") if here.has("years") else "",
    )


def _statistics(entries: tuple[Entry, ...], site: Site) -> tuple[Statistic, ...]:
    """How many works and people, and when."""
    if not entries:
        return ()
    words = site.words
    people = len(site.library.people)
    numbers = [
        Statistic(words.number(len(entries)), words.plural("work", "works", len(entries))),
        Statistic(words.number(people), words.plural("person", "people", people)),
    ]
    years = span(entries, site)
    return (*numbers, Statistic(years, words.say(_("published")))) if years else tuple(numbers)


def _selected(entries: tuple[Entry, ...], site: Site, here: Here) -> tuple[Group, ...]:
    """Works the owner has marked, where the home page does not show all of them anyway."""
    chosen = tuple(work_view(entry, site, here) for entry in entries if entry.selected)
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

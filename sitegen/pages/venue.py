"""A journal, a proceedings volume or a book: its works by volume and issue, else by year."""

from collections.abc import Iterable

from sitegen.model.entry import Entry
from sitegen.model.venue import Venue, volume_key
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.facets import list_filter, quoted
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, downloads, people_aside, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Aside, Count, Fact, Group, Listing
from sitegen.views.parts import all_part_keys, key_and_number, numbered, parts, shown
from sitegen.views.references import as_references
from sitegen.views.volumes import volume_label
from sitegen.views.web import periodical
from sitegen.views.work import foreign, work_view
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every container of a work."""
    return all_part_keys((id_, len(site.library.by_venue[id_])) for id_ in site.library.venues)


def content(key: str, site: Site, here: Here) -> Listing:
    """One venue's page."""
    key, number = key_and_number(key)
    venue = site.library.venues[key]
    say = site.words.say
    works = shown("by_venue", key, number, site, here.links)
    statements = works.summary
    feeds = feeds_of(f"venues/{key}", venue.name, here)
    return Listing(
        head=Head(
            title=numbered(venue.name, number, site),
            description=f"{venue.name}: {statements[0]} · {site.config.title}",
            canonical=here.absolute(),
            data=(periodical(venue, here.absolute()),) if here.absolute() else (),
            alternates=feeds,
        ),
        eyebrow=say(EYEBROWS[venue.kind]),
        heading=venue.name,
        language=foreign(venue.language, site),
        crumbs=(Crumb(say(_("Venues")), here.to("venues")),),
        summary=statements,
        variants=venue.variants,
        facts=_facts(venue, site),
        groups=as_references(_groups(key, works.entries, site, here), "venue", site),
        filter=list_filter(works.entries, works.total, quoted("venue", venue.name), site, here),
        parts=parts("venue", key, works.total, number, site, here),
        asides=tuple(
            aside
            for aside in (
                _volumes(key, site, here),
                topics_aside(works.every, site, here),
                people_aside(say(_("Authors")), works.every, site, here),
                people_aside(say(_("Editors")), works.every, site, here, role="editor"),
            )
            if aside.values
        ),
        downloads=downloads("venues", key, site, here),
        feed=next(iter(feeds), None),
    )


EYEBROWS = {"journal": _("Journal"), "proceedings": _("Proceedings"), "book": _("Book"), "series": _("Series")}
"""What a venue of each kind is called."""


def _facts(venue: Venue, site: Site) -> tuple[Fact, ...]:
    """Abbreviation, ISSN, publisher, home page, where known."""
    say = site.words.say
    facts = (
        Fact(say(_("Abbreviation")), venue.abbreviation),
        Fact(say(_("ISSN")), ", ".join(venue.issn)),
        Fact(say(_("Publisher")), venue.publisher),
        Fact(say(_("Home page")), venue.homepage, venue.homepage),
    )
    return tuple(fact for fact in facts if fact.value)


def _groups(key: str, entries: tuple[Entry, ...], site: Site, here: Here) -> tuple[Group, ...]:
    """Works by volume and issue where most of them have a volume, those without by year; else all by year."""
    if 2 * sum(volume_key(key, entry) is not None for entry in entries) < len(entries):
        return by_year(entries, site, here, cited=True)
    groups: dict[tuple[str, str, int | None], list[Entry]] = {}
    for entry in entries:
        year = None if entry.volume or entry.issue else entry.year
        groups.setdefault((entry.volume, entry.issue, year), []).append(entry)
    return tuple(
        Group(
            id=f"v{number}",
            label=volume_label(volume, issue, group, site),
            works=tuple(work_view(entry, site, here, len(entries), cited=False) for entry in group),
            url=here.to("volume", volume_key(key, group[0]) or "") if volume_key(key, group[0]) else "",
        )
        for number, ((volume, issue, _year), group) in enumerate(groups.items(), 1)
    )


def _volumes(key: str, site: Site, here: Here) -> Aside:
    """The volumes there are, newest first."""
    library = site.library
    values = tuple(
        Count(
            site.words.digits(library.entries[library.by_volume[volume][0]].volume),
            len(library.by_volume[volume]),
            here.to("volume", volume),
        )
        for volume in reversed(library.volumes_of.get(key, ()))
    )
    return Aside(site.words.say(_("Volumes")), values, chips=True)


PAGE = PageKind(
    name="venue",
    path="venues/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="venues",
    lane=2,
)

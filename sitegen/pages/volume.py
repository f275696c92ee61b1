"""A volume of a journal, issue by issue and section by section."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.entry import Entry
from sitegen.model.venue import Venue, volume_order
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.text.numbers import number_key
from sitegen.views.groups import summary
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Group, Listing, Turn
from sitegen.views.references import as_references
from sitegen.views.volumes import numbered, volume_label
from sitegen.views.web import volume
from sitegen.views.work import foreign, work_view
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every volume of every journal."""
    return site.library.by_volume


def content(key: str, site: Site, here: Here) -> Listing:
    """One volume's page."""
    venue = site.library.venues[key.partition("/")[0]]
    say = site.words.say
    entries = site.library.works(site.library.by_volume[key])
    label = numbered(entries[0].volume, "", site)
    statements = summary(entries, site)
    return Listing(
        head=Head(
            title=f"{venue.name}{site.words.comma}{label}",
            description=f"{venue.name}{site.words.comma}{label}: {statements[0]} · {site.config.title}",
            canonical=here.absolute(),
            data=(_data(venue, entries, here),) if here.absolute() else (),
        ),
        eyebrow=label,
        heading=venue.name,
        language=foreign(venue.language, site),
        crumbs=(Crumb(say(_("Venues")), here.to("venues")), Crumb(venue.name, here.to("venue", venue.id))),
        summary=statements,
        groups=as_references(_issues(entries, site, here), "volume", site),
        turns=_neighbours(key, venue.id, site, here),
    )


def _data(venue: Venue, entries: tuple[Entry, ...], here: Here) -> Mapping[str, object]:
    """The volume for machines, its issues in order."""
    issues = sorted({entry.issue for entry in entries}, key=number_key)
    return volume(venue, here.links.absolute("venue", venue.id), entries[0].volume, issues, here.absolute())


def _issues(entries: tuple[Entry, ...], site: Site, here: Here) -> tuple[Group, ...]:
    """The works by issue and its sections, in the order of their pages."""
    issues: dict[str, dict[str, list[Entry]]] = {}
    for entry in sorted(entries, key=lambda entry: (number_key(entry.issue), number_key(entry.page or entry.number))):
        issues.setdefault(entry.issue, {}).setdefault(entry.section, []).append(entry)
    labelled = [
        (_issue_label(issue, section, [entry for each in sections.values() for entry in each], site), group)
        for issue, sections in issues.items()
        for section, group in sections.items()
    ]
    return tuple(
        Group(f"i{number}", label, tuple(work_view(entry, site, here, len(entries)) for entry in group))
        for number, (label, group) in enumerate(labelled, 1)
    )


def _issue_label(issue: str, section: str, works: Sequence[Entry], site: Site) -> str:
    """What an issue, or a section of it, is called: "Issue 2 (February 1978): Letters"."""
    label = volume_label("", issue, works, site)
    return f"{label}: {section}" if section else label


def _neighbours(key: str, venue: str, site: Site, here: Here) -> tuple[Turn, ...]:
    """The volumes before and after this one."""
    library, say = site.library, site.words.say
    volumes = library.volumes_of[venue]
    at = bisect_left(volumes, volume_order(key), key=volume_order)
    turns = []
    for other, label, rel in ((at - 1, _("Earlier volume"), "prev"), (at + 1, _("Later volume"), "next")):
        if 0 <= other < len(volumes):
            first = library.entries[library.by_volume[volumes[other]][0]]
            turns.append(
                Turn(say(label), volume_label(first.volume, "", [first], site), here.to("volume", volumes[other]), rel)
            )
    return tuple(turns)


PAGE = PageKind(
    name="volume",
    path="venues/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="venues",
    lane=2,
)

"""A journal's front page: its current issue, its editors, what it is, and its archive."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from sitegen.model.entry import Entry
from sitegen.model.venue import Venue
from sitegen.problems import SitegenError, excerpt
from sitegen.site import Here, Site
from sitegen.text.numbers import number_key
from sitegen.views.listing import Count, Fact, Group
from sitegen.views.volumes import volume_label
from sitegen.views.work import foreign, work_view
from sitegen.words import _

ARCHIVE = 40
"""So many volumes at most stand on the front page; the journal's own page has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFront:
    """What stands on a journal's front page.

    name, language, url: of the journal and its page. issue: the current one with its works. editors: name and address
    of their page, "" for none. facts: ISSN, publisher, home page. archive: volumes, newest first.
    """

    name: str
    language: str
    url: str
    issue: Group
    editors: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    archive: tuple[Count, ...]


def journal_front(site: Site, here: Here) -> JournalFront | None:
    """The front page of the journal that the configuration names, else of that with the most works; None for none."""
    venue = _venue(site)
    if venue is None:
        return None
    works = _current(venue, site)
    first = works[0]
    volumes = site.library.volumes_of.get(venue.id, ())
    keys = {site.library.entries[site.library.by_volume[key][0]].volume: key for key in volumes}
    volume = keys.get(first.volume, "")
    label = volume_label(first.volume, first.issue, works, site)
    return JournalFront(
        name=venue.name,
        language=foreign(venue.language, site),
        url=here.to("venue", venue.id),
        issue=Group(
            id="issue",
            label=label,
            works=tuple(work_view(work, site, here, len(works)) for work in works),
            url=here.to("volume", volume) if volume else "",
        ),
        editors=tuple(_editors(works, site, here)),
        facts=tuple(_facts(venue, site)),
        archive=tuple(
            Count(site.words.digits(number), len(site.library.by_volume[key]), here.to("volume", key))
            for number, key in reversed(keys.items())
        )[:ARCHIVE],
    )


def refuse_unknown_issue(site: Site) -> None:
    """Raise SitegenError where `[journal]` names a journal, a volume or an issue that no work has, with the nearest."""
    chosen = site.config.journal
    venues = site.library.venues
    if chosen.venue and _named(chosen.venue, site) is None:
        known = [*venues, *(venue.name for venue in venues.values())]
        raise _unknown("venue", chosen.venue, known, "is no journal of the library")
    venue = _venue(site)
    if venue is None or not (chosen.volume or chosen.issue):
        return
    works = site.library.works(site.library.by_venue[venue.id])
    if chosen.volume and all(work.volume != chosen.volume for work in works):
        known = [work.volume for work in works if work.volume]
        raise _unknown("volume", chosen.volume, known, f"is no volume of {venue.name!r}")
    if chosen.issue and not _of(works, chosen.volume, chosen.issue):
        known = [work.issue for work in works if work.issue and work.volume == (chosen.volume or work.volume)]
        raise _unknown("issue", chosen.issue, known, f"is no issue of {venue.name!r}")


def _unknown(key: str, value: str, known: Iterable[str], what: str) -> SitegenError:
    """What is wrong with a value of `[journal]`."""
    near = get_close_matches(value, list(dict.fromkeys(known)), 1, 0.3)
    hint = f"Did you mean {near[0]!r}?" if near else f"Delete {key}, and sitegen takes the newest."
    return SitegenError(f"content/site.toml: journal, {key} {excerpt(value)!r} {what}", hint)


def _named(name: str, site: Site) -> Venue | None:
    """The journal of a name or an address."""
    venues = site.library.venues
    found = venues.get(name.strip("/").removeprefix("venues/"))
    return found or next((venue for venue in venues.values() if name in {venue.name, *venue.variants}), None)


def _venue(site: Site) -> Venue | None:
    """The journal of the front page; None where nothing appeared anywhere."""
    if site.config.journal.venue:
        return _named(site.config.journal.venue, site)
    by_venue, venues = site.library.by_venue, site.library.venues
    ranked = sorted(venues.values(), key=lambda each: (each.kind != "journal", -len(by_venue[each.id]), each.id))
    return ranked[0] if ranked else None


def _of(works: Iterable[Entry], volume: str, issue: str) -> list[Entry]:
    """Works of a volume and an issue; "" for any."""
    return [work for work in works if work.volume == (volume or work.volume) and work.issue == (issue or work.issue)]


def _current(venue: Venue, site: Site) -> tuple[Entry, ...]:
    """The works of the current issue in the order of their pages; without volumes, those of the newest year."""
    chosen = site.config.journal
    works = _of(site.library.works(site.library.by_venue[venue.id]), chosen.volume, chosen.issue)
    if all(not work.volume and not work.issue for work in works):
        works = [work for work in works if work.year == works[0].year]
    else:
        volume, issue = max(((work.volume, work.issue) for work in works), key=_order)
        works = [work for work in works if (work.volume, work.issue) == (volume, issue)]
    return tuple(sorted(works, key=lambda work: number_key(work.page or work.number)))


def _order(numbers: tuple[str, str]) -> tuple[object, ...]:
    """What volumes with their issues sort by: as people count, and first what has no number ("in press")."""
    volume, issue = numbers
    return any(map(str.isdecimal, volume)), number_key(volume), any(map(str.isdecimal, issue)), number_key(issue)


def _editors(works: tuple[Entry, ...], site: Site, here: Here) -> Iterable[tuple[str, str]]:
    """The editors that the configuration names, else those of the works; with their pages, where they have one."""
    library = site.library
    if site.config.journal.editors:
        pages = {person.name.to_display(): id_ for id_, person in library.people.items()}
        for editor in site.config.journal.editors:
            id_ = pages.get(editor) or pages.get(editor.partition(",")[0])
            yield editor, here.to("person", id_) if id_ and here.has("person", id_) else ""
        return
    found = dict.fromkeys((name, library.person(work, name)) for work in works for name in work.credited("editor"))
    for name, person in found:
        yield name.to_display(), here.to("person", person.id) if person else ""


def _facts(venue: Venue, site: Site) -> Iterable[Fact]:
    """ISSN, publisher and home page, where known."""
    say = site.words.say
    facts = (
        Fact(say(_("ISSN")), ", ".join(venue.issn)),
        Fact(say(_("Publisher")), venue.publisher),
        Fact(say(_("Home page")), venue.homepage, venue.homepage),
    )
    return (fact for fact in facts if fact.value)

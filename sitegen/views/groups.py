"""Works in groups, with what stands beside a list: counts, downloads, summaries."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter

from sitegen.model.date import year_key
from sitegen.model.entry import Entry
from sitegen.site import Here, Site
from sitegen.views.listing import Aside, Count, Download, Group
from sitegen.views.work import work_view


def by_year(
    entries: Iterable[Entry], site: Site, here: Here, *, own_page: int | None = None, cited: bool = False
) -> tuple[Group, ...]:
    """Works under their years, newest first, undated ones last. own_page: the year whose page this is.

    cited: whether readers take references from the page even in a large site.
    """
    entries = tuple(entries)
    years: dict[int | None, list[Entry]] = {}
    for entry in entries:
        years.setdefault(entry.year, []).append(entry)
    return tuple(
        Group(
            id=f"y{year_key(year)}" if year is not None else "undated",
            label=site.words.year(year) if year is not None else site.words.say("Undated"),
            works=tuple(work_view(entry, site, here, len(entries), cited=cited) for entry in group),
            url=here.to("year", year_key(year)) if year is not None and year != own_page else "",
        )
        for year, group in years.items()
    )


def downloads(group: str, key: str, site: Site, here: Here) -> tuple[Download, ...]:
    """The same works as files, one per format."""
    return tuple(
        Download(format_.title, format_.suffix, here.to("export", export_key(group, key, format_.suffix)))
        for format_ in site.export_formats
    )


def export_key(group: str, key: str, suffix: str) -> str:
    """The key of an export, which is its path: beside the page of whose works it is.

    >>> export_key("articles", "ghoryani", ".bib")
    'articles/ghoryani/ghoryani.bib'
    """
    return f"{group}/{key}/{key}{suffix}" if group else f"library{suffix}"


def span(entries: Sequence[Entry], site: Site) -> str:
    """The years that works cover: "1974–1997"; "" when none has a date."""
    return span_of([entry.year for entry in entries if entry.year is not None], site)


def span_of(years: Collection[int], site: Site) -> str:
    """The same of years."""
    if not years:
        return ""
    first, last = site.words.year(min(years)), site.words.year(max(years))
    return first if first == last else site.words.run(f"{first}–{last}")


def summary(entries: Sequence[Entry], site: Site) -> tuple[str, ...]:
    """How many works, and when."""
    return summary_of(len(entries), [entry.year for entry in entries if entry.year is not None], site)


def summary_of(works: int, years: Collection[int], site: Site) -> tuple[str, ...]:
    """The same of so many works of these years."""
    number, when = site.words.count("%(num)s work", "%(num)s works", works), span_of(years, site)
    return (f"{number}{site.words.comma}{when}",) if when else (number,)


def topics_aside(entries: Iterable[Entry], site: Site, here: Here, *, without: str = "", most: int = 12) -> Aside:
    """The topics of works, most frequent first, but for the topic whose page this is."""
    counts = Counter(
        topic for entry in entries for topic in site.library.topics_of.get(entry.id, ()) if topic != without
    )
    return topics_named(ranked(counts)[:most], site, here)


def topics_named(counts: Iterable[tuple[str, int]], site: Site, here: Here) -> Aside:
    """Topics with how many works are about each."""
    topics = site.library.topics
    values = tuple(Count(topics[topic].name, number, here.to("topic", topic)) for topic, number in counts)
    return Aside(site.words.say("Topics"), values, chips=True)


def venues_aside(entries: Iterable[Entry], site: Site, here: Here, *, most: int = 10) -> Aside:
    """Where works appeared, most frequent first."""
    counts = Counter(venue for entry in entries if (venue := site.library.venue_of.get(entry.id)))
    venues = site.library.venues
    values = tuple(
        Count(venues[venue].name, number, here.to("venue", venue), venues[venue].language)
        for venue, number in ranked(counts)[:most]
    )
    return Aside(site.words.say("Published in"), values)


def people_aside(
    label: str, entries: Iterable[Entry], site: Site, here: Here, *, without: str = "", role: str = "", most: int = 12
) -> Aside:
    """Whose names stand on works, most frequent first, but for the person whose page this is.

    role: in which role; "" for those who stand first on each work, its authors where it has any.
    """
    library = site.library
    counts: Counter[str] = Counter()
    for entry in entries:
        names = entry.credited(role) if role else entry.authors
        people = {person.id for name in names[:100] if (person := library.person(entry, name))}
        counts.update(people - {without})
    values = tuple(
        Count(library.people[person].name.to_display(), number, here.to("person", person))
        for person, number in ranked(counts)[:most]
    )
    return Aside(label, values)


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, equal ones in the order of their ids."""
    return sorted(sorted(counts.items()), key=itemgetter(1), reverse=True)

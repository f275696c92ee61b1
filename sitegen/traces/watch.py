"""A site whose tables note who reads what, so that pages need not say what they depend on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, cast

from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.pages import PageKind
from sitegen.plan import Edition
from sitegen.reads import Memory, Numbers, Reads, TableNumbers, Watched
from sitegen.site import Links, Site
from sitegen.traces.questions import PASSING

MORE_THAN, PEOPLE_OF = "more entries than", "people of"
"""What else is noted: how many entries there are at least, and whom the names on an entry stand for, by its id."""
TABLES = tuple(field.name for field in fields(Library) if field.name != "person_of")
"""The tables of the library that are watched one by one; `person_of` is seen as PEOPLE_OF."""
SITE_TABLES = ("prose", "answers", "pdfs", "attachments", "first_pages", "static", "cards", "assets")
"""The tables of the site that are watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedLibrary(Library):
    """A library that notes for which entries somebody asks who a name stands for.

    apart: entries with a name that stands for another person there than elsewhere. known: whom any other name stands
    for, with the number of that person, once somebody asked.
    """

    reads: Reads
    size: int
    asked: TableNumbers
    apart: frozenset[str]
    known: dict[Name, tuple[Person | None, int | None]] = field(default_factory=dict, compare=False, repr=False)

    def more_than(self, number: int) -> bool:
        """Whether there are more entries than this; what asks so depends on the answer alone."""
        self.reads.see(MORE_THAN, number)
        return self.size > number

    def works(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries of ids, in the order given."""
        return cast("Watched[str, Entry]", self.entries).each(ids)

    def person(self, entry: Entry, name: Name) -> Person | None:
        """Whom a name on an entry stands for; None when names of its role get no page."""
        seen = self.reads.seen
        seen.add(self.asked[entry.id])
        if entry.id in self.apart:
            return super(WatchedLibrary, self).person(entry, name)
        found = self.known.get(name)
        if found is None:
            person = super(WatchedLibrary, self).person(entry, name)
            number = self.reads.numbers.of("people")[person.id] if person else None
            found = self.known[name] = (person, number)
        person, number = found
        if number is not None:
            seen.add(number)
        return person


class _WatchedConfig:
    """A configuration that notes which of its settings are asked for."""

    __slots__ = ("_config", "_numbers", "_reads")

    def __init__(self, config: SiteConfig, reads: Reads) -> None:
        self._config, self._numbers, self._reads = config, reads.numbers.of("config"), reads

    def __getattr__(self, name: str) -> Any:
        self._reads.seen.add(self._numbers[name])
        return getattr(self._config, name)


def watched(site: Site, memory: Memory | None = None, numbers: Numbers | None = None) -> Site:
    """The same site, with `reads` for what is read of it.

    memory: of the answers of other builds. numbers: of what was read in the last one, None for nothing.
    """
    reads = Reads(memory, numbers, PASSING)
    tables: Mapping[str, Any] = {name: Watched(name, getattr(site.library, name), reads) for name in TABLES}
    library = WatchedLibrary(
        **tables,
        person_of=site.library.person_of,
        reads=reads,
        size=len(site.library.entries),
        asked=reads.numbers.of(PEOPLE_OF),
        apart=frozenset(key[0] for key in site.library.person_of if isinstance(key, tuple)),
    )
    rest: Mapping[str, Any] = {name: Watched(name, getattr(site, name), reads) for name in SITE_TABLES}
    config = cast("SiteConfig", _WatchedConfig(site.config, reads))
    return replace(site, library=library, config=config, reads=reads, kept={}, **rest)


def watched_links(links: Links, kinds: Mapping[str, PageKind], reads: Reads) -> Links:
    """The same links, which note whether somebody asks for a page, and for one that may stand elsewhere next time."""
    moving = frozenset(kind.name for kind in kinds.values() if callable(kind.path))
    return replace(links, reads=reads, moving=moving)


def watched_edition(
    edition: Edition, kinds: Mapping[str, PageKind], memory: Memory, numbers: Numbers | None = None
) -> Edition:
    """The same site in one language, with its links, where it is noted what is read of both. numbers: of `watched`."""
    site = watched(edition.site, memory, numbers)
    links = watched_links(edition.links, kinds, site.reads) if site.reads else edition.links
    return Edition(site, edition.artifacts, links)

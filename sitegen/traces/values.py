"""Digests of what pages read: equal digests, equal values."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from secrets import token_bytes
from typing import Any

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.reads import ALL, KEYS, SIZE, Read
from sitegen.site import PATH, PLACE, SITE, TEMPLATE, Links, Site
from sitegen.traces.digests import LENGTH, MISSING, digest_of
from sitegen.traces.standing import Standing
from sitegen.traces.watch import MORE_THAN, PEOPLE_OF, SITE_TABLES, TABLES
from sitegen.words import Words

UNSEEN = ("library", "config", "kept", "reads", "finished", "today", "recorded", "proven", *SITE_TABLES)
"""Fields of the site that are watched, or that no page shows."""

CODE = ("formats", "styles", "vocabularies")
"""Fields of the site that hold code by its name."""

APART = ("place", "ignore")
"""Fields of an entry that no page shows, or that are read apart."""


def world(site: Site, program: Iterable[str]) -> bytes:
    """The digest of what every page may depend on unnoticed: a new field of the site belongs to it until it is watched.

    program: what tells this program, and what it takes styles from, from the next version.
    """
    rest = {
        field.name: _bare(field.name, getattr(site, field.name)) for field in fields(Site) if field.name not in UNSEEN
    }
    return digest_of((rest, site.config.language, site.config.cite, list(program)))


def _bare(name: str, value: Any) -> object:
    """What stands for a field: of things that are code, their names, because the program is told apart by itself."""
    if name in CODE:
        return list(value)
    if isinstance(value, Words):
        return (value.language, value.calendar)
    return value


class Values:
    """The digests of one build.

    templates: the digest of a template, with what it is built on, by its name. standing: those of the last build that
    stand.
    """

    def __init__(
        self, site: Site, links: Links, templates: Callable[[str], bytes], standing: Standing | None = None
    ) -> None:
        self._site, self._links = site, links
        tables = {name: getattr(site.library, name) for name in TABLES}
        tables |= {name: getattr(site, name) for name in SITE_TABLES}
        self._tables: Mapping[str, Mapping[Any, object]] = tables
        self._others: Mapping[str, Callable[[Any], bytes]] = {
            "entries": self._entry,
            "rank": self._rank,
            PEOPLE_OF: self._people,
            PLACE: self._place,
            "config": lambda key: digest_of(getattr(site.config, key)),
            SITE: lambda key: digest_of(getattr(site, key)),
            MORE_THAN: lambda key: digest_of(len(site.library.entries) > key),
            PATH: lambda key: digest_of(links.paths.get(key)),
            TEMPLATE: templates,
        }
        self._entries: dict[str, bytes] = {}
        self._wholes: dict[str, bytes] = {**standing.wholes} if standing else {}
        self._standing: Mapping[str, Mapping[Hashable, bytes]] = standing.values if standing else {}

    def of_entries(self) -> Mapping[str, bytes]:
        """The digests of all entries, by id, for who finds them in another process."""
        return {id_: self._entry(id_) for id_ in self._site.library.entries}

    def know(self, entries: Mapping[str, bytes]) -> None:
        """Take in the digests of entries that were found elsewhere."""
        self._entries.update(entries)

    def whole(self, name: str) -> bytes | None:
        """The digest of a whole table, equal only where each of its values is; None for what is no table.

        b"" where it is cheaper to look at each value that was read.
        """
        if name in self._others:
            return b""
        if name not in self._tables:
            return None
        if name not in self._wholes:
            self._wholes[name] = digest_of(list(self._tables[name].items()))
        return self._wholes[name]

    def digests(self, reads: Sequence[Read]) -> bytes:
        """The digests of what was read, one after the other."""
        return b"".join([self.digest(name, key) for name, key in reads])

    def digest(self, name: str, key: Hashable) -> bytes:
        """The digest of one thing that can be read; of one that is not there any more too.

        A question whose answer nobody noted is taken to be answered otherwise each time.
        """
        table = self._tables.get(name)
        if table is not None:
            if key == ALL:
                return digest_of([(each, self._one(name, each)) for each in table])
            if key in {KEYS, SIZE}:
                return digest_of(list(table) if key == KEYS else len(table))
        return self._one(name, key)

    def _one(self, name: str, key: Hashable) -> bytes:
        """The digest of the value of one key."""
        if (known := self._standing.get(name)) and (found := known.get(key)):
            return found
        if other := self._others.get(name):
            return other(key)
        if name not in self._tables:
            return token_bytes(LENGTH)
        table = self._tables[name]
        return digest_of(table[key]) if key in table else MISSING

    def _entry(self, id_: str) -> bytes:
        """An entry, without its place in the source, which moves when another entry grows."""
        found = self._entries.get(id_)
        if found is None:
            entry = self._site.library.entries.get(id_)
            found = digest_of(_facts(entry)) if entry else MISSING
            self._entries[id_] = found
        return found

    def _rank(self, id_: str) -> bytes:
        """What decides where an entry stands among others: its rank is another as soon as one is added."""
        entry = self._site.library.entries.get(id_)
        return digest_of((entry.issued, entry.title, entry.language)) if entry else MISSING

    def _people(self, id_: str) -> bytes:
        """Whom the names on an entry stand for."""
        entry = self._site.library.entries.get(id_)
        return digest_of(list(_people(entry, self._site.library))) if entry else MISSING

    def _place(self, id_: str) -> bytes:
        entry = self._site.library.entries.get(id_)
        return digest_of((entry.place.file, entry.place.line)) if entry else MISSING


def _facts(entry: Entry) -> list[tuple[str, object]]:
    """What an entry says, in an order of its own: what it does not say may be there as nothing, or not be there."""
    facts = {**vars(entry), "et_al": sorted(entry.et_al)}
    return [(name, facts[name]) for name in sorted(facts) if facts[name] and name not in APART]


def _people(entry: Entry, library: Library) -> Iterator[str]:
    for names in entry.names.values():
        for name in names:
            printed = name.printed()
            yield library.person_of.get((entry.id, printed)) or library.person_of.get(printed) or ""

"""Entries of the library in one format, as `sitegen export` prints them."""

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from sitegen.formats import Format, Registration, Writing
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.pages import article, pdf
from sitegen.site import Links, Site
from sitegen.text.rich import Text


def export(entries: Sequence[Entry], format_: Format, site: Site, moment: str = "") -> Writing:
    """The text, and what had to be left out of it.

    moment: YYYYMMDDhhmmss in UTC, for formats that say when they were written. Raises SitegenError where the format
    needs what site.toml does not say.
    """
    if not format_.deposit:
        return Writing(format_.write(entries))
    return format_.deposit([_known(entry, site.library) for entry in entries], _registration(entries, site, moment))


def _registration(entries: Sequence[Entry], site: Site, moment: str) -> Registration:
    """Who deposits, and the addresses of these entries' pages where the site knows its own."""
    paths = {("article", entry.id): article.PAGE.path_of(entry.id, site) for entry in entries}
    paths |= {("pdf", entry.id): pdf.PAGE.path_of(entry.id, site) for entry in entries if entry.id in site.pdfs}
    links = Links(paths, site.base_url, site.base_path)
    addresses = {place: links.absolute(*place) for place in paths if site.base_url}
    return Registration(
        site_title=site.config.title,
        crossref=site.config.crossref,
        moment=moment,
        pages={id_: address for (kind, id_), address in addresses.items() if kind == "article"},
        pdfs={id_: address for (kind, id_), address in addresses.items() if kind == "pdf"},
        dois={entry.id: entry.doi for entry in site.library.entries.values() if entry.doi},
    )


def _known(entry: Entry, library: Library) -> Entry:
    """An entry with what people.toml, venues.toml and other entries know of it, where it is silent.

    A journal has the one name that its pages have: an agency takes no other for an ISSN.
    """
    kin = library.kin.get(entry.id, entry.relations)
    names = {}
    for role, printed in entry.names.items():
        people = [(name, library.person(entry, name)) for name in printed]
        names[role] = tuple(
            structs.replace(name, orcid=name.orcid or person.orcid, affiliation=name.affiliation or person.affiliation)
            if person
            else name
            for name, person in people
        )
    venue = library.venue(entry)
    if venue is None or venue.kind != "journal":
        return replace(entry, names=names, relations=kin)
    return replace(
        entry,
        names=names,
        relations=kin,
        issn=entry.issn or venue.issn,
        container_title=_called(entry.container_title, venue.name),
        container_title_short=entry.container_title_short or venue.abbreviation,
        publisher=entry.publisher or entry.publisher.of(venue.publisher),
    )


def _called(title: Text, name: str) -> Text:
    """A journal's title, spelled as its name."""
    return title if title.to_plain() == name else Text.of(name)

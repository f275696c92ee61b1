"""ResourceSync: what a harvester needs to keep a copy of all records and files (ANSI/NISO Z39.99-2017).

A record stands for its work in one format; the other formats say the same, and the library files have them all.
"""

from collections.abc import Iterable, Iterator

from sitegen.pages import PageKind
from sitegen.site import Here, Links, Site
from sitegen.text.media_types import media_type
from sitegen.views.feeds import LONG_AGO, day_of
from sitegen.views.groups import export_key
from sitegen.views.shards import shards
from sitegen.views.sitemaps import Listed, sitemap_index, urlset

RECORD = ".bib"
"""The format that loses nothing."""
DESCRIPTION, CAPABILITIES, RESOURCES, LIBRARY = "description", "capabilitylist", "resourcelist", "resourcelist-library"
WHOLE_UP_TO = 2_000
"""Works whose resources stand in one list, without an index."""
LEAST, MOST = 1_000, 10_000
"""Works in one part of an index."""


def keys(site: Site) -> Iterable[str]:
    """The source's description, its capabilities, the list of resources with its parts; none without an address."""
    if not site.base_url or not site.library.entries:
        return ()
    return (DESCRIPTION, CAPABILITIES, RESOURCES, *_parts(site))


def _parts(site: Site) -> tuple[str, ...]:
    """The parts of the list where it is an index."""
    if not site.more_than(WHOLE_UP_TO):
        return ()
    return (LIBRARY, *(f"{RESOURCES}-{shard.key}" for shard in shards(site.library, LEAST, MOST)))


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """The description where harvesters look for it, the lists at the root, above all that they list."""
    return ".well-known/resourcesync" if key == DESCRIPTION else f"{key}.xml"


def content(key: str, site: Site, here: Here) -> str:
    """One document."""
    if key == DESCRIPTION:
        return urlset([_capability(CAPABILITIES, here.links)], (("capability", DESCRIPTION),))
    if key == CAPABILITIES:
        up = (("up", here.links.absolute("resourcesync", DESCRIPTION)),)
        return urlset([_capability(RESOURCES, here.links)], (("capability", CAPABILITIES),), up)
    about = (("capability", RESOURCES), ("at", f"{_as_of(_listed(key, site), site)}T00:00:00Z"))
    above = RESOURCES if key != RESOURCES else CAPABILITIES
    up = (("index" if key != RESOURCES else "up", here.links.absolute("resourcesync", above)),)
    if key == RESOURCES and (parts := _parts(site)):
        return sitemap_index((Listed(here.links.absolute("resourcesync", part)) for part in parts), about, up)
    return urlset(_resources(key, site, here.links), about, up)


def _capability(name: str, links: Links) -> Listed:
    """A document that offers something."""
    return Listed(links.absolute("resourcesync", name), described=(("capability", name),))


def _as_of(ids: Iterable[str], site: Site) -> str:
    """The day that a list is true for: that of the last change of its works, never that of a build."""
    return max((day_of(site.library.entries[id_]) for id_ in ids), default=LONG_AGO)


def _listed(key: str, site: Site) -> Iterable[str]:
    """The works that a list tells of."""
    if key in (RESOURCES, LIBRARY):
        return site.library.entries
    shard = next(each for each in shards(site.library, LEAST, MOST) if key == f"{RESOURCES}-{each.key}")
    return shard.works(site.library, MOST)


def _resources(key: str, site: Site, links: Links) -> Iterator[Listed]:
    """The resources of one list: all of them, those of the library as a whole, or those of some years."""
    if key in (RESOURCES, LIBRARY):
        day = _as_of(site.library.entries, site)
        for format_ in site.export_formats:
            yield _resource("export", export_key("", "", format_.suffix), format_.media_type, day, site, links)
    if key != LIBRARY:
        yield from _of_works(_listed(key, site), site, links)


def _of_works(ids: Iterable[str], site: Site, links: Links) -> Iterator[Listed]:
    """The record, the PDF and the other files of each work."""
    kind = next((each.media_type for each in site.export_formats if each.suffix == RECORD), "")
    for id_ in ids:
        day = day_of(site.library.entries[id_])
        yield _resource("export", export_key("articles", id_, RECORD), kind, day, site, links)
        if id_ in site.pdfs:
            yield _resource("pdf", id_, "application/pdf", day, site, links)
        for name in site.attachments.get(id_, ()):
            yield _resource("attachment", f"{id_}/{name}", media_type(name), day, site, links)


def _resource(kind: str, key: str, type_: str, day: str, site: Site, links: Links) -> Listed:
    """A file with what tells whether a copy is the same."""
    file = site.finished(links.paths[kind, key])
    said = (("hash", f"sha-256:{file.digest}"), ("length", str(file.size)), ("type", type_))
    return Listed(links.absolute(kind, key), f"{day}T00:00:00Z", tuple(pair for pair in said if pair[1]))


PAGE = PageKind(name="resourcesync", path=path, keys=keys, content=content, late=True, shared=True)

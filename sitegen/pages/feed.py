"""Atom feeds of the site, of people and of venues (RFC 4287)."""

from collections.abc import Iterable
from itertools import islice
from xml.etree.ElementTree import Element, SubElement, tostring

from sitegen import __version__
from sitegen.model.entry import Entry
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.work import plain_title

NAMESPACE = "http://www.w3.org/2005/Atom"
NEWEST = 50


def keys(site: Site) -> Iterable[str]:
    """The site's feed, "", then "authors/id" and "venues/id"; none without an address of the site."""
    if not site.base_url:
        return ()
    library = site.library
    return ("", *(f"authors/{id_}" for id_ in library.people), *(f"venues/{id_}" for id_ in library.venues))


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where a feed stands: beside the page whose works it has."""
    return f"{key}/feed.xml" if key else "feed.xml"


def content(key: str, site: Site, here: Here) -> str:
    """The newest works as Atom."""
    library, links = site.library, here.links
    group, _, id_ = key.partition("/")
    name, page = site.config.title, links.absolute("home")
    if group == "authors":
        ids, name, page = library.by_person[id_], library.people[id_].name.to_plain(), links.absolute("person", id_)
    elif group == "venues":
        ids, name, page = library.by_venue[id_], library.venues[id_].name, links.absolute("venue", id_)
    else:
        ids = tuple(islice(library.entries, NEWEST))
    entries = library.works(ids[:NEWEST])
    tree = Element("feed", xmlns=NAMESPACE)
    SubElement(tree, "id").text = here.absolute()
    SubElement(tree, "title").text = name if name == site.config.title else f"{name} · {site.config.title}"
    SubElement(tree, "updated").text = max((_updated(entry) for entry in entries), default="1970-01-01T00:00:00Z")
    SubElement(SubElement(tree, "author"), "name").text = site.config.title
    SubElement(tree, "link", rel="self", type="application/atom+xml", href=here.absolute())
    SubElement(tree, "link", rel="alternate", type="text/html", href=page)
    SubElement(tree, "generator", version=__version__).text = "sitegen"
    for entry in entries:
        tree.append(_entry(entry, site, here))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(tree, encoding="unicode") + "\n"


def _entry(entry: Entry, site: Site, here: Here) -> Element:
    """One work."""
    url = here.links.absolute("article", entry.id)
    element = Element("entry")
    SubElement(element, "id").text = url
    SubElement(element, "title").text = plain_title(entry)
    SubElement(element, "updated").text = _updated(entry)
    for name in entry.authors[:100]:
        SubElement(SubElement(element, "author"), "name").text = name.to_plain()
    SubElement(element, "link", rel="alternate", type="text/html", href=url)
    for topic in site.library.topics_of.get(entry.id, ()):
        SubElement(element, "category", term=site.library.topics[topic].name)
    summary = " ".join(entry.abstract.to_plain().split())
    if summary:
        SubElement(element, "summary").text = summary
    return element


def _updated(entry: Entry) -> str:
    """When an entry joined the library, else when it was issued; the content alone decides, never the clock."""
    start = entry.issued.start if entry.issued else None
    if entry.added:
        return f"{entry.added}T00:00:00Z"
    if start is None or not 1 <= start.year <= 9999:
        return "1970-01-01T00:00:00Z"
    month = start.month if 1 <= start.month <= 12 else 1
    return f"{start.year:04d}-{month:02d}-{start.day or 1:02d}T00:00:00Z"


PAGE = PageKind(name="feed", path=path, keys=keys, content=content)

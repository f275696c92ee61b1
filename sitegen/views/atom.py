"""A feed as Atom (RFC 4287), with the links of its archives (RFC 5005)."""

from xml.etree.ElementTree import Element, SubElement, tostring

from sitegen import __version__
from sitegen.views.feeds import LONG_AGO, FeedItem, FeedView

NAMESPACE = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
ATOM = "application/atom+xml"


def atom(feed: FeedView) -> str:
    """The feed as a document in UTF-8, ending in a newline."""
    tree = Element("feed", {"xmlns": NAMESPACE} | ({"xml:lang": feed.language} if feed.language else {}))
    SubElement(tree, "id").text = feed.url
    SubElement(tree, "title").text = feed.title
    SubElement(tree, "updated").text = max((item.updated for item in feed.items), default=f"{LONG_AGO}T00:00:00Z")
    SubElement(SubElement(tree, "author"), "name").text = feed.owner
    _link(tree, "self", feed.url, ATOM)
    _link(tree, "alternate", feed.page_url, "text/html")
    for rel, url in (("current", feed.current), ("prev-archive", feed.previous), ("next-archive", feed.following)):
        if url:
            _link(tree, rel, url, ATOM)
    if feed.complete or feed.archive:
        SubElement(tree, "fh:complete" if feed.complete else "fh:archive", {"xmlns:fh": HISTORY})
    SubElement(tree, "generator", version=__version__).text = "sitegen"
    for item in feed.items:
        tree.append(_entry(item))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(tree, encoding="unicode") + "\n"


def _link(tree: Element, rel: str, href: str, kind: str, **more: str) -> None:
    """A link of the feed or of an entry."""
    SubElement(tree, "link", {"rel": rel, "type": kind, "href": href, **more})


def _entry(item: FeedItem) -> Element:
    """One work."""
    element = Element("entry", {"xml:lang": item.language} if item.language else {})
    SubElement(element, "id").text = item.url
    SubElement(element, "title").text = item.title
    SubElement(element, "updated").text = item.updated
    for name in item.names:
        SubElement(SubElement(element, "author"), "name").text = name
    _link(element, "alternate", item.url, "text/html")
    if item.enclosure:
        _link(element, "enclosure", item.enclosure, "application/pdf", length=str(item.enclosure_bytes))
    for topic in item.topics:
        SubElement(element, "category", term=topic)
    if item.summary:
        SubElement(element, "summary").text = item.summary
    return element

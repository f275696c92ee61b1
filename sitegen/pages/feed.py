"""Atom feeds of the site, of people, venues and topics (RFC 4287)."""

from dataclasses import replace

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.atom import atom
from sitegen.views.feeds import archives, feed_keys, feed_view


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where a feed stands: beside the page whose works it has."""
    return f"{key}/feed.xml" if key else "feed.xml"


def content(key: str, site: Site, here: Here) -> str:
    """The newest works; the site's own feed leads on to the archives of all the others."""
    feed = feed_view(key, site, here.links, here.absolute())
    if not key and not feed.complete:
        feed = replace(feed, previous=here.links.absolute("feed_archive", archives(site)[0].key))
    return atom(feed)


PAGE = PageKind(name="feed", path=path, keys=feed_keys, content=content)

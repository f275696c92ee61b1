"""The past of the site's feed, some years to a document, so that a reader can fetch all works (RFC 5005, section 4)."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.atom import atom
from sitegen.views.feeds import MOST_ARCHIVED, FeedView, archives, feed_item


def keys(site: Site) -> Iterable[str]:
    """The shards, newest first."""
    return [shard.key for shard in archives(site)]


def content(key: str, site: Site, here: Here) -> str:
    """The works of one document, without their abstracts, which would make the past heavier than the site."""
    library, links = site.library, here.links
    order = archives(site)
    at = next(number for number, shard in enumerate(order) if shard.key == key)
    works = library.works(order[at].works(library, MOST_ARCHIVED))
    return atom(
        FeedView(
            url=here.absolute(),
            title=f"{site.config.title} · {key}",
            owner=site.config.title,
            page_url=links.absolute("home"),
            items=tuple(feed_item(entry, site, links, summary=False) for entry in works),
            language=site.config.language,
            archive=True,
            current=links.absolute("feed"),
            previous=links.absolute("feed_archive", order[at + 1].key) if at + 1 < len(order) else "",
            following=links.absolute("feed_archive", order[at - 1].key) if at else "",
        )
    )


PAGE = PageKind(name="feed_archive", path="feed-{key}.xml", keys=keys, content=content)

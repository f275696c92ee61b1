"""The feeds once more as JSON Feed 1.1 (jsonfeed.org), which programs read without an XML parser."""

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.text.json_text import compact
from sitegen.views.feeds import FeedItem, feed_keys, feed_view


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where a feed stands: beside the page whose works it has."""
    return f"{key}/feed.json" if key else "feed.json"


def content(key: str, site: Site, here: Here) -> str:
    """The newest works."""
    feed = feed_view(key, site, here.links, here.absolute())
    data: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.owner}],
    }
    items = [_item(item) for item in feed.items]
    return compact(_said(data) | {"items": items}) + "\n"


def _item(item: FeedItem) -> dict[str, object]:
    """One work; an item must have text, so one without an abstract repeats its title."""
    files = [{"url": item.enclosure, "mime_type": "application/pdf", "size_in_bytes": item.enclosure_bytes}]
    return _said(
        {
            "id": item.url,
            "url": item.url,
            "title": item.title,
            "content_text": item.summary or item.title,
            "date_published": item.updated,
            "authors": [{"name": name} for name in item.names],
            "tags": list(item.topics),
            "language": item.language,
            "attachments": files if item.enclosure else [],
        }
    )


def _said(data: dict[str, object]) -> dict[str, object]:
    """An object without what is empty."""
    return {name: value for name, value in data.items() if value}


PAGE = PageKind(name="json_feed", path=path, keys=feed_keys, content=content)

"""What a feed tells, whatever its format: the works that joined or changed last."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from zlib import crc32

from sitegen.model.entry import Entry
from sitegen.site import Here, Links, Site
from sitegen.text.plain import one_line
from sitegen.views.head import Feed
from sitegen.views.shards import Shard, shards
from sitegen.views.standing import announced
from sitegen.views.work import plain_title

NEWEST = 50
LEAST_ARCHIVED, MOST_ARCHIVED = 50, 500
"""Works in one document of the archives."""
MOST_NAMES = 100
LONG_AGO = "1970-01-01"
"""Stands for a date that is not known: the earliest that every program can hold."""
JSON_FEED = "application/feed+json"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One work. url: absolute, of its page, and its id for ever. updated: RFC 3339. enclosure: its local PDF."""

    url: str
    title: str
    updated: str
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    enclosure: str = ""
    enclosure_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed. url: its own address, absolute. page_url: of the page whose works it has.

    complete: whether it holds all there is. archive: whether it is a part of the past, which nobody subscribes to.
    current, previous, following: addresses of the feed, and of the archives before and after; "" for none (RFC 5005).
    """

    url: str
    title: str
    owner: str
    page_url: str
    items: tuple[FeedItem, ...]
    description: str = ""
    language: str = ""
    complete: bool = False
    archive: bool = False
    current: str = ""
    previous: str = ""
    following: str = ""


def feed_keys(site: Site) -> Iterator[str]:
    """The site's feed, "", then "authors/id", "venues/id" and "topics/id"; none without an address of the site."""
    if site.base_url:
        yield ""
        for group, ids in _lists(site).items():
            yield from (f"{group}/{id_}" for id_ in ids)


def _lists(site: Site) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Works by who and what can be followed, by the folder that its page stands in."""
    library = site.library
    return {"authors": library.by_person, "venues": library.by_venue, "topics": library.by_topic}


def archives(site: Site) -> tuple[Shard, ...]:
    """The shards of the past of the site's feed, newest first; none where the feed itself can hold all works."""
    if not site.base_url or not site.more_than(NEWEST):
        return ()
    return shards(site.library, LEAST_ARCHIVED, MOST_ARCHIVED)


def feed_view(key: str, site: Site, links: Links, url: str) -> FeedView:
    """The newest works of one feed."""
    library, config = site.library, site.config
    group, _, id_ = key.partition("/")
    name, page = config.title, links.absolute("home")
    ids: Iterable[str] = library.entries
    if group:
        ids = _lists(site)[group][id_]
        name, page = _followed(group, id_, site, links)
    entries = nlargest(NEWEST, (library.entries[each] for each in ids), key=day_of)
    return FeedView(
        url=url,
        title=f"{name} · {config.title}" if group else name,
        owner=config.title,
        page_url=page,
        items=tuple(feed_item(entry, site, links) for entry in entries),
        description=config.description,
        language=config.language,
        complete=len(library.entries if not group else _lists(site)[group][id_]) <= NEWEST,
    )


def _followed(group: str, id_: str, site: Site, links: Links) -> tuple[str, str]:
    """The name and the page of whom or what a feed is about."""
    library = site.library
    if group == "authors":
        return library.people[id_].name.to_plain(), links.absolute("person", id_)
    if group == "venues":
        return library.venues[id_].name, links.absolute("venue", id_)
    return library.topics[id_].name, links.absolute("topic", id_)


def feed_item(entry: Entry, site: Site, links: Links, *, summary: bool = True) -> FeedItem:
    """One work; what was retracted or withdrawn says so."""
    pdf = site.pdfs.get(entry.id)
    title = one_line(plain_title(entry))
    return FeedItem(
        url=links.absolute("article", entry.id),
        title=announced(entry, title, site.words),
        updated=moment(entry),
        names=tuple(one_line(name.to_plain()) for name in entry.authors[:MOST_NAMES]),
        topics=tuple(site.library.topics[topic].name for topic in site.library.topics_of.get(entry.id, ())),
        summary=one_line(entry.abstract.to_plain()) if summary else "",
        language=entry.language,
        enclosure=links.absolute("pdf", entry.id) if pdf else "",
        enclosure_bytes=pdf.size if pdf else 0,
    )


def day_of(entry: Entry) -> str:
    """The day by which feeds sort: when an entry changed or joined the library, else when it was issued.

    The content alone decides, never the clock. What is older than feeds can say becomes 1970.
    """
    start = entry.issued.start if entry.issued else None
    if entry.changed:
        return entry.changed
    if start is None or not 1970 <= start.year <= 9999:
        return LONG_AGO
    return f"{start.year}-{start.month if 1 <= start.month <= 12 else 1:02d}-{start.day or 1:02d}"


def moment(entry: Entry) -> str:
    """The day with a time that is the entry's own, because no two entries of a feed should have changed at once."""
    minutes, seconds = divmod(crc32(entry.id.encode("utf-8", "replace")) % 86_400, 60)
    return f"{day_of(entry)}T{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}Z"


def feeds_of(key: str, name: str, here: Here) -> tuple[Feed, ...]:
    """The feeds of a page, as seen from it: Atom, then JSON Feed; none where the site has none."""
    if not here.has("feed", key):
        return ()
    atom, json_feed = here.to("feed", key), here.to("json_feed", key)
    return Feed(name, atom), Feed(f"{name} (JSON Feed)", json_feed, JSON_FEED)

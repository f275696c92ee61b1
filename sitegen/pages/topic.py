"""A topic: its works by year, and the topics it meets."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.facets import list_filter, quoted
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, downloads, people_aside, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing
from sitegen.views.parts import all_part_keys, key_and_number, numbered, parts, shown
from sitegen.views.references import as_references
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every keyword of a work."""
    return all_part_keys((id_, len(site.library.by_topic[id_])) for id_ in site.library.topics)


def content(key: str, site: Site, here: Here) -> Listing:
    """One topic's page."""
    key, number = key_and_number(key)
    topic = site.library.topics[key]
    say = site.words.say
    works = shown("by_topic", key, number, site, here.links)
    statements = works.summary
    feeds = feeds_of(f"topics/{key}", topic.name, here)
    related = topics_aside(works.every, site, here, without=key)
    return Listing(
        head=Head(
            title=numbered(topic.name, number, site),
            description=f"{topic.name}: {statements[0]} · {site.config.title}",
            canonical=here.absolute(),
            alternates=feeds,
        ),
        eyebrow=say(_("Topic")),
        heading=topic.name,
        crumbs=(Crumb(say(_("Topics")), here.to("topics")),),
        summary=statements,
        groups=as_references(by_year(works.entries, site, here), "topic", site),
        filter=list_filter(works.entries, works.total, quoted("topic", topic.name), site, here),
        parts=parts("topic", key, works.total, number, site, here),
        asides=tuple(
            aside for aside in (related, people_aside(say(_("Authors")), works.every, site, here)) if aside.values
        ),
        downloads=downloads("topics", key, site, here),
        feed=next(iter(feeds), None),
    )


PAGE = PageKind(
    name="topic",
    path="topics/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="topics",
    lane=2,
)

"""A topic: its works by year, and the topics it meets."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, downloads, people_aside, summary, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every keyword of a work."""
    return site.library.topics


def content(key: str, site: Site, here: Here) -> Listing:
    """One topic's page."""
    topic = site.library.topics[key]
    say = site.words.say
    entries = site.library.works(site.library.by_topic[key])
    statements = summary(entries, site)
    feeds = feeds_of(f"topics/{key}", topic.name, here)
    related = topics_aside(entries, site, here, without=key)
    return Listing(
        head=Head(
            title=topic.name,
            description=f"{topic.name}: {statements[0]} · {site.config.title}",
            canonical=here.absolute(),
            alternates=feeds,
        ),
        eyebrow=say(_("Topic")),
        heading=topic.name,
        crumbs=(Crumb(say(_("Topics")), here.to("topics")),),
        summary=statements,
        groups=by_year(entries, site, here),
        asides=tuple(
            aside for aside in (related, people_aside(say(_("Authors")), entries, site, here)) if aside.values
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

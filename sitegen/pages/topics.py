"""All topics, A to Z."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import letters
from sitegen.views.head import Head
from sitegen.views.listing import Count, Index
from sitegen.views.trends import topic_trends
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where there is any topic."""
    return ("",) if site.library.topics else ()


def content(key: str, site: Site, here: Here) -> Index:  # noqa: ARG001 -- the shape of `content`
    """The index of topics."""
    library, words = site.library, site.words
    topics = tuple(library.topics.values())
    counts = [Count(topic.name, len(library.by_topic[topic.id]), here.to("topic", topic.id)) for topic in topics]
    number = words.count("%(num)s topic", "%(num)s topics", len(topics))
    return Index(
        head=Head(
            title=words.say(_("Topics")), description=f"{number} · {site.config.title}", canonical=here.absolute()
        ),
        heading=words.say(_("Topics")),
        lead=number,
        letters=letters(counts, [topic.name for topic in topics], site.config.language),
        trends=topic_trends(site, here),
    )


PAGE = PageKind(
    name="topics",
    path="topics/index.html",
    keys=keys,
    content=content,
    template="index_list.html",
    section="topics",
    nav=_("Topics"),
    nav_order=40,
)

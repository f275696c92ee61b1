"""All topics, A to Z."""

from collections.abc import Iterable
from functools import partial

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.letters import Filing, filing, index_parts, letters
from sitegen.views.listing import Count, Index
from sitegen.views.parts import key_and_number, numbered, part_keys, part_path
from sitegen.views.places import how_many
from sitegen.views.trends import topic_trends
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, more where there are many; none where there is no topic."""
    return part_keys("", len(site.library.topics)) if site.library.topics else ()


def content(key: str, site: Site, here: Here) -> Index:
    """The index of topics."""
    library, words = site.library, site.words
    order = site.once(("filing", "topics"), lambda: _filing(site))
    number = words.count("%(num)s topic", "%(num)s topics", len(library.topics))
    return Index(
        head=Head(
            title=numbered(words.say(_("Topics")), key_and_number(key)[1], site),
            description=f"{number} · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=words.say(_("Topics")),
        lead=number,
        letters=letters(order, "topics", key, partial(_count, site, here), here),
        parts=index_parts(order, "topics", key, here),
        trends=None if key else topic_trends(site, here),
    )


def _filing(site: Site) -> Filing:
    """Topics in the order of their names."""
    topics = site.library.topics.values()
    return filing(((topic.id, topic.name) for topic in topics), site.config.language, titles=True)


def _count(site: Site, here: Here, id_: str) -> Count:
    """A topic's line."""
    return Count(site.library.topics[id_].name, site.ask(how_many, here.links, "by_topic", id_), here.to("topic", id_))


PAGE = PageKind(
    name="topics",
    path=partial(part_path, "topics"),
    keys=keys,
    content=content,
    template="index_list.html",
    section="topics",
    nav=_("Topics"),
    nav_order=40,
)

"""All types of works."""

from collections.abc import Iterable
from functools import partial

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.letters import Filing, filing, letters
from sitegen.views.listing import Count, Index
from sitegen.views.places import how_many
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where there is any work."""
    return ("",) if site.library.by_type else ()


def content(key: str, site: Site, here: Here) -> Index:
    """The index of types."""
    words = site.words
    return Index(
        head=Head(
            title=words.say(_("Types")),
            description=f"{words.say(_('Types'))} · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=words.say(_("Types")),
        letters=letters(_filing(site), "types", key, partial(_count, site, here), here),
    )


def _filing(site: Site) -> Filing:
    """Types in the order of their names."""
    return filing(((kind, site.words.type_names(kind)) for kind in site.library.by_type), site.config.language)


def _count(site: Site, here: Here, kind: str) -> Count:
    """A type's line."""
    return Count(site.words.type_names(kind), site.ask(how_many, here.links, "by_type", kind), here.to("type", kind))


PAGE = PageKind(
    name="types", path="types/index.html", keys=keys, content=content, template="index_list.html", section="home"
)

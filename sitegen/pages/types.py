"""All types of works."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import letters
from sitegen.views.head import Head
from sitegen.views.listing import Count, Index
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where there is any work."""
    return ("",) if site.library.by_type else ()


def content(key: str, site: Site, here: Here) -> Index:  # noqa: ARG001 -- the shape of `content`
    """The index of types."""
    words = site.words
    counts = [
        Count(words.type_names(kind), len(ids), here.to("type", kind)) for kind, ids in site.library.by_type.items()
    ]
    return Index(
        head=Head(
            title=words.say(_("Types")),
            description=f"{words.say(_('Types'))} · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=words.say(_("Types")),
        letters=letters(counts, [count.label for count in counts], site.config.language),
    )


PAGE = PageKind(
    name="types", path="types/index.html", keys=keys, content=content, template="index_list.html", section="home"
)

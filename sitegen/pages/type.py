"""The works of one type."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.facets import list_filter, quoted
from sitegen.views.groups import by_year, topics_named
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing
from sitegen.views.parts import all_part_keys, key_and_number, numbered, parts, shown
from sitegen.views.places import topics_among
from sitegen.views.references import as_references
from sitegen.words import _

TOPICS = 12
"""The most frequent topics of a type that its page names."""


def keys(site: Site) -> Iterable[str]:
    """Every CSL type that a work has."""
    return all_part_keys((kind, len(ids)) for kind, ids in site.library.by_type.items())


def content(key: str, site: Site, here: Here) -> Listing:
    """One type's page."""
    key, number = key_and_number(key)
    say = site.words.say
    works = shown("by_type", key, number, site, here.links)
    label, statements = site.words.type_names(key), works.summary
    frequent = site.ask(topics_among, here.links, "by_type", key, TOPICS) if number == 1 else ()
    topics = topics_named(frequent, site, here)
    return Listing(
        head=Head(
            title=numbered(label, number, site),
            description=f"{label}: {statements[0]} · {site.config.title}",
            canonical=here.absolute(),
        ),
        eyebrow=say(_("Type")),
        heading=label,
        crumbs=(Crumb(say(_("Works")), here.to("home")), Crumb(say(_("Types")), here.to("types"))),
        summary=statements,
        groups=as_references(by_year(works.entries, site, here), "type", site),
        filter=list_filter(works.entries, works.total, quoted("type", site.words.type_name(key)), site, here),
        parts=parts("type", key, works.total, number, site, here),
        asides=(topics,) if topics.values else (),
    )


PAGE = PageKind(
    name="type",
    path="types/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="home",
    lane=2,
)

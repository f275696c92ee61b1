"""The works of one type."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import by_year, summary, topics_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Listing
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Every CSL type that a work has."""
    return site.library.by_type


def content(key: str, site: Site, here: Here) -> Listing:
    """One type's page."""
    say = site.words.say
    entries = site.library.works(site.library.by_type[key])
    label, statements = site.words.type_names(key), summary(entries, site)
    topics = topics_aside(entries, site, here)
    return Listing(
        head=Head(
            title=label, description=f"{label}: {statements[0]} · {site.config.title}", canonical=here.absolute()
        ),
        eyebrow=say(_("Type")),
        heading=label,
        crumbs=(Crumb(say(_("Works")), here.to("home")), Crumb(say(_("Types")), here.to("types"))),
        summary=statements,
        groups=by_year(entries, site, here),
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

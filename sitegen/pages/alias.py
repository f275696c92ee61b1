"""Former addresses of works, which lead to the present ones."""

from collections.abc import Iterable, Mapping

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.text.slugs import slug
from sitegen.views.head import Head
from sitegen.views.redirect import Redirect
from sitegen.views.work import plain_title


def keys(site: Site) -> Iterable[str]:
    """The ids that works had before, where no work has them now."""
    return _targets(site)


def content(key: str, site: Site, here: Here) -> Redirect:
    """A page that leads on, kept out of search engines."""
    entry = site.library.entries[_targets(site)[key]]
    title = plain_title(entry)
    return Redirect(
        head=Head(title=title, canonical=here.links.absolute("article", entry.id), indexed=False),
        title=title,
        url=here.to("article", entry.id),
    )


def _targets(site: Site) -> Mapping[str, str]:
    """Present ids by former ones."""
    entries = site.library.entries
    found: dict[str, str] = {}
    for entry in entries.values():
        for alias in entry.aliases:
            if slug(alias) not in entries:
                found.setdefault(slug(alias), entry.id)
    return found


PAGE = PageKind(
    name="alias", path="articles/{key}/index.html", keys=keys, content=content, template="redirect.html", section="home"
)

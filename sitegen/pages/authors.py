"""All names of a work that has too many of them for its own page."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.article import AuthorsPage
from sitegen.views.credits import MOST_ON_PAGE, all_credits
from sitegen.views.head import Crumb, Head
from sitegen.views.work import foreign, plain_title, shown_title
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """Works with more names in one role than a page holds."""
    return [
        entry.id
        for entry in site.library.entries.values()
        if any(len(names) > MOST_ON_PAGE for names in entry.names.values())
    ]


def content(key: str, site: Site, here: Here) -> AuthorsPage:
    """The names of one work, role by role."""
    entry = site.library.entries[key]
    say = site.words.say
    title = plain_title(entry)
    return AuthorsPage(
        head=Head(
            title=say(_("Authors of %(title)s")) % {"title": title},
            description=say(_("Authors of %(title)s")) % {"title": title},
            canonical=here.absolute(),
        ),
        crumbs=(Crumb(say(_("Works")), here.to("home")), Crumb(title, here.to("article", key))),
        title=shown_title(entry),
        language=foreign(entry.language, site),
        credits=all_credits(entry, site, here),
        number=sum(len(names) for names in entry.names.values()),
    )


PAGE = PageKind(
    name="authors",
    path="articles/{key}/authors/index.html",
    keys=keys,
    content=content,
    template="authors.html",
    section="home",
)

"""Everyone whose name stands on a work, A to Z."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import letters
from sitegen.views.head import Head
from sitegen.views.listing import Count, Index
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, where there is anybody."""
    return ("",) if site.library.people else ()


def content(key: str, site: Site, here: Here) -> Index:  # noqa: ARG001 -- the shape of `content`
    """The index of people, by family name."""
    library = site.library
    people = tuple(library.people.values())
    counts = [
        Count(person.name.to_display(), len(library.by_person[person.id]), here.to("person", person.id))
        for person in people
    ]
    return Index(
        head=Head(
            title=site.words.say(_("Authors")),
            description=site.words.count("%(num)s person", "%(num)s people", len(people)) + f" · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=site.words.say(_("Authors")),
        lead=site.words.count("%(num)s person", "%(num)s people", len(people)),
        letters=letters(counts, [person.name.to_inverted() for person in people], None),
    )


PAGE = PageKind(
    name="people",
    path="authors/index.html",
    keys=keys,
    content=content,
    template="index_list.html",
    section="people",
    nav=_("Authors"),
    nav_order=20,
)

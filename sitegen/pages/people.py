"""Everyone whose name stands on a work, A to Z."""

from collections.abc import Iterable
from functools import partial

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head
from sitegen.views.letters import Filing, filing, index_parts, letters
from sitegen.views.listing import Count, Index
from sitegen.views.parts import key_and_number, numbered, part_keys, part_path
from sitegen.views.places import how_many
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One page, more where there are many; none where there is nobody."""
    return part_keys("", len(site.library.people)) if site.library.people else ()


def content(key: str, site: Site, here: Here) -> Index:
    """The index of people, by family name."""
    library = site.library
    people = library.people
    order = site.once(("filing", "people"), lambda: _filing(site))
    return Index(
        head=Head(
            title=numbered(site.words.say(_("Authors")), key_and_number(key)[1], site),
            description=site.words.count("%(num)s person", "%(num)s people", len(people)) + f" · {site.config.title}",
            canonical=here.absolute(),
        ),
        heading=site.words.say(_("Authors")),
        lead=site.words.count("%(num)s person", "%(num)s people", len(people)),
        letters=letters(order, "people", key, partial(_count, site, here), here),
        parts=index_parts(order, "people", key, here),
    )


def _filing(site: Site) -> Filing:
    """People in the order of their family names."""
    people = site.library.people.values()
    return filing(((person.id, person.name.to_filed()) for person in people), site.config.language)


def _count(site: Site, here: Here, id_: str) -> Count:
    """A person's line."""
    return Count(
        site.library.people[id_].name.to_display(),
        site.ask(how_many, here.links, "by_person", id_),
        here.to("person", id_),
    )


PAGE = PageKind(
    name="people",
    path=partial(part_path, "authors"),
    keys=keys,
    content=content,
    template="index_list.html",
    section="people",
    nav=_("Authors"),
    nav_order=20,
)

"""Whose names stand on a work, role by role."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.site import Here, Site
from sitegen.text import addresses
from sitegen.views.article import Credit, Credits
from sitegen.words import _

MOST_SHOWN = 12
MOST_ON_PAGE = 50
FIRST_BEFORE_FOLD = 10
FIRST_OF_MANY = 6

ROLES = {
    "author": (_("Author"), _("Authors")),
    "editor": (_("Edited by"), _("Edited by")),
    "translator": (_("Translated by"), _("Translated by")),
    "container_author": (_("In a book by"), _("In a book by")),
    "collection_editor": (_("Series editor"), _("Series editors")),
    "editorial_director": (_("Editorial director"), _("Editorial directors")),
    "director": (_("Directed by"), _("Directed by")),
    "compiler": (_("Compiled by"), _("Compiled by")),
    "illustrator": (_("Illustrated by"), _("Illustrated by")),
    "commentator": (_("With a commentary by"), _("With a commentary by")),
    "annotator": (_("Annotated by"), _("Annotated by")),
    "introduction": (_("With an introduction by"), _("With an introduction by")),
    "foreword": (_("With a foreword by"), _("With a foreword by")),
    "afterword": (_("With an afterword by"), _("With an afterword by")),
    "contributor": (_("With contributions by"), _("With contributions by")),
    "organizer": (_("Organised by"), _("Organised by")),
    "holder": (_("Patent holder"), _("Patent holders")),
    "reviewed_author": (_("Review of a work by"), _("Review of a work by")),
    "original_author": (_("Originally by"), _("Originally by")),
    "interviewer": (_("Interviewed by"), _("Interviewed by")),
    "composer": (_("Composed by"), _("Composed by")),
    "performer": (_("Performed by"), _("Performed by")),
}
"""Label for one name and for several, by CSL role (CSL 1.0.2, appendix IV, and BibLaTeX's), in this order."""


MARKS = {"equal": ("*", _("Equal contribution")), "corresponding": ("†", _("Corresponding author"))}
"""Sign and meaning by mark (`Name.marks`)."""
SIGNS = "‡§¶‖"
"""Signs for marks in the author's own words; where they run out, the words stand beside the name."""
Signs = Mapping[str, tuple[str, str]]


def credits_view(entry: Entry, site: Site, here: Here) -> tuple[Credits, ...]:
    """The names of a work for its own page: all up to 12, the others in a fold, more than 50 on a page of their own."""
    return tuple(_fitted(role, entry, site, here) for role in _roles(entry))


def all_credits(entry: Entry, site: Site, here: Here) -> tuple[Credits, ...]:
    """All names of a work."""
    return tuple(_whole(role, entry, site, here) for role in _roles(entry))


def _whole(role: str, entry: Entry, site: Site, here: Here) -> Credits:
    """All names of one role."""
    names = entry.names[role]
    signs = _signs(names, site)
    return Credits(
        role,
        _label(role, names, site),
        _each(entry, names, signs, site, here),
        et_al=role in entry.et_al,
        legend=tuple(signs.values()),
    )


def _roles(entry: Entry) -> list[str]:
    """The roles of a work, the ones sitegen knows in their order, then any others."""
    known = [role for role in ROLES if entry.names.get(role)]
    return known + sorted(role for role, names in entry.names.items() if names and role not in ROLES)


def _fitted(role: str, entry: Entry, site: Site, here: Here) -> Credits:
    """The names of one role as far as they fit."""
    names = entry.names[role]
    if len(names) <= MOST_SHOWN:
        return _whole(role, entry, site, here)
    if len(names) <= MOST_ON_PAGE:
        whole = _whole(role, entry, site, here)
        every = whole.shown
        return replace(whole, shown=every[:FIRST_BEFORE_FOLD], folded=every[FIRST_BEFORE_FOLD:])
    first = names[:FIRST_OF_MANY]
    signs = _signs(first, site)
    return Credits(
        role,
        _label(role, names, site),
        _each(entry, first, signs, site, here),
        more=len(names) - FIRST_OF_MANY,
        more_url=here.to("authors", entry.id),
        et_al=role in entry.et_al,
        legend=tuple(signs.values()),
    )


def _signs(names: Sequence[Name], site: Site) -> dict[str, tuple[str, str]]:
    """For each mark beside a name its sign and what that means; the author's own words get the signs that are left."""
    left = iter(SIGNS)
    found: dict[str, tuple[str, str]] = {}
    for mark in (mark for name in names for mark in name.marks):
        if mark not in found:
            known = MARKS.get(mark)
            found[mark] = (known[0], site.words.say(known[1])) if known else (next(left, mark), mark)
    return {mark: said for mark, said in found.items() if said[0] != said[1]}


def _label(role: str, names: Sequence[Name], site: Site) -> str:
    """What a role is called."""
    one, many = ROLES.get(role, (role.replace("_", " ").capitalize(),) * 2)
    return site.words.say(one if len(names) == 1 else many)


def _each(entry: Entry, names: Sequence[Name], signs: Signs, site: Site, here: Here) -> tuple[Credit, ...]:
    """Names with their people's pages."""
    return tuple(_credit(name, entry, signs, site, here) for name in names)


def _credit(name: Name, entry: Entry, signs: Signs, site: Site, here: Here) -> Credit:
    """One name."""
    person = site.library.person(entry, name)
    orcid = name.orcid or (person.orcid if person else "")
    return Credit(
        name=name.to_display(),
        url=here.to("person", person.id) if person else "",
        orcid_url=addresses.orcid_url(orcid) if orcid else "",
        affiliation=name.affiliation,
        marks=tuple(signs[mark][0] if mark in signs else mark for mark in name.marks),
        me=person is not None and person.is_me,
    )

"""A person: the works, whom they were written with, what they are about."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model.person import Person
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.text import addresses
from sitegen.views.coauthors import coauthors
from sitegen.views.facets import list_filter, quoted
from sitegen.views.feeds import feeds_of
from sitegen.views.groups import by_year, downloads, people_aside, topics_aside, venues_aside
from sitegen.views.head import Crumb, Head
from sitegen.views.listing import Fact, Listing
from sitegen.views.parts import all_part_keys, key_and_number, numbered, parts, shown
from sitegen.views.references import as_references
from sitegen.views.timeline import timeline, years_of
from sitegen.views.web import profile
from sitegen.words import _

FEWEST_BARS = 4
"""The years of fewer works are seen in the list at a glance."""


def keys(site: Site) -> Iterable[str]:
    """Everyone whose name stands on a work."""
    return all_part_keys((id_, len(site.library.by_person[id_])) for id_ in site.library.people)


def content(key: str, site: Site, here: Here) -> Listing:
    """One person's page."""
    key, number = key_and_number(key)
    person = site.library.people[key]
    say = site.words.say
    works = shown("by_person", key, number, site, here.links)
    statements = works.summary
    name = person.name.to_display()
    feeds = feeds_of(f"authors/{key}", name, here)
    circle = coauthors(key, works.every, site, here)
    picture = Crumb(say(_("As a picture")), "#coauthors") if circle else None
    return Listing(
        head=Head(
            title=numbered(person.name.to_plain(), number, site),
            description=say(_("%(name)s: %(works)s in %(title)s."))
            % {"name": name, "works": statements[0], "title": site.config.title},
            canonical=here.absolute(),
            data=(profile(person, here.absolute()),) if here.absolute() else (),
            alternates=feeds,
        ),
        eyebrow=say(_("Organisation")) if person.name.is_institution else say(_("Author")),
        heading=name,
        crumbs=(Crumb(say(_("Authors")), here.to("people")),),
        summary=statements,
        variants=person.variants,
        facts=_facts(person, site),
        groups=as_references(by_year(works.entries, site, here, cited=True), "person", site),
        filter=list_filter(works.entries, works.total, quoted("author", person.name.to_plain()), site, here),
        parts=parts("person", key, works.total, number, site, here),
        asides=tuple(
            aside
            for aside in (
                replace(people_aside(say(_("Wrote with")), works.every, site, here, without=key), more=picture),
                topics_aside(works.every, site, here),
                venues_aside(works.every, site, here),
            )
            if aside.values
        ),
        downloads=downloads("authors", key, site, here),
        feed=next(iter(feeds), None),
        timeline=timeline(years_of(works.every), site, here, complete=len(works.entries) == works.total)
        if len(works.every) >= FEWEST_BARS
        else (),
        circle=circle,
    )


def _facts(person: Person, site: Site) -> tuple[Fact, ...]:
    """Affiliation, identifier and home page, where the owner has given them."""
    say = site.words.say
    facts = (
        Fact(say(_("Affiliation")), person.affiliation),
        Fact(say(_("ORCID iD")), person.orcid, addresses.orcid_url(person.orcid) if person.orcid else ""),
        Fact(say(_("Home page")), person.homepage, person.homepage),
    )
    return tuple(fact for fact in facts if fact.value)


PAGE = PageKind(
    name="person",
    path="authors/{key}/index.html",
    keys=keys,
    content=content,
    template="listing.html",
    section="people",
    lane=2,
)

"""JSON-LD of pages that are not works (schema.org): the site, people, venues, lists."""

from collections.abc import Iterable, Mapping

from sitegen.model.person import Person
from sitegen.model.venue import Venue
from sitegen.site import Site
from sitegen.text import addresses

CONTEXT = "https://schema.org"


def website(site: Site) -> Mapping[str, object]:
    """The site itself (schema.org/WebSite), with its search (SearchAction)."""
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": site.config.title,
        "url": site.base_url,
        "inLanguage": site.config.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site.base_url}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    if site.config.description:
        data["description"] = site.config.description
    return data


def profile(person: Person, url: str) -> Mapping[str, object]:
    """A person or institution (schema.org/ProfilePage)."""
    entity: dict[str, object] = {
        "@type": "Organization" if person.name.is_institution else "Person",
        "name": person.name.to_plain(),
    }
    if person.variants:
        entity["alternateName"] = list(person.variants)
    same = [
        address for address in (addresses.orcid_url(person.orcid) if person.orcid else "", person.homepage) if address
    ]
    if same:
        entity["sameAs"] = same
    if person.affiliation:
        entity["affiliation"] = {"@type": "Organization", "name": person.affiliation}
    return {"@context": CONTEXT, "@type": "ProfilePage", "url": url, "mainEntity": entity}


def volume(venue: Venue, venue_url: str, number: str, issues: Iterable[str], url: str) -> Mapping[str, object]:
    """A volume of a periodical with its issues (schema.org/PublicationVolume and PublicationIssue)."""
    whole: dict[str, object] = {"@type": "Periodical", "name": venue.name, "url": venue_url}
    if venue.issn:
        whole["issn"] = list(venue.issn)
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "PublicationVolume",
        "name": f"{venue.name} {number}",
        "volumeNumber": number,
        "url": url,
        "isPartOf": whole,
    }
    parts = [{"@type": "PublicationIssue", "issueNumber": issue} for issue in issues if issue]
    return data | {"hasPart": parts} if parts else data


def periodical(venue: Venue, url: str) -> Mapping[str, object]:
    """A venue (schema.org/Periodical or Book)."""
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "Periodical" if venue.kind == "journal" else "Book",
        "name": venue.name,
        "url": url,
    }
    if venue.issn and venue.kind == "journal":
        data["issn"] = list(venue.issn)
    if venue.abbreviation:
        data["alternateName"] = venue.abbreviation
    if venue.publisher:
        data["publisher"] = {"@type": "Organization", "name": venue.publisher}
    return data

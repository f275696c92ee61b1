"""The details of a work: everything the source says that a reader may look up."""

from collections.abc import Iterator

from sitegen.model.entry import Entry
from sitegen.model.venue import volume_key
from sitegen.site import Here, Site
from sitegen.text import addresses
from sitegen.views.listing import Fact
from sitegen.views.work import foreign, plain_title
from sitegen.words import _

PUBLISHERS = {"thesis": _("Institution"), "report": _("Institution")}


def article_facts(entry: Entry, site: Site, here: Here) -> tuple[Fact, ...]:
    """The details of one work, without those that are empty."""
    facts = (*_when_and_where(entry, site, here), *_printing(entry, site), *_identifiers(entry, site))
    return tuple(fact for fact in facts if fact.value)


def _when_and_where(entry: Entry, site: Site, here: Here) -> Iterator[Fact]:
    """Dates and the container with its parts."""
    say, date, digits = site.words.say, site.words.date, site.words.digits
    yield Fact(say(_("Published")), date(entry.issued) if entry.issued else "")
    yield Fact(say(_("First published")), date(entry.original_date) if entry.original_date else "")
    yield Fact(say(_("Online since")), date(entry.available_date) if entry.available_date else "")
    venue = site.library.venue(entry)
    language = foreign(entry.language, site)
    if venue:
        yield Fact(say(_("Venue")), venue.name, here.to("venue", venue.id), language=foreign(venue.language, site))
    yield from _wholes(entry, site, here)
    volume = volume_key(venue.id if venue else None, entry)
    yield Fact(say(_("Volume")), digits(entry.volume), here.to("volume", volume) if volume else "")
    yield Fact(say(_("Volume title")), entry.volume_title.to_plain(), language=language)
    yield Fact(say(_("Issue")), " ".join(part for part in (digits(entry.issue), entry.issue_title.to_plain()) if part))
    yield Fact(say(_("Section")), entry.section)
    yield Fact(say(_("Chapter")), digits(entry.chapter_number))
    yield Fact(say(_("Pages")), digits(entry.page))
    yield Fact(say(_("Article number") if entry.type.startswith("article") else _("Number")), digits(entry.number))
    yield Fact(
        say(_("Conference")),
        site.words.comma.join(part for part in (entry.event_title.to_plain(), entry.event_place) if part),
    )
    yield Fact(say(_("Conference date")), date(entry.event_date) if entry.event_date else "")


def _wholes(entry: Entry, site: Site, here: Here) -> Iterator[Fact]:
    """What the work is part of and has a page of its own."""
    library = site.library
    for relation in library.kin.get(entry.id, ()):
        if relation.kind == "part_of":
            whole = library.entries[relation.id]
            language = foreign(whole.language, site)
            yield Fact(
                site.words.say(_("Part of")), plain_title(whole), here.to("article", whole.id), language=language
            )


def _printing(entry: Entry, site: Site) -> Iterator[Fact]:
    """What was printed, by whom, in which form."""
    say, digits = site.words.say, site.words.digits
    series = (entry.collection_title.to_plain(), digits(entry.collection_number))
    yield Fact(say(_("Series")), site.words.comma.join(part for part in series if part))
    yield Fact(say(PUBLISHERS.get(entry.type, _("Publisher"))), entry.publisher.to_plain())
    yield Fact(say(_("Place")), entry.publisher_place)
    yield Fact(say(_("Edition")), digits(entry.edition))
    yield Fact(say(_("Version")), entry.version)
    yield Fact(say(_("Volumes")), digits(entry.number_of_volumes))
    yield Fact(say(_("Number of pages")), digits(entry.number_of_pages))
    yield Fact(say(_("Original title")), entry.original_title.to_plain())
    yield Fact(say(_("Type")), site.words.type_name(entry.type, entry.genre))
    yield Fact(say(_("Language")), site.words.language_name(entry.language) if entry.language else "")
    yield Fact(say(_("Licence")), entry.licence, addresses.web_address(entry.licence))


def _identifiers(entry: Entry, site: Site) -> Iterator[Fact]:
    """Identifiers, each built into a link from its validated value; then the citation key."""
    if entry.doi:
        yield Fact("DOI", entry.doi, addresses.doi_url(entry.doi))
    for number in entry.isbn:
        yield Fact("ISBN", number)
    for number in entry.issn:
        yield Fact("ISSN", number)
    for scheme, value in entry.identifiers.items():
        yield Fact(
            addresses.SCHEMES_OF_IDENTIFIERS[scheme][0] if scheme in addresses.SCHEMES_OF_IDENTIFIERS else scheme,
            value,
            addresses.identifier_url(scheme, value),
        )
    yield Fact(site.words.say(_("Citation key")), entry.key, code=True)

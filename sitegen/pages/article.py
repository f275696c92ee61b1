"""A work: its abstract, its files, its citation, and what stands near it."""

from collections.abc import Iterable
from functools import partial

from sitegen.citing import shown_references
from sitegen.formats import Format
from sitegen.metadata import in_order
from sitegen.model.date import year_key
from sitegen.model.entry import Entry
from sitegen.pages import PageKind
from sitegen.site import Here, Site, address_of
from sitegen.views.article import AbstractView, ArticlePage, Picture, Record, Reference, Related
from sitegen.views.buttons import buttons
from sitegen.views.credits import credits_view
from sitegen.views.details import article_facts
from sitegen.views.groups import export_key
from sitegen.views.head import Crumb, Feed, Head, description_of
from sitegen.views.kinship import kinships
from sitegen.views.landing import landing
from sitegen.views.listing import Count, LateCount
from sitegen.views.neighbours import neighbours
from sitegen.views.places import how_many
from sitegen.views.records import brief_record
from sitegen.views.related import related
from sitegen.views.standing import STANDINGS
from sitegen.views.statuses import statuses
from sitegen.views.work import brief_view, details, foreign, plain_title, shown_title
from sitegen.words import _, direction

MOST_IN_RECORD = 200
"""Names in one role up to which a record is shown on the page."""


def keys(site: Site) -> Iterable[str]:
    """Every entry."""
    return site.library.entries


def content(key: str, site: Site, here: Here) -> ArticlePage:
    """One work's page."""
    entry = site.library.entries[key]
    venue = site.library.venue(entry)
    language = foreign(entry.language, site)
    return ArticlePage(
        head=_head(entry, site, here),
        key=entry.key,
        scripts=(here.to("asset", "cite.js"),),
        crumbs=_crumbs(entry, site, here),
        eyebrow=_eyebrow(entry, site),
        title=shown_title(entry),
        plain_title=plain_title(entry),
        language=language,
        direction=direction(language) if language else "",
        statuses=statuses(entry, site, here),
        credits=credits_view(entry, site, here),
        venue=venue.name if venue else entry.publisher.to_plain(),
        venue_url=here.to("venue", venue.id) if venue else "",
        venue_language=foreign(venue.language, site) if venue else language,
        source=details(entry, site),
        apart=not entry.container_title,
        date=site.words.date(entry.issued) if entry.issued else "",
        awards=entry.awards,
        buttons=buttons(entry, site, here),
        abstracts=_abstracts(entry, site),
        notes=tuple(note for note in (entry.note, entry.annote) if note),
        references=_references(entry, site),
        records=_records(entry, site, here),
        crowded=_is_crowded(entry),
        facts=article_facts(entry, site, here),
        topics=_topics(entry, site, here),
        kinships=kinships(entry, site, here),
        related=tuple(
            Related(brief_view(other, site, here), why) for other, why in site.ask(related, here.links, entry.id)
        ),
        turns=neighbours(entry, site, here),
        report_url=_report(entry, site),
        picture=_picture(entry, site, here),
    )


def _references(entry: Entry, site: Site) -> tuple[Reference, ...]:
    """The work in the first of the site's styles; without those that say nothing of it."""
    made = (Reference(name, label, text) for name, label, text in shown_references(entry, site))
    return tuple(each for each in made if each.text)


def _head(entry: Entry, site: Site, here: Here) -> Head:
    """The head, with what every vocabulary on the shelf has to say."""
    facts = landing(entry, site, here.links)
    vocabularies = site.once(("vocabularies",), partial(in_order, site.vocabularies))
    return Head(
        title=plain_title(entry),
        description=description_of(entry.abstract.to_plain(), f"{plain_title(entry)} · {site.config.title}"),
        canonical=here.absolute(),
        tags=tuple(tag for each in vocabularies if each.tags for tag in each.tags(facts)),
        data=tuple(data for each in vocabularies if each.data and (data := each.data(facts))),
        alternates=() if facts.exports else _alternates(entry, site, here),
    )


def _alternates(entry: Entry, site: Site, here: Here) -> tuple[Feed, ...]:
    """The records, where signposting cannot name them because the site does not know its own address."""
    return tuple(
        Feed(format_.title, here.to("export", export_key("articles", entry.id, format_.suffix)), format_.media_type)
        for format_ in site.export_formats
    )


def _crumbs(entry: Entry, site: Site, here: Here) -> tuple[Crumb, ...]:
    """Works, then the year."""
    works = Crumb(site.words.say(_("Works")), here.to("home"))
    if entry.year is None:
        return (works,)
    return (works, Crumb(site.words.year(entry.year), here.to("year", year_key(entry.year))))


def _eyebrow(entry: Entry, site: Site) -> tuple[str, ...]:
    """The type, and what stands out about the work."""
    words, standing = site.words, STANDINGS[entry.status].word
    names = (
        words.type_name(entry.type, entry.genre),
        words.say(standing) if standing else "",
        words.say(_("Version %(version)s")) % {"version": entry.version} if entry.version else "",
    )
    return tuple(name for name in names if name)


def _abstracts(entry: Entry, site: Site) -> tuple[AbstractView, ...]:
    """The abstracts, each with its language and direction where they are not the page's."""
    views = []
    for number, abstract in enumerate(entry.abstracts):
        told = abstract.language or entry.language
        language = foreign(told, site)
        label = site.words.say(_("Abstract"))
        if len(entry.abstracts) > 1 and told:
            label = f"{label} ({site.words.language_name(told)})"
        views.append(
            AbstractView(
                f"abstract-{number + 1}" if number else "abstract",
                label,
                abstract.text,
                language,
                direction(language) if language else "",
            )
        )
    return tuple(views)


def _records(entry: Entry, site: Site, here: Here) -> tuple[Record, ...]:
    """The work in every export format: what people paste is the record without its abstract, which the file has.

    Of a work by more people than a page holds there is only the file.
    """
    crowded = _is_crowded(entry)
    return tuple(
        Record(
            format_.name,
            format_.title,
            format_.suffix,
            "" if crowded else _pasted(format_, entry, site, here),
            here.to("export", export_key("articles", entry.id, format_.suffix)),
        )
        for format_ in site.export_formats
    )


def _pasted(format_: Format, entry: Entry, site: Site, here: Here) -> str:
    """The work in one format, as people paste it."""
    record = site.ask(brief_record, here.links, format_.name, entry.id)
    return format_.join([record]).decode().rstrip("\n")


def _is_crowded(entry: Entry) -> bool:
    """Whether a record of the work is too long for its page."""
    return any(len(names) > MOST_IN_RECORD for names in entry.names.values())


def _topics(entry: Entry, site: Site, here: Here) -> tuple[Count, ...]:
    """The topics, with how many works each has."""
    library = site.library
    return tuple(
        LateCount(
            library.topics[topic].name,
            partial(site.ask, how_many, here.links, "by_topic", topic),
            here.to("topic", topic),
        )
        for topic in library.topics_of.get(entry.id, ())
    )


def _picture(entry: Entry, site: Site, here: Here) -> Picture | None:
    """The first page of the PDF, where there is a picture of it."""
    page = site.first_pages.get(entry.id)
    if not page or not page.picture:
        return None
    return Picture(here.to("first_page", entry.id), page.width, page.height, here.to("pdf", entry.id))


def _report(entry: Entry, site: Site) -> str:
    """The entry's line in the site's repository, "" where the site names none."""
    repository = site.repository_url
    if not repository:
        return ""
    place = site.place_of(entry)
    return f"{repository}/{address_of(place.file)}#L{place.line}" if place.file and place.line else ""


PAGE = PageKind(
    name="article",
    path="articles/{key}/index.html",
    keys=keys,
    content=content,
    template="article.html",
    section="home",
)

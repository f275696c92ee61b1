"""A work as it stands in a list."""

from functools import lru_cache

import msgspec
from msgspec.structs import replace

from sitegen.metadata.coins import context_object
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.site import ROOT, Here, Links, Site
from sitegen.text import addresses
from sitegen.text.rich import EMPTY, Text
from sitegen.views.known_as import known_as
from sitegen.views.standing import STANDINGS
from sitegen.views.volumes import numbered

SHOWN_NAMES = 6
SEARCHED_NAMES = 50
ABSTRACTS_UP_TO = 60
COINS_UP_TO = 150
"""A page of 200 works with abstracts weighs 84 kB compressed, without them 43, and without context objects 27."""


class Byline(msgspec.Struct, frozen=True):
    """One printed name. me: whether it is the site's owner."""

    name: str
    me: bool = False


@lru_cache(maxsize=1 << 14)
def _byline(name: str, *, me: bool) -> Byline:
    """One printed name, the same one in many works."""
    return Byline(name, me)


class ListedReference(msgspec.Struct, frozen=True):
    """A reference in a list.

    sign: what stands for names that are those of the reference before, "———"; empty where it says them. names: those
    names, for when the reference before is out of sight. text: the reference, behind them.
    """

    text: Text
    sign: Text = EMPTY
    names: Text = EMPTY


class Work(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A work in a list. url, pdf: within the site they begin with ROOT.

    key: the entry's id. year: as shown; "" when not known. issued: as a number, for the filter.
    kind: CSL type; type_name: for people.
    facet_type: the type's name in the filter, which knows no genres.
    tagged: whether the type is worth a tag (everything but a journal article).
    names: the first names; more: how many are not shown.
    more_names: those among them that the filter should find, and other names of the authors,
        in other languages too.
    role: "" for authors, else the CSL role of the names shown. et_al: whether the source's list ends in "and others".
    venue: plain; details: volume, issue and pages after it. apart: whether these are not the venue's, which is then
        the publisher. venue_language, language: BCP 47, "" for the site's.
    topics: names, for the filter. has: which of the `FLAGS` it has, for the filter.
    status_word: where the work stands ("Retracted"), "" for nothing to say.
    alarm: whether nobody may miss that. pdf, doi_url, link: addresses or "".
    coins: OpenURL context object for reference managers. reference: where the list shows works as references.
    """

    key: str
    url: str
    title: Text
    plain_title: str
    language: str = ""
    year: str = ""
    issued: int | None = None
    kind: str = ""
    type_name: str = ""
    facet_type: str = ""
    tagged: bool = False
    names: tuple[Byline, ...] = ()
    role: str = ""
    more: int = 0
    more_names: tuple[str, ...] = ()
    et_al: bool = False
    venue: str = ""
    venue_language: str = ""
    details: str = ""
    apart: bool = False
    topics: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    status_word: str = ""
    alarm: bool = False
    note: Text = EMPTY
    awards: tuple[Text, ...] = ()
    pdf: str = ""
    doi_url: str = ""
    link: str = ""
    abstract: Text = EMPTY
    coins: str = ""
    reference: ListedReference | None = None


def work_view(entry: Entry, site: Site, here: Here, among: int = 1, *, cited: bool = True) -> Work:
    """An entry as it stands in a list, the same on every page: its addresses begin with ROOT.

    among: how many works the page lists; long pages go without abstracts, and the longest without context objects.
    cited: whether the page is one to take references from; in a large site the others go without context objects.
    """
    folded = among <= ABSTRACTS_UP_TO and not site.large
    listed = among <= COINS_UP_TO and (cited or not site.large)
    if not folded and not listed:
        return brief_view(entry.id, site, here)
    return site.ask(full_work, here.links, entry.id, folded, listed)


def brief_view(id_: str, site: Site, here: Here) -> Work:
    """An entry without abstract and context object; its addresses begin with ROOT."""
    return site.ask(brief_work, here.links, id_)


def full_work(site: Site, links: Links, id_: str, folded: bool, listed: bool) -> Work:
    """The question what a list shows of an entry. folded: with its abstract. listed: with its context object."""
    entry = site.library.entries[id_]
    return replace(
        site.ask(brief_work, links, id_),
        abstract=entry.abstract if folded else EMPTY,
        coins=site.once(("context_object", id_), lambda: context_object(entry)) if listed else "",
    )


def brief_work(site: Site, links: Links, id_: str) -> Work:
    """The question what the longest lists show of an entry."""
    return _work(site.library.entries[id_], site, Here(links, "", ROOT))


def _work(entry: Entry, site: Site, here: Here) -> Work:
    """What every list shows of an entry."""
    library, words = site.library, site.words
    names = entry.authors
    venue = library.venue(entry)
    standing = STANDINGS[entry.status]
    doi_url = addresses.doi_url(entry.doi) if entry.doi else ""
    local = site.pdfs.get(entry.id)
    return Work(
        key=entry.id,
        url=here.to("article", entry.id),
        title=shown_title(entry),
        plain_title=plain_title(entry),
        language=foreign(entry.language, site),
        year=words.year(entry.year) if entry.year is not None else "",
        issued=entry.year,
        kind=entry.type,
        type_name=words.type_name(entry.type, entry.genre),
        facet_type=words.type_name(entry.type),
        tagged=entry.type != "article-journal",
        names=tuple(_byline(name.to_display(), me=is_me(entry, name, library)) for name in names[:SHOWN_NAMES]),
        role="" if entry.author_role == "author" else entry.author_role,
        more=max(0, len(names) - SHOWN_NAMES),
        more_names=(
            *(name.to_plain() for name in names[SHOWN_NAMES:SEARCHED_NAMES]),
            *known_as(entry, site, SEARCHED_NAMES),
        ),
        et_al=entry.author_role in entry.et_al,
        venue=venue.name if venue else entry.publisher.to_plain(),
        venue_language=foreign(venue.language, site) if venue else foreign(entry.language, site),
        details=details(entry, site),
        apart=not entry.container_title,
        topics=tuple(library.topics[topic].name for topic in library.topics_of.get(entry.id, ())),
        has=flags_of(entry, site),
        status_word=words.say(standing.word) if standing.word else "",
        alarm=standing.alarm,
        awards=entry.awards,
        pdf=here.to("pdf", entry.id) if local else entry.link("pdf"),
        doi_url=doi_url,
        link="" if doi_url else entry.link("publisher") or entry.link("website") or _archived(entry),
    )


def _archived(entry: Entry) -> str:
    """Where a preprint can be read; "" where that is not known."""
    return entry.link("preprint") or addresses.identifier_url("arxiv", entry.identifiers.get("arxiv", ""))


FLAGS = ("pdf", "abstract", "doi", "code", "data", "me")
"""What a search can ask a work for with `has:`, and whether it is the site owner's."""


def flags_of(entry: Entry, site: Site) -> tuple[str, ...]:
    """Which of the `FLAGS` a work has."""
    kinds = {link.kind for link in entry.links}
    has = {
        "pdf": has_pdf(entry, site),
        "abstract": bool(entry.abstracts),
        "doi": bool(entry.doi),
        "code": bool(kinds & {"code", "software"}),
        "data": "data" in kinds,
        "me": bool(site.config.me) and any(is_me(entry, name, site.library) for name in entry.authors),
    }
    return tuple(flag for flag in FLAGS if has[flag])


def has_pdf(entry: Entry, site: Site) -> bool:
    """Whether there is a PDF of a work, here or elsewhere."""
    return entry.id in site.pdfs or any(link.kind == "pdf" for link in entry.links)


def shown_title(entry: Entry) -> Text:
    """The title, or what stands in its place: the container's title, else the key."""
    return entry.title or entry.container_title or Text.of(entry.key)


def plain_title(entry: Entry) -> str:
    """The title on one line without markup."""
    return " ".join(shown_title(entry).to_plain().split())


def foreign(language: str, site: Site) -> str:
    """A language where it differs from the frame's, else ""."""
    return "" if language.split("-")[0] == site.config.language.split("-")[0] else language


def is_me(entry: Entry, name: Name, library: Library) -> bool:
    """Whether a printed name is the site owner's."""
    person = library.person(entry, name)
    return person is not None and person.is_me


def details(entry: Entry, site: Site) -> str:
    """Volume, issue and pages as they follow a venue, "1(2), 107–117".

    Where none goes before them, the number in a series stands behind the series, others in words.
    """
    number = entry.volume + (f"({entry.issue})" if entry.issue else "") if entry.volume else entry.issue
    if not entry.container_title:
        series, in_series = entry.collection_title.to_plain(), entry.collection_number or entry.volume
        number = f"{series} {in_series}" if series and in_series else numbered(entry.volume, entry.issue, site)
    pages = entry.page or (entry.number if entry.type == "article-journal" else "")
    words = site.words
    return words.run(words.comma.join(words.digits(part) for part in (number, pages) if part))

"""llms.txt: a map of the site in Markdown for language models, which read it before they read pages (llmstxt.org)."""

from collections.abc import Iterable, Iterator
from heapq import nlargest

from sitegen.pages import PageKind
from sitegen.site import Here, Links, Site
from sitegen.text.plain import one_line
from sitegen.views.feeds import day_of
from sitegen.views.groups import export_key
from sitegen.views.work import plain_title
from sitegen.words import Words

NEWEST = 50
LISTS = {"people": "Authors", "venues": "Venues", "topics": "Topics", "years": "Years", "types": "Types"}
_WORDS = Words()
"""English, as the headings are."""
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\[]`*_<>"})
Link = tuple[str, str, str]
"""Label, address, and what stands behind it, "" for nothing."""


def keys(site: Site) -> Iterable[str]:
    """One file, where the site knows its address."""
    return ("",) if site.base_url else ()


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """Title, summary, and links in sections; all but what the owner wrote is in English, as its readers expect it."""
    config, links = site.config, here.links
    works = _WORDS.count("%(num)s work", "%(num)s works", len(site.library.entries))
    summary = one_line(config.description or config.tagline) or f"A library of {works}."
    sections = (
        ("Works as data", _data(site, links)),
        ("Lists", _lists(links)),
        ("Pages", _prose(site, links)),
        ("Newest works", _works(site, links)),
    )
    lines = [f"# {_marked(config.title)}", "", f"> {_marked(summary)}", ""]
    lines += [f"{works}. The page of each names its authors, date and identifiers in its head and as JSON-LD."]
    for heading, found in sections:
        if items := [_line(*link) for link in found]:
            lines += ["", f"## {heading}", "", *items]
    return "\n".join(lines) + "\n"


def _line(label: str, url: str, more: str) -> str:
    """One link of a list."""
    return f"- [{_marked(label)}]({url}){f': {_marked(more)}' if more else ''}"


def _marked(text: str) -> str:
    """Text on one line that is no markup."""
    return one_line(text).translate(_SIGNS)


def _data(site: Site, links: Links) -> Iterator[Link]:
    """The library as files, and how to keep up with it."""
    for format_ in site.export_formats:
        key = export_key("", "", format_.suffix)
        yield f"All works as {format_.title}", links.absolute("export", key), format_.media_type
        if links.has("twin", key):
            yield f"All works as {format_.title}, compressed", links.absolute("twin", key), "gzip"
    yield "Feed", links.absolute("json_feed"), "JSON Feed, the newest works"
    yield "Sitemap", links.absolute("sitemap"), "every page, with the day of its last change"
    if links.has("resourcesync", "capabilitylist"):
        yield "ResourceSync", links.absolute("resourcesync", "capabilitylist"), "every record and file, with its digest"


def _lists(links: Links) -> Iterator[Link]:
    """Pages that list whom, where, about what and when."""
    return ((label, links.absolute(kind), "") for kind, label in LISTS.items() if links.has(kind))


def _prose(site: Site, links: Links) -> Iterator[Link]:
    """The owner's pages."""
    return ((each.title, links.absolute("prose", key), each.description) for key, each in site.prose.items() if key)


def _works(site: Site, links: Links) -> Iterator[Link]:
    """The works that joined or changed last."""
    for entry in nlargest(NEWEST, site.library.entries.values(), key=day_of):
        names = ", ".join(name.to_plain() for name in entry.authors[:3])
        year = _WORDS.year(entry.year) if entry.year is not None else ""
        yield plain_title(entry), links.absolute("article", entry.id), ", ".join(filter(None, (names, year)))


PAGE = PageKind(name="llms", path="llms.txt", keys=keys, content=content, shared=True)

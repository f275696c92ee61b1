"""The reference of the files that a site has, and of the formats that it is offered in, from the shelves."""

from collections.abc import Iterator

import sitegen.formats
import sitegen.pages
from sitegen.formats import Format
from sitegen.pages import PageKind
from sitegen.shelf import load
from tests.manual.words import code, codes, page, sentence, table

PATHS = {
    "asset": "assets/NAME.DIGEST.css",
    "attachment": "articles/{key}/FILE",
    "feed": "feed.xml, authors/{key}/feed.xml, …",
    "json_feed": "feed.json, authors/{key}/feed.json, …",
    "people": "authors/index.html",
    "redirect": "the old address",
    "resourcesync": "capabilitylist.xml, resourcelist.xml",
    "tombstone": "the withdrawn address",
    "topics": "topics/index.html",
    "venues": "venues/index.html",
}
"""Where pages stand whose place a function says."""
_HEAD = (
    ("title", "What the page is called; else its first heading, else the name of its file."),
    (
        "navigation",
        "What the navigation calls it, instead of its title; `navigation:` with nothing behind it keeps it out.",
    ),
    ("description", "One or two sentences for search engines and previews."),
)
"""The settings that a Markdown page may begin with."""


def kinds() -> dict[str, PageKind]:
    """Every kind of page by its name."""
    return dict(load(sitegen.pages, PageKind))


def formats() -> dict[str, Format]:
    """Every format by its name."""
    return dict(load(sitegen.formats, Format))


def about(kind: PageKind) -> str:
    """What a kind is: the first line of its module."""
    content = getattr(kind.content, "func", kind.content)
    module = __import__(content.__module__, fromlist=["__doc__"])
    return " ".join((module.__doc__ or "").split("\n\n")[0].split())


def pages_page() -> str:
    """The page about files of a site."""
    return page("Pages and files of a site", "Pages and files", _pages())


def _pages() -> Iterator[str]:
    yield "Every page is a folder with an `index.html`, and every link inside a page is relative: the same build works at the"
    yield "root of a domain, below a path, and from the disk. `{key}` stands for the key of a work, or for the name of a person,"
    yield "a venue, a topic in lower case."
    yield ""
    yield from table(("kind", "address", "what it is", "template"), (
        (code(name), code(PATHS.get(name, str(each.path)).removesuffix("index.html") or "/"), sentence(about(each)),
         code(each.template))
        for name, each in kinds().items()
    ))  # fmt: skip
    yield "## The head of a page"
    yield ""
    yield "A Markdown page of yours may begin with settings, as `key: value` between lines of `---` or as TOML between `+++`."
    yield ""
    yield from table(("setting", "says"), ((code(name), text) for name, text in _HEAD))


def formats_page() -> str:
    """The page about formats."""
    return page("Formats", "Formats", _formats())


def _formats() -> Iterator[str]:
    yield "What sitegen reads from `content/`, what it offers on pages, and what `sitegen export` writes."
    yield ""
    yield from table(("name", "format", "read from", "written as", "on pages"), (
        (code(name), each.title, codes(each.suffixes) or "–", code(each.suffix), "yes" if each.on_pages else "on request")
        for name, each in formats().items()
    ))  # fmt: skip
    yield "A format on pages is offered for each work, person, venue, topic and year, and for the whole library, as a plain file"
    yield "with an address of its own: `/articles/KEY/KEY.bib`, `/authors/NAME/NAME.ris`, `/library.json`."
    yield ""
    able = [code(name) for name, each in formats().items() if each.write_ascii]
    yield f"`--ascii` is understood for {', '.join(able)}. What a deposit asks beyond the entries stands under"
    yield "[`[crossref]`](configuration.md#crossref)."

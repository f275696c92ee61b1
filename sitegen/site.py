"""Everything a page may draw on, as one read-only bundle; files of the site; addresses."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, TypeVarTuple
from urllib.parse import quote

import msgspec

from sitegen.config import SiteConfig
from sitegen.csl import Style
from sitegen.formats import Format
from sitegen.metadata import Vocabulary
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.prose import Prose
from sitegen.problems import Place
from sitegen.proven import Proven
from sitegen.reads import Reads
from sitegen.text.addresses import web_address
from sitegen.words import Words

T = TypeVar("T")
About = TypeVarTuple("About")
ROOT = "\0"
"""Stands for the way to the site's root in what is made once for many pages; no text of the content holds it."""
PAGE = "\2"
"""Stands for a page's address below its language in what is made once for many pages."""
PATH, PLACE, SITE, TEMPLATE = "path", "place", "site", "template"
"""What else can be read of a site, noted beside its tables."""
REMEMBERED = 50_000
"""Addresses that are remembered: those that the pages of a part of a large site lead to."""
LARGE = 1000
"""Works from which on a site is large: what stands some ten times in lists weighs more than all pages of works."""


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file of the content or the theme that the site copies.

    path: where it lies, absolute, for the writer alone. size: in bytes. digest: SHA-256 of its bytes, in hex.
    """

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A file of the site as it is written. size: in bytes. digest: SHA-256 of its bytes, in hex."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Twin:
    """Another file of the site, compressed. path: of that one, below the output folder.

    begins: what stands at the beginning of a record's first line: compressed are blocks of records, so that a change of
    one is a change of one block.
    """

    path: str
    begins: str


def unfinished(path: str) -> Finished:
    """What `Site.finished` is until all files are made: nobody may ask. Raises LookupError."""
    raise LookupError(f"{path} is not finished: only a kind of page that is late may ask for it")


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What a PDF shows: how many pages it has, and a picture of the first with its size in pixels, None for none."""

    pages: int
    picture: LocalFile | None = None
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: `name` as templates ask for it (`style.css`), `path` with the digest in its name.

    own: whether it is the site's, not the packaged one.
    """

    name: str
    path: str
    data: bytes
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Library, prose, configuration and shelves.

    prose: pages by their keys. answers: ids of the works that a query of theirs asks for, newest first, by its text;
    a query that cannot be answered has none.
    pdfs: entry id to its local PDF. attachments: entry id to others, by file name.
    first_pages: entry id to what its PDF shows, where that is known.
    static: files copied as they are, by their path in the site. cards: pictures that were drawn, in the same way.
    assets: the theme's files by name. base_path: path part of the site's address, "/" or "/repo/".
    finished: a file of the site by its path, for kinds of pages that are late.
    base_url: address of the site, ending in "/"; "" when not known. updated: YYYY-MM-DD or "".
    recorded: (file, id) of the people and venues that have a table in people.toml or venues.toml.
    proven: the proof of fidelity that was kept of this site or an older state of it; None for none.
    languages: of a site in several, the first one first; empty where there is one.
    today: YYYY-MM-DD for the checks, which alone may ask; "" when not told.
    kept: what a pure function has made for one page and others need again, by the function's name and the key, with
    what it read of the site.
    reads: where it is noted what is read, in a site whose tables are watched; None in others.
    menu: key and label of the Markdown pages that the header names.
    """

    library: Library
    config: SiteConfig
    words: Words
    prose: Mapping[str, Prose] = field(default_factory=dict)
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pdfs: Mapping[str, LocalFile] = field(default_factory=dict)
    attachments: Mapping[str, Mapping[str, LocalFile]] = field(default_factory=dict)
    first_pages: Mapping[str, FirstPage] = field(default_factory=dict)
    static: Mapping[str, LocalFile] = field(default_factory=dict)
    cards: Mapping[str, LocalFile] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    finished: Callable[[str], Finished] = unfinished
    base_url: str = ""
    base_path: str = "/"
    updated: str = ""
    recorded: frozenset[tuple[str, str]] = frozenset()
    proven: Proven | None = None
    languages: tuple[str, ...] = ()
    today: str = ""
    kept: dict[tuple[Hashable, ...], tuple[Any, frozenset[int]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    reads: Reads | None = field(default=None, compare=False, repr=False)
    menu: tuple[tuple[str, str], ...] = ()

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What `make` gives, made once in a build. key: the name of what is made, and whatever it depends on."""
        found: tuple[T, frozenset[int]] | None = self.kept.get(key)
        if found is None:
            found = self.kept[key] = self.reads.apart(make) if self.reads else (make(), frozenset())
        elif self.reads:
            self.reads.seen |= found[1]
        return found[0]

    def ask(
        self,
        question: "Callable[[Site, Links, *About], T]",
        links: "Links",
        *about: *About,
    ) -> T:
        """What a question about the site is answered; where reads are noted, found once, and noted as the answer alone.

        A question about nothing in particular, such as what the search index holds, is answered once in any case.

        question: a pure function, in the table of `traces.questions`: the next build asks again where something that
        was read for the answer has changed, and what asked stands if the answer is the same.
        about: plain values, with the question's name the key of the answer.
        """
        name = question.__name__
        if self.reads:
            return self.reads.ask(name, about, lambda: question(self, links, *about))
        return question(self, links, *about) if about else self.once((name,), lambda: question(self, links, *about))

    def ask_each(self, question: Callable[..., T], links: "Links", abouts: Iterable[tuple[Hashable, ...]]) -> list[T]:
        """The answers to one question about one thing after the other, as `ask` gives them."""
        if self.reads:
            return self.reads.ask_each(question.__name__, abouts, partial(question, self, links))
        return [question(self, links, *about) for about in abouts]

    def more_than(self, number: int) -> bool:
        """Whether the library has more entries; what asks so depends on no more than the answer."""
        return self.library.more_than(number)

    def place_of(self, entry: Entry) -> Place:
        """File and line of an entry, which change when another one grows."""
        if self.reads:
            self.reads.see(PLACE, entry.id)
        return entry.place

    def proof(self) -> Proven | None:
        """`proven`, for a page that tells it."""
        if self.reads:
            self.reads.see(SITE, "proven")
        return self.proven

    @property
    def large(self) -> bool:
        """Whether lists leave out what each work's own page and files have, because it would be written too often."""
        return self.more_than(LARGE)

    @property
    def repository_url(self) -> str:
        """Where the files of the site lie on its forge, at its branch; "" when not known."""
        return self.once(("repository_url",), self._repository_url)

    def _repository_url(self) -> str:
        repository = web_address(self.config.repository).rstrip("/") if self.config.repository else ""
        return f"{repository}/blob/{quote(self.config.branch)}" if repository else ""

    @property
    def export_formats(self) -> tuple[Format, ...]:
        """Formats that every list of works is offered in."""
        return tuple(format_ for format_ in self.formats.values() if format_.on_pages)


@dataclass(frozen=True, slots=True)
class Links:
    """Every address there is: (page kind, key) to path below the output folder. It alone knows the base URL.

    language: whose pages link so in a site of several languages, "" in a site of one. editions: the paths in each.
    addresses: those that were asked for of late. reads: where it is noted what is asked, None for nowhere.
    moving: kinds whose pages may stand elsewhere in another build; the path of any other follows from its key.
    """

    paths: Mapping[tuple[str, str], str]
    base_url: str = ""
    base_path: str = "/"
    addresses: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    language: str = ""
    editions: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict, compare=False, repr=False)
    reads: Reads | None = field(default=None, compare=False, repr=False)
    moving: frozenset[str] = frozenset()

    def has(self, kind: str, key: str = "") -> bool:
        """Whether the page is planned."""
        if self.reads:
            self.reads.see(PATH, (kind, key))
        return (kind, key) in self.paths

    def url(self, kind: str, key: str = "") -> str:
        """The address from the site's root, percent-encoded, without a leading slash.

        A page that is not planned is a fault of ours: KeyError.
        """
        if kind in self.moving and self.reads:
            self.reads.see(PATH, (kind, key))
        found = self.addresses.get((kind, key))
        if found is None:
            if len(self.addresses) > REMEMBERED:
                self.addresses.clear()
            found = self.addresses[kind, key] = address_of(self.paths[kind, key])
        return found

    def absolute(self, kind: str, key: str = "") -> str:
        """The full address; "" when the site's is not known."""
        return self.base_url + self.url(kind, key) if self.base_url else ""

    def at(self, path: str, *, rooted: bool = False) -> "Here":
        """The links as seen from one page. rooted: links begin with the base path, for a page served at any depth."""
        if rooted:
            return Here(self, path, self.base_path)
        return Here(
            self, path, "../" * path.count("/"), address_of(path.rpartition("/")[0] + "/") if "/" in path else ""
        )


class Here(msgspec.Struct, frozen=True):
    """The links as seen from one page.

    path: of the page below the output folder. root: what leads from the page to the site's root, "../../" or "/repo/".
    folder: address of the folder the page stands in, so that links into it are short; "" for links from the root.
    """

    links: Links
    path: str
    root: str
    folder: str = ""

    def to(self, kind: str, key: str = "") -> str:
        """The way from this page to a planned one; KeyError for one that is not planned."""
        url = self.links.url(kind, key)
        if self.folder and url.startswith(self.folder):
            return url[len(self.folder) :] or "./"
        return self.root + url or "./"

    def has(self, kind: str, key: str = "") -> bool:
        """Whether the page is planned."""
        return self.links.has(kind, key)

    def anywhere(self) -> "Here":
        """The links with ROOT for the way to the site's root, the same on every page."""
        return Here(self.links, self.path, ROOT)

    @property
    def below(self) -> str:
        """The page's address below that of its language; in a site of one language, below the root."""
        prefix = f"{self.links.language}/" if self.links.language else ""
        return address_of(self.path.removeprefix(prefix))

    def absolute(self) -> str:
        """The page's full address; "" when the site's is not known."""
        return self.links.base_url + address_of(self.path) if self.links.base_url else ""


def address_of(path: str) -> str:
    """The address of a path of the site: percent-encoded, folders without their index.html.

    >>> address_of("authors/خیام/index.html")
    'authors/%D8%AE%DB%8C%D8%A7%D9%85/'
    """
    if path == "index.html" or path.endswith("/index.html"):
        path = path[: -len("index.html")]
    return (
        path
        if path.isascii() and path.replace("/", "").replace("-", "").replace(".", "").isalnum()
        else quote(path, safe="/-._~")
    )

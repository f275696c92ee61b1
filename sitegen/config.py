"""What `content/site.toml`, `people.toml` and `venues.toml` may say, with every default."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar, get_args

import msgspec

from sitegen.problems import SitegenError, excerpt

T = TypeVar("T", bound=msgspec.Struct)
Shown = Annotated[str, msgspec.Meta(min_length=1)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class NavigationItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link of the header. `to` is a page of the site (`people`, `venues`, `about`) or a web address."""

    label: Shown
    to: Shown


class Ignored(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A problem that is not to be reported, everywhere or in some place.

    code: of the problem. file: below content/, where `*` stands for anything; "" for all files.
    entry: id or key of the only entry that is meant; "" for all. reason: why, for those who come after.
    """

    code: Shown
    file: str = ""
    entry: str = ""
    reason: str = ""


class CheckConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[check]`: `ignore` lists problems that are not to be reported: codes, or tables that say where and why."""

    ignore: tuple[str | Ignored, ...] = ()

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """What is not to be reported, each in full."""
        return tuple(Ignored(code=each) if isinstance(each, str) else each for each in self.ignore)

    @property
    def ignored_codes(self) -> frozenset[str]:
        """Codes that are not to be reported anywhere."""
        return frozenset(each.code for each in self.ignored if not each.file and not each.entry)


class PagesConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[pages]`: pages that a site has only when its owner asks for them.

    data_quality: how complete the library is, by field and by year.
    """

    data_quality: bool = False


class LimitsConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[limits]`: where reading stops, so that no file exhausts the machine; bytes of files, characters of text."""

    file_bytes: Count = 50_000_000
    field_characters: Count = 200_000
    names: Count = 10_000
    page_characters: Count = 200_000
    attachment_bytes: Count = 100_000_000


class ListOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list of works: the inside of a block ```` ```works ```` in a Markdown page.

    query: which works, as one would type it into the search; "" for all. group: by what headings part the list.
    sort: its order. limit: at most so many works, 0 for all. style: how a work is shown. title: a heading, "" for none.
    """

    query: str = ""
    group: str = "none"
    sort: str = "newest"
    limit: Count = 0
    style: str = "list"
    title: str = ""


class ListPage(ListOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the `[[lists]]`: a page with a list of works, at the address `path`.

    title: the page's heading. text: a paragraph or more of Markdown before the list. description: for search engines.
    navigation: its label in the header, "" to stay out of it; without this key it is the title.
    """

    path: Shown
    title: Shown
    text: str = ""
    description: str = ""
    navigation: str | None = None


CHOICES: Mapping[str, tuple[str, ...]] = {
    "group": ("none", "year", "type", "venue", "topic"),
    "sort": ("newest", "oldest", "title", "author"),
    "style": ("list", "references", "table", "compact"),
}
"""Options of a list that have a fixed set of values."""


class CiteConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[cite]`: how works are cited.

    styles: names of the CSL project ("apa"), or of `.csl` files in content/; the first is that of lists of references
        and of citations on pages.
    shown: how many of them stand on a work's own page.
    """

    styles: tuple[Shown, ...] = (
        "apa",
        "modern-language-association",
        "chicago-author-date",
        "ieee",
        "nlm-citation-sequence",
        "harvard-cite-them-right",
        "association-for-computing-machinery",
        "american-medical-association",
        "nature",
    )
    shown: Count = 4


class CrossrefConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[crossref]`: who deposits DOIs there (Crossref 5.4.0, `head`).

    depositor, email: who is told what became of a deposit. registrant: the organisation that is a member.
    prefix: of the DOIs that are one's own ("10.5555"); others are not deposited. "" for all.
    """

    depositor: str = ""
    email: str = ""
    registrant: str = ""
    prefix: str = ""


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`site.toml`.

    title: the site's name, in the header and in every page's title.
    tagline: the home page's heading; "" takes the title.
    description: one or two sentences for search engines, feeds and the home page without an index.md.
    url: the address the site is published under, ending in "/"; "" when not known, and then what needs an absolute
        address (canonical links, feeds, sitemap) is left out or taken from the git remote.
    language: BCP 47 tag of the frame and of entries that do not say theirs.
    me: names of the site's owner as printed, set in bold in lists.
    repository: where people report a mistake: the web address of the repository on its forge; "" for no link.
    branch: the branch that "report a mistake" opens.
    navigation: links of the header; empty for the pages that have something to show.
    home_limit: at most so many works stand on the home page before it lists only `home_newest`.
    abstracts_in_search: whether the search index holds abstracts however many they are; a few hundred it always holds.
    lists: further pages, each with a list of works.
    publish: endings of further files of content/ that may be published (".html", "svg"), although they run on the
        site's own origin; in lower case with their dot once read.
    image: what stands for the site where its pages are shared: a path below content/static/, or a web address;
        1200 by 630 pixels look best. image_alt: what it shows; "" takes the title.
    remote_pdfs: whether a page names a PDF that lies elsewhere to reference managers, which then fetch it; search
        engines for scholars want the PDF beside the page and may take such a page amiss.
    updated: date of the last change, YYYY-MM-DD as text or as a date of TOML, shown in the footer; "" shows none.
    redirects: former addresses below the site's root, each with a page of the site or a web address to lead on to.
    withdrawn: addresses of pages that are gone for good, each with a sentence for those who come; "" for a usual one.
    """

    title: Shown = "Publications"
    tagline: str = ""
    description: str = ""
    url: str = ""
    language: str = "en"
    me: tuple[str, ...] = ()
    repository: str = ""
    branch: str = "main"
    navigation: tuple[NavigationItem, ...] = ()
    lists: tuple[ListPage, ...] = ()
    home_limit: Count = 300
    home_newest: Count = 50
    abstracts_in_search: bool = False
    publish: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    remote_pdfs: bool = False
    updated: str = ""
    redirects: dict[str, str] = {}
    withdrawn: dict[str, str] = {}
    pages: PagesConfig = PagesConfig()
    cite: CiteConfig = CiteConfig()
    check: CheckConfig = CheckConfig()
    limits: LimitsConfig = LimitsConfig()
    crossref: CrossrefConfig = CrossrefConfig()


class PersonRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `people.toml`; its heading is the person's slug.

    name: as shown, "Donald E. Knuth" or "Knuth, Donald E.".
    variants: other spellings found in the entries.
    entries: ids of entries whose equally named author is this person (for homonyms); empty for all entries.
    orcid: 0000-0000-0000-0000, bare or as an address. homepage: a web address.
    """

    name: Shown
    variants: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    orcid: str = ""
    affiliation: str = ""
    homepage: str = ""


class VenueRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `venues.toml`; its heading is the venue's slug.

    variants: other spellings and abbreviations found in the entries.
    """

    name: Shown
    variants: tuple[str, ...] = ()
    abbreviation: str = ""
    issn: tuple[str, ...] = ()
    publisher: str = ""
    homepage: str = ""


def read_site(text: str, file: str) -> SiteConfig:
    """The site's configuration. Raises SitegenError with the file, the key and the nearest known key."""
    table = _parse(text, file)
    if isinstance(table.get("updated"), date):
        table["updated"] = table["updated"].isoformat()[:10]
    config = _convert(table, SiteConfig, file)
    for key, pattern, what, example in _FORMS:
        value = getattr(config, key)
        if value and not pattern.fullmatch(value):
            raise SitegenError(f"{file}: {key} {excerpt(value)!r} is not {what}", f'Write {key} = "{example}".')
    for number, page in enumerate(config.lists, 1):
        if mistake := _choice(page):
            raise SitegenError(f"{file}: lists, item {number}, {mistake[0]}", mistake[1])
    return msgspec.structs.replace(
        config,
        url=config.url if config.url.endswith("/") or not config.url else config.url + "/",
        publish=tuple("." + ending.strip().lower().lstrip(".") for ending in config.publish),
    )


_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:/[^\s?#\\]*)?")
_FORMS = (
    ("url", _WEB, "a web address", "https://example.org/papers/"),
    ("repository", _WEB, "a web address", "https://github.com/OWNER/NAME"),
    ("language", re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"), "a language tag", "en"),
    ("updated", re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "a date", "2024-12-31"),
)
"""Keys whose text has a form: what it looks like, what it is called, an example."""


def read_list(text: str) -> ListOptions:
    """The options of one list, from TOML. Raises SitegenError with the nearest known key or value.

    >>> read_list('query = "type:thesis"').style
    'list'
    """
    options = _convert(_parse(text, "list"), ListOptions, "list")
    if mistake := _choice(options):
        raise SitegenError(f"list: {mistake[0]}", mistake[1])
    return options


def _choice(options: ListOptions) -> tuple[str, str] | None:
    """The first option whose value is none that it can have, and the way out."""
    for key, known in CHOICES.items():
        value = getattr(options, key)
        if value not in known:
            near = difflib.get_close_matches(value.lower()[:60], known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Use one of: {', '.join(known)}."
            return f"{key} cannot be {excerpt(value)!r}", hint
    return None


def read_records(text: str, file: str, shape: type[T]) -> dict[str, T]:
    """The tables of people.toml or venues.toml by their headings. Raises SitegenError."""
    records: dict[str, T] = {}
    for heading, table in _parse(text, file).items():
        if not isinstance(table, dict):
            raise SitegenError(
                f"{file}: {excerpt(heading)!r} stands outside a table", f"Begin with [{excerpt(heading)}]."
            )
        records[heading] = _convert(table, shape, f"{file}: [{excerpt(heading)}]")
    return records


def _parse(text: str, file: str) -> dict[str, Any]:
    """TOML as plain values."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SitegenError(f"{file}: {excerpt(str(error), 120)}", 'Mend the TOML: key = "value".') from None


def _convert(table: Mapping[str, Any], shape: type[T], where: str) -> T:
    """A typed structure from plain values."""
    unknown = _unknown_key(table, shape)
    if unknown:
        raise SitegenError(f"{where}: unknown key {excerpt(unknown[0])!r}", unknown[1])
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise SitegenError(f"{where}: {excerpt(in_words(str(error)), 200)}", _way_out(str(error))) from None


_TYPES = {
    "str": ("text", '"..."'),
    "int": ("a whole number", "300"),
    "float": ("a number", "1.5"),
    "bool": ("true or false", "true"),
    "array": ("a list", '["...", "..."]'),
    "object": ("a table", '{ ... = "..." }'),
}
"""What a type of a value is called, and what one looks like in TOML."""
_AT = re.compile(r" - at `\$\.?(?P<key>[^`]*)`$")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[\w |]+)`(?:, got `(?P<found>\w+)`)?(?P<rest>.*)")
_MISSING = re.compile(
    r"Object contains unknown field `(?P<unknown>[^`]*)`|Object missing required field `(?P<key>\w+)`"
)
_BOUNDS = {" >= 0": "of 0 or more", " of length >= 1": "that is not empty"}


def in_words(said: str) -> str:
    """What msgspec says of a wrong value, in words of the one who wrote the file.

    >>> in_words("Expected `array`, got `str` - at `$.me`")
    'me is text, but must be a list'
    >>> in_words("Object missing required field `to` - at `$.navigation[0]`")
    "navigation, item 1, has no 'to'"
    """
    at = _AT.search(said)
    key = _key(at["key"] if at else "")
    text = said[: at.start()] if at else said
    if missing := _MISSING.fullmatch(text):
        if missing["unknown"]:
            return f"{key + ',' if key else 'it'} has an unknown key {missing['unknown']!r}"
        return f"{key + ',' if key else 'it'} has no {missing['key']!r}"
    if not (expected := _EXPECTED.fullmatch(text)):
        return f"{key}: {text}" if key else text
    wanted = " ".join(filter(None, (_type(expected["wanted"]), _BOUNDS.get(expected["rest"], ""))))
    found = f"is {_type(expected['found'])}, but " if expected["found"] else ""
    return f"{key or 'it'} {found}must be {wanted}"


def _key(path: str) -> str:
    """A key as people count: its list's items from 1."""
    counted = re.sub(r"\[(\d+)\]", lambda number: f", item {int(number[1]) + 1}", path).replace("[...]", ", each item")
    return re.sub(r"(item(?: \d+)?)\.", r"\1, ", counted)


def _type(name: str) -> str:
    """What a type, or one of several, is called."""
    return " or ".join(_TYPES.get(each, (f"a {each}", ""))[0] for each in name.split(" | "))


def _way_out(said: str) -> str:
    """A hint with the form that the value of the key must have; "" where the key is not one of the file's own."""
    at = _AT.search(said)
    if missing := _MISSING.match(said):
        return f'Add {missing["key"]} = "...".' if missing["key"] else "Delete it."
    expected = _EXPECTED.match(said)
    if not at or not expected or not re.fullmatch(r"\w+", at["key"].rpartition(".")[2]):
        return ""
    return f"Write {at['key'].rpartition('.')[2]} = {_TYPES.get(expected['wanted'], ('', '...'))[1]}."


def _unknown_key(table: Mapping[str, Any], shape: type[msgspec.Struct]) -> tuple[str, str] | None:
    """The first key that `shape` does not know, and a hint with the nearest one it knows."""
    known = {field.name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(known) + "."
            return key, hint
        inner = known[key]
        item = next(iter(get_args(inner)), inner)  # of a list of tables the shape of one
        if isinstance(item, type) and issubclass(item, msgspec.Struct):
            for each in value if isinstance(value, list) else [value]:
                deeper = _unknown_key(each, item) if isinstance(each, dict) else None
                if deeper:
                    return f"{key}.{deeper[0]}", deeper[1]
    return None

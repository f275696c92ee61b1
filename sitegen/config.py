"""What `content/site.toml`, `people.toml` and `venues.toml` may say, with every default."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from sitegen.problems import SitegenError, excerpt

T = TypeVar("T", bound=msgspec.Struct)


class NavigationItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link of the header. `to` is a page of the site (`people`, `venues`, `about`) or a web address."""

    label: str
    to: str


class CheckConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[check]`: `ignore` lists codes of problems that are not to be reported."""

    ignore: tuple[str, ...] = ()


class LimitsConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[limits]`: where reading stops, so that no file exhausts the machine; bytes of files, characters of text."""

    file_bytes: int = 50_000_000
    field_characters: int = 200_000
    names: int = 10_000
    page_characters: int = 200_000
    attachment_bytes: int = 100_000_000


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
    abstracts_in_search: whether the search index holds abstracts.
    publish: endings of further files of content/ that may be published (".html", ".svg"), although they run on the
        site's own origin.
    updated: date of the last change, YYYY-MM-DD, shown in the footer; "" shows none.
    """

    title: str = "Publications"
    tagline: str = ""
    description: str = ""
    url: str = ""
    language: str = "en"
    me: tuple[str, ...] = ()
    repository: str = ""
    branch: str = "main"
    navigation: tuple[NavigationItem, ...] = ()
    home_limit: int = 300
    home_newest: int = 50
    abstracts_in_search: bool = False
    publish: tuple[str, ...] = ()
    updated: str = ""
    check: CheckConfig = CheckConfig()
    limits: LimitsConfig = LimitsConfig()


class PersonRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `people.toml`; its heading is the person's slug.

    name: as shown, "Donald E. Knuth" or "Knuth, Donald E.".
    variants: other spellings found in the entries.
    entries: ids of entries whose equally named author is this person (for homonyms); empty for all entries.
    orcid: 0000-0000-0000-0000, bare or as an address. homepage: a web address.
    """

    name: str
    variants: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    orcid: str = ""
    affiliation: str = ""
    homepage: str = ""


class VenueRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `venues.toml`; its heading is the venue's slug.

    variants: other spellings and abbreviations found in the entries.
    """

    name: str
    variants: tuple[str, ...] = ()
    abbreviation: str = ""
    issn: tuple[str, ...] = ()
    publisher: str = ""
    homepage: str = ""


def read_site(text: str, file: str) -> SiteConfig:
    """The site's configuration. Raises SitegenError with the file, the key and the nearest known key."""
    config = _convert(_parse(text, file), SiteConfig, file)
    if config.url and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", config.url):
        raise SitegenError(f"{file}: url {excerpt(config.url)!r} is not a web address", 'Write url = "https://…/".')
    if config.url and not config.url.endswith("/"):
        config = msgspec.structs.replace(config, url=config.url + "/")
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", config.language):
        raise SitegenError(
            f"{file}: language {excerpt(config.language)!r} is not a language tag", 'Write language = "en".'
        )
    return config


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
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SitegenError(f"{file}: {excerpt(str(error), 120)}", 'Mend the TOML: key = "value".') from None


def _convert(table: Mapping[str, Any], shape: type[T], where: str) -> T:
    """A typed structure from plain values."""
    unknown = _unknown_key(table, shape)
    if unknown:
        raise SitegenError(f"{where}: unknown key {excerpt(unknown[0])!r}", unknown[1])
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise SitegenError(f"{where}: {excerpt(str(error), 120)}") from None


def _unknown_key(table: Mapping[str, Any], shape: type[msgspec.Struct]) -> tuple[str, str] | None:
    """The first key that `shape` does not know, and a hint with the nearest one it knows."""
    known = {field.name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(known) + "."
            return key, hint
        inner = known[key]
        if isinstance(value, dict) and isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            deeper = _unknown_key(value, inner)
            if deeper:
                return f"{key}.{deeper[0]}", deeper[1]
    return None

"""References to entries: the site's citation styles, and entries as they print them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from sitegen.citing.scripts import TwoScripts, in_latin, other_script
from sitegen.csl import CslItem, Prepared, Style, has_style, linked, style
from sitegen.formats.csl_json import rich_item
from sitegen.model.entry import Entry
from sitegen.problems import SitegenError, excerpt
from sitegen.site import Site
from sitegen.text.rich import Text

SUFFIX = ".csl"
SHOWN = 4
"""References on a work's own page, with its other parts below 15 KB."""
MANY = 5_000
"""Works beyond which each further reference on a page makes a build wait."""
SHORT: Mapping[str, str] = {
    "apa": "APA",
    "modern-language-association": "MLA",
    "chicago-author-date": "Chicago",
    "ieee": "IEEE",
    "nlm-citation-sequence": "Vancouver",
    "harvard-cite-them-right": "Harvard",
    "association-for-computing-machinery": "ACM",
    "american-medical-association": "AMA",
    "nature": "Nature",
}
"""What people call the styles that are there by default; other ones bear their title."""


def styles_of(names: Iterable[str], language: str, read: Callable[[str], bytes | None]) -> dict[str, Style]:
    """The styles of these names, in their order, each compiled once.

    names: as the CSL project has them ("apa"), as people do ("Chicago"), or of a `.csl` file of the site.
    language: BCP 47, of the words in references where a style leaves that open; works in Latin letters are referred
    to in English where the language has other letters.
    read: the bytes of a file by its name, None where there is none.
    Raises SitegenError for a style that is not there, with the nearest ones, or that is wrong, with its line.
    """
    return {_short_name(name): _style(name, language, read) for name in map(_in_full, names)}


def _in_full(name: str) -> str:
    """A style's name as the CSL project has it, from what people call the style; any other name as it is."""
    if name.endswith(SUFFIX) or has_style(name):
        return name
    said = "-".join(name.lower().split())
    found = next((each for each, called in SHORT.items() if called.lower() == said), said)
    return found if has_style(found) else name


def _short_name(name: str) -> str:
    """A style's name as pages use it in ids."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def _style(name: str, language: str, read: Callable[[str], bytes | None]) -> Style:
    """One style."""
    if other_script(language):
        return TwoScripts(_in_one_language(name, language, read), _in_one_language(name, "", read))
    return _in_one_language(name, "" if language == "en" else language, read)


def _in_one_language(name: str, language: str, read: Callable[[str], bytes | None]) -> Style:
    """One style for works in any script. language: "" for the style's own, else US English."""
    if not name.endswith(SUFFIX):
        return style(name, language)
    data = read(name)
    if data is None:
        raise SitegenError(
            f"there is no style {excerpt(name)!r} in content/", "Put the file there, or name a style without .csl."
        )
    return style(data, language, name)


def label(name: str, chosen: Style) -> str:
    """What a style is called on a page."""
    return SHORT.get(name, chosen.title)


def shown_styles(site: Site) -> dict[str, Style]:
    """The styles that a work's own page shows: as many as the owner asks for, else few where there are many works."""
    usual = 1 if site.more_than(MANY) else SHOWN
    asked = site.config.cite.shown
    return dict(islice(site.styles.items(), usual if asked is None else asked))


def item_of(entry: Entry, site: Site) -> CslItem:
    """The entry as CSL sees it, made once in a build of a site that is not large; its id is the entry's."""
    if site.large:
        return _item(entry, site)
    return site.once(("csl_item", entry.id), lambda: _item(entry, site))


def _item(entry: Entry, site: Site) -> CslItem:
    """The entry as CSL sees it, with what sitegen itself called it in the words of the site's language."""
    item = {**rich_item(entry), "id": entry.id}
    if other_script(site.config.language) and in_latin(item):
        return Prepared(item)
    if entry.genre:
        item["genre"] = site.words.say(entry.genre)
    if isinstance(status := item.get("status"), str):
        item["status"] = site.words.say(status.capitalize()).lower()
    return Prepared(item)


def reference(entry: Entry, name: str, site: Site) -> Text:
    """The entry in one of the site's styles, by itself: without the number that it would bear in a list."""
    return _reference(entry, name, site, lambda: item_of(entry, site))


def shown_references(entry: Entry, site: Site) -> Iterator[tuple[str, str, Text]]:
    """The entry in the styles of a work's own page: each one's name, what people call it, and the reference."""
    item = lru_cache(1)(lambda: item_of(entry, site))
    for name, chosen in shown_styles(site).items():
        yield name, label(name, chosen), _reference(entry, name, site, item)


def _reference(entry: Entry, name: str, site: Site, item: Callable[[], CslItem]) -> Text:
    """The entry in a style. That of the first, which lists show too, is made once, but for large sites without any."""
    is_listed = name == next(iter(site.styles)) and (site.config.cite.references or not site.large)
    if not is_listed:
        return printed(item(), site.styles[name])
    return site.once(("reference", name, entry.id), lambda: printed(item(), site.styles[name]))


def printed(item: CslItem, chosen: Style) -> Text:
    """An item as a reference of a style, with its DOI and address as links."""
    return linked(chosen.reference(item, number=None), item)

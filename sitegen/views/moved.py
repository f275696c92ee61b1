"""Former addresses of the site, as its owner lists them: where each stood, and where it leads."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from sitegen.model.date import year_key
from sitegen.site import Here, Site
from sitegen.text.addresses import web_address

LISTS = {
    "": "home", "authors": "people", "venues": "venues", "topics": "topics", "years": "years", "types": "types",
    "search": "search",
}  # fmt: skip
"""Addresses of pages there is one of, to their kinds."""
_FORBIDDEN = frozenset('\\:?#*"<>|\x7f') | {chr(code) for code in range(32)}
_PAGES = (".html", ".htm")

_LONGEST = 1000
"""Characters of a path, so that it and the folder above it stay within what systems open (Linux: 4096 bytes)."""
_LONGEST_PART = 255
"""Bytes that a name may have on the disks in use (ext4, APFS, NTFS)."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a former address leads: a page of the site by kind and key, or a web address."""

    kind: str = ""
    key: str = ""
    url: str = ""

    def seen_from(self, here: Here) -> str:
        """The address for a link on a page."""
        return self.url or here.to(self.kind, self.key)

    def absolute(self, here: Here) -> str:
        """The full address, "" where the site's own is not known."""
        return self.url or here.links.absolute(self.kind, self.key)


def place_of(address: str) -> str:
    """The path of the page at an address below the site's root; "" where no host would show a page of ours there.

    >>> place_of("/2019/my%20paper/"), place_of("papers/old.html"), place_of("paper.php"), place_of("../up")
    ('2019/my paper/index.html', 'papers/old.html', '', '')
    """
    path = unicodedata.normalize("NFC", unquote(address.strip())).strip("/")
    parts = path.split("/")
    if _FORBIDDEN & set(path) or any(part.strip(" .") == "" or part.startswith(".") for part in parts):
        return ""
    if len(path) > _LONGEST or max(len(part.encode("utf-8", "surrogatepass")) for part in parts) > _LONGEST_PART:
        return ""
    if parts[-1].lower().endswith(_PAGES):
        return path
    return "" if "." in parts[-1][-6:] else f"{path}/index.html"


def goal_of(target: str, site: Site) -> Goal | None:
    """Where an owner wants an address to lead: an entry's id, an address below the site's root, or one of the web.

    None for a page that the site does not have.
    """
    if url := web_address(target):
        return Goal(url=url)
    library = site.library
    path = unicodedata.normalize("NFC", unquote(target.strip())).removesuffix("index.html").strip("/")
    if path in LISTS:
        return Goal(LISTS[path])
    if path in site.prose:
        return Goal("prose", path)
    if path in library.entries:
        return Goal("article", path)
    if path in site.static:
        return Goal("static", path)
    folder, _, key = path.partition("/")
    if folder == "articles" and key in library.aliases:
        key = library.aliases[key]
    if folder == "venues" and key in library.by_volume:
        return Goal("volume", key)
    if folder == "years":
        years = (year_key(year) for year in library.by_year if year is not None)
        return Goal("year", key) if key in years else None
    known: Mapping[str, tuple[str, Mapping[str, object]]] = {
        "articles": ("article", library.entries),
        "authors": ("person", library.people),
        "venues": ("venue", library.venues),
        "topics": ("topic", library.topics),
        "types": ("type", library.by_type),
    }
    kind, keys = known.get(folder, ("", {}))
    return Goal(kind, key) if key in keys else None


def redirects(site: Site) -> Iterator[str]:
    """The addresses that lead on, as their owner wrote them; each place once."""
    seen: set[str] = set()
    for address, target in site.config.redirects.items():
        path = place_of(address)
        if path and path not in seen and goal_of(target, site):
            seen.add(path)
            yield address


def withdrawn(site: Site) -> Iterator[str]:
    """The addresses of what is gone for good, as their owner wrote them; each place once."""
    return iter({path: address for address in reversed(site.config.withdrawn) if (path := place_of(address))}.values())

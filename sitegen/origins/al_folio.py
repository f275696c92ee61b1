"""A checkout of al-folio, the Jekyll theme: its bibliography, its settings, its co-authors and venues.

Source: al-folio's README and CUSTOMIZE.md; jekyll-scholar's README for the table `scholar` of `_config.yml`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from sitegen.config import LimitsConfig
from sitegen.disk.checkout import Checkout
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.entry import Entry
from sitegen.origins import Brought, Origin
from sitegen.text.addresses import orcid, web_address
from sitegen.text.markdown_words import page
from sitegen.text.settings import head_and_body, listed, read_yaml, tables, words
from sitegen.text.slugs import fold, slug

_FILES = "assets/pdf"
_CONFIG = "_config.yml"
_BIBLIOGRAPHY = "_bibliography"
_OF_THE_TEMPLATE = "https://alshedivat.github.io/"
"""The address that stands in the template, which is nobody's own."""


def recognises(source: Path) -> bool:
    """Whether it is a folder with jekyll-scholar's bibliography and Jekyll's settings."""
    checkout = Checkout(source)
    if not source.is_dir() or not checkout.has_file(_CONFIG):
        return False
    config = read_yaml(checkout.text(_CONFIG))
    return checkout.has_folder(_BIBLIOGRAPHY) or ("scholar" in config and checkout.has_folder(_bibliography(config)))


def bring(source: Path) -> Brought:
    """The .bib files byte for byte, the files their entries name, settings, people, venues, the about page."""
    checkout = Checkout(source)
    config = read_yaml(checkout.text(_CONFIG))
    folder = _bibliography(config)
    folder = folder if checkout.has_folder(folder) else _BIBLIOGRAPHY
    files: dict[str, bytes | Path] = {
        f"content/{path.removeprefix(f'{folder}/')}": source / path for path in checkout.files(folder, FORMAT.suffixes)
    }
    sources = [Source(path, checkout.data(path)) for path in checkout.files(folder, FORMAT.suffixes)]
    entries = FORMAT.read(sources, LimitsConfig()).entries if FORMAT.read else ()
    for name in _named_files(entries, checkout):
        files[f"content/pdf/{name}"] = source / _FILES / name
        files[f"content/static/{_FILES}/{name}"] = source / _FILES / name
    about = page(head_and_body(checkout.text("_pages/about.md"))[1])
    if about.strip():
        files["content/index.md"] = about.encode()
    venues, unknown = _venues(read_yaml(checkout.text("_data/venues.yml")), entries)
    return Brought(
        files=files,
        site=_site(config),
        people={**_self(config, checkout), **_people(read_yaml(checkout.text("_data/coauthors.yml")), entries)},
        venues=venues,
        redirects={"/publications/": "/", **dict(_details(entries, config, checkout))},
        remarks=(*unknown, *_left_behind(checkout)),
    )


def _bibliography(config: Mapping[str, object]) -> str:
    """The folder of the bibliography, as jekyll-scholar's settings name it below the site's."""
    return words(config, "scholar", "source").removeprefix("./").strip("/") or _BIBLIOGRAPHY


def _named_files(entries: Sequence[Entry], checkout: Checkout) -> Iterator[str]:
    """Files of assets/pdf/ that an entry names, papers, slides, posters, supplements, or that bear its key."""
    named = [PurePosixPath(each.path).name for entry in entries for each in entry.attachments]
    for name in dict.fromkeys((*named, *(f"{entry.key}.pdf" for entry in entries))):
        if name and checkout.has_file(f"{_FILES}/{name}"):
            yield name


def _details(entries: Sequence[Entry], config: Mapping[str, object], checkout: Checkout) -> Iterator[tuple[str, str]]:
    """The pages of single entries, which jekyll-scholar makes where there is a layout for them."""
    folder = words(config, "scholar", "details_dir").strip("/") or "bibliography"
    if checkout.first("_layouts/bibtex.html", "_layouts/bibtex.liquid", "_layouts/details.html"):
        for entry in entries:
            yield f"/{folder}/{entry.id}.html", f"/articles/{slug(entry.id)}/"


def _site(config: Mapping[str, object]) -> dict[str, object]:
    """Keys of site.toml."""
    owner = _owner(config)
    title = words(config, "title")
    address = web_address(words(config, "url").rstrip("/") + "/" + words(config, "baseurl").strip("/"))
    return {
        "title": title if title and title != "blank" else owner or "Publications",
        "description": words(config, "description"),
        "url": address.rstrip("/") + "/" if address and not address.startswith(_OF_THE_TEMPLATE) else "",
        "language": words(config, "lang") or "en",
        "me": _own_names(config),
    }


def _owner(config: Mapping[str, object]) -> str:
    """The name of the site's owner."""
    return " ".join(filter(None, (words(config, f"{part}_name") for part in ("first", "middle", "last"))))


def _own_names(config: Mapping[str, object]) -> list[str]:
    """The owner's names as entries print them: jekyll-scholar's lists of first and of last names, combined."""
    firsts, lasts = listed(config, "scholar", "first_name"), listed(config, "scholar", "last_name")
    names = [f"{first} {last}" for last in lasts for first in firsts]
    return list(dict.fromkeys(filter(None, (_owner(config), *names))))


def _self(config: Mapping[str, object], checkout: Checkout) -> dict[str, Mapping[str, object]]:
    """The owner's table of people.toml."""
    names = _own_names(config)
    if not names:
        return {}
    socials = read_yaml(checkout.text("_data/socials.yml"))
    known = orcid(words(socials, "orcid_id") or words(config, "orcid_id"))
    return {slug(names[0]): {"name": names[0], "variants": names[1:], "orcid": known}}


def _people(coauthors: Mapping[str, object], entries: Sequence[Entry]) -> dict[str, Mapping[str, object]]:
    """Co-authors: by family name in lower case without accents, given names in all forms, and a home page."""
    printed = {
        _key(name.family_with_particles()): name.family_with_particles()
        for entry in entries
        for names in entry.names.values()
        for name in names
    }
    people: dict[str, Mapping[str, object]] = {}
    for key, found in coauthors.items():
        family = printed.get(_key(key), key.title())
        for each in tables(found):
            names = [f"{first} {family}" for first in listed(each, "firstname")]
            if names:
                fullest = max(names, key=_words_in_full)
                people[slug(fullest)] = {
                    "name": fullest,
                    "variants": [name for name in names if name != fullest],
                    "homepage": web_address(words(each, "url")),
                }
    return people


def _words_in_full(name: str) -> tuple[int, int]:
    """How much of a name is no initial."""
    return sum(not word.endswith(".") for word in name.split()), len(name)


def _key(family: str) -> str:
    """A family name as al-folio looks it up."""
    return fold(family).replace(" ", "")


def _venues(found: Mapping[str, object], entries: Sequence[Entry]) -> tuple[dict[str, Mapping[str, object]], list[str]]:
    """Venues by abbreviation, under the name that the entries with this abbreviation print; and remarks."""
    printed: dict[str, Counter[str]] = {}
    for entry in entries:
        if entry.container_title_short and entry.container_title:
            printed.setdefault(entry.container_title_short, Counter())[entry.container_title.to_plain()] += 1
    venues: dict[str, Mapping[str, object]] = {}
    remarks: list[str] = []
    for abbreviation, each in found.items():
        names = [name for name, _ in printed.get(abbreviation, Counter()).most_common()]
        if names and slug(names[0]) not in venues:
            venues[slug(names[0])] = {
                "name": names[0],
                "variants": names[1:],
                "abbreviation": abbreviation,
                "homepage": web_address(words(each, "url")) if isinstance(each, Mapping) else "",
            }
        elif not names:
            remarks.append(f"the venue {abbreviation} stays behind: no entry with `abbr` names its journal or book")
    return venues, remarks


def _left_behind(checkout: Checkout) -> Iterator[str]:
    """Kinds of pages for which a site of publications has no place."""
    for folder, what in (("_posts", "blog posts"), ("_news", "news"), ("_projects", "projects")):
        if any(checkout.files(folder, (".md",))):
            yield f"{folder}/ stays behind: {what} are not brought over"


ORIGIN = Origin("al_folio", "al-folio site", recognises, bring)

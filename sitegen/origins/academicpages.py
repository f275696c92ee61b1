"""A checkout of academicpages, the Jekyll template: one Markdown file per publication becomes one BibTeX file.

Source: academicpages' README and the examples in its `_publications/`; `_config.yml` for `publication_category`.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from sitegen.config import LimitsConfig
from sitegen.disk.checkout import Checkout
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.names import NameList, read_names
from sitegen.model.dating import read_date
from sitegen.model.entry import Abstract, Entry
from sitegen.origins import Brought, Origin
from sitegen.text.addresses import doi, orcid, web_address
from sitegen.text.markdown_words import page, rich
from sitegen.text.settings import head_and_body, listed, read_yaml, words
from sitegen.text.slugs import slug

_FOLDER = "_publications"
_CATEGORIES = {
    "manuscripts": ("article-journal", "article"),
    "conferences": ("paper-conference", "inproceedings"),
    "books": ("book", "book"),
    "preprints": ("article", "misc"),
    "theses": ("thesis", "thesis"),
}
"""By category: CSL type and the type's word; anything else is an article."""
_AND = re.compile(r",?\s+and\s+|\s*,?\s*&\s*")
_ET_AL = re.compile(r"[,\s]+(?:and\s+)?et\.? al\.?$", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")
_ASIDE = re.compile(
    r"^(?:\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)|recommended citation:.*)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
"""Lines of a page that stand for its buttons: a link alone, and the citation."""
_OF_THE_TEMPLATE = "https://academicpages.github.io/"
"""The address that stands in the template, which is nobody's own."""
_YEAR = re.compile(r"[\"“(]|\b(?:1[5-9]|20)\d\d\b")


def recognises(source: Path) -> bool:
    """Whether it is a folder with publications as pages and Jekyll's settings."""
    checkout = Checkout(source)
    return source.is_dir() and checkout.has_folder(_FOLDER) and checkout.has_file("_config.yml")


def bring(source: Path) -> Brought:
    """Publications as content/publications.bib, files they link on their own site, settings, the about page."""
    checkout = Checkout(source)
    config = read_yaml(checkout.text("_config.yml"))
    files: dict[str, bytes | Path] = {}
    redirects = {"/publications/": "/"}
    remarks: list[str] = []
    entries: list[Entry] = []
    taken: set[str] = set()
    for path in checkout.files(_FOLDER, (".md", ".html")):
        head, body = head_and_body(checkout.text(path))
        entry = _entry(path, head, body, checkout, config)
        if not entry.title:
            remarks.append(f"{path} stays behind: no title can be read in it")
            continue
        if entry.id in taken:
            entry = replace(entry, id=PurePosixPath(path).stem)
        taken.add(entry.id)
        entries.append(entry)
        if not entry.authors:
            remarks.append(f"{path}: no authors could be read from its citation; add them to {entry.id}")
        for local in _local_files(head, config, checkout):
            files[f"content/static/{local}"] = source / local
        files.update(_own_pdf(entry.id, head, config, checkout))
        usual = f"/publications/{PurePosixPath(path).stem}/"
        for old in (words(head, "permalink") or usual, *listed(head, "redirect_from")):
            if old.strip("/"):
                redirects.setdefault(f"/{old.strip('/')}/", f"/articles/{slug(entry.id)}/")
    files["content/publications.bib"] = FORMAT.write(entries).encode()
    about = page(head_and_body(checkout.text(checkout.first("_pages/about.md", "index.md")))[1])
    if about.strip():
        files["content/index.md"] = about.encode()
    return Brought(
        files=files,
        site=_site(config),
        people=_people(config),
        redirects=redirects,
        remarks=(*remarks, *_left_behind(checkout)),
    )


def _entry(path: str, head: Mapping[str, object], body: str, checkout: Checkout, config: Mapping[str, object]) -> Entry:
    """The entry of one page: what its own BibTeX file says, else what its settings say."""
    text = words(head, "abstract") or page(_ASIDE.sub("", body)).strip() or words(head, "excerpt")
    found = _bibtex(head, checkout, config)
    if found is None:
        csl, word = _CATEGORIES.get(words(head, "category"), _CATEGORIES["manuscripts"])
        listed_names = _authors(words(head, "citation"))
        entry = Entry(
            id=PurePosixPath(path).stem,
            type=csl,
            source_type=word,
            title=rich(words(head, "title")),
            names={"author": listed_names.names} if listed_names.names else {},
            et_al=frozenset({"author"}) if listed_names.et_al else frozenset(),
            issued=read_date(words(head, "date")[:10]).date,
            container_title=rich(words(head, "venue")),
            doi=doi(words(head, "doi") or words(head, "paperurl")),
        )
    else:
        entry = found
    links = {
        "pdf": "" if _local(words(head, "paperurl"), config, checkout) else words(head, "paperurl"),
        "slides": _address(words(head, "slidesurl"), config),
        "code": words(head, "code") or words(head, "github"),
    }
    checked = {name: web_address(link) for name, link in links.items()}
    extra = {name: link for name, link in checked.items() if link and not (entry.doi and entry.doi in link)}
    return replace(
        entry,
        abstracts=entry.abstracts or ((Abstract(rich(text)),) if text else ()),
        extra={**extra, **entry.extra},
    )


def _bibtex(head: Mapping[str, object], checkout: Checkout, config: Mapping[str, object]) -> Entry | None:
    """The entry in the page's own .bib file; None where there is none in the checkout."""
    path = _local(words(head, "bibtexurl"), config, checkout)
    if not path or FORMAT.read is None:
        return None
    entries = FORMAT.read([Source(path, checkout.data(path))], LimitsConfig()).entries
    return entries[0] if len(entries) == 1 and entries[0].id else None


def _authors(citation: str) -> NameList:
    """The names that a formatted citation begins with; none where they cannot be told apart.

    >>> [name.to_plain() for name in _authors("Doe, J., Roe, R. A. & Poe, E. (2009). &quot;A Title.&quot;").names]
    ['J. Doe', 'R. A. Roe', 'E. Poe']
    >>> [name.to_plain() for name in _authors("Jane Doe and Richard Roe. (2010). A Title.").names]
    ['Jane Doe', 'Richard Roe']
    """
    text = html.unescape(citation[:2000])
    text = _YEAR.split(text, maxsplit=1)[0].strip(" ,;:") if _YEAR.search(text) else ""
    text = _FULL_STOP.sub("", text)
    text, more = _ET_AL.subn("", text)
    if not text:
        return NameList()
    pieces: list[str] = []
    for part in _AND.split(text):
        tokens = [token for token in (each.strip() for each in part.split(",")) if token]
        pairs = list(zip(tokens[::2], tokens[1::2], strict=False))
        inverted = len(tokens) % 2 == 0 and all(_is_inverted(family, given) for family, given in pairs)
        pieces += [f"{family}, {given}" for family, given in pairs] if inverted else tokens
    return read_names(" and ".join((*pieces, "others") if more else pieces), 500)


def _is_inverted(family: str, given: str) -> bool:
    """Whether two pieces parted by a comma are the two parts of one name, not two names.

    >>> _is_inverted("van Dyke", "J. K."), _is_inverted("Jane Doe", "Richard Roe"), _is_inverted("J. Doe", "R. Roe")
    (True, False, False)
    """
    families, givens = family.split(), given.split()
    in_full = [word for word in givens if len(word.strip(".")) > 1]
    return all(len(word.strip(".")) > 1 for word in families) and (len(families) == 1 or len(in_full) < 2)


def _address(written: str, config: Mapping[str, object]) -> str:
    """An address as written, below the site's own where it has no host."""
    return words(config, "url").rstrip("/") + written if written.startswith("/") else written


def _local(written: str, config: Mapping[str, object], checkout: Checkout) -> str:
    """The file of the checkout that an address of the site leads to; "" where there is none."""
    own = urlsplit(words(config, "url")).netloc.lower()
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    if parts.netloc and parts.netloc.lower() not in (own, "academicpages.github.io"):
        return ""
    path = parts.path.removeprefix(words(config, "baseurl")).lstrip("/")
    return path if path and checkout.has_file(path) else ""


def _local_files(head: Mapping[str, object], config: Mapping[str, object], checkout: Checkout) -> Iterator[str]:
    """Files of the checkout that a page links; they keep their addresses."""
    for field in ("paperurl", "slidesurl", "bibtexurl"):
        if path := _local(words(head, field), config, checkout):
            yield path


def _own_pdf(
    key: str, head: Mapping[str, object], config: Mapping[str, object], checkout: Checkout
) -> Iterator[tuple[str, Path]]:
    """The paper itself, under the entry's key."""
    path = _local(words(head, "paperurl"), config, checkout)
    if path.lower().endswith(".pdf"):
        yield f"content/pdf/{slug(key)}.pdf", checkout.root / path


def _site(config: Mapping[str, object]) -> dict[str, object]:
    """Keys of site.toml."""
    owner = words(config, "author", "name") or words(config, "name")
    address = web_address(words(config, "url").rstrip("/") + "/" + words(config, "baseurl").strip("/"))
    repository = words(config, "repository").strip("/")
    return {
        "title": words(config, "title") or owner or "Publications",
        "description": words(config, "description"),
        "url": address.rstrip("/") + "/" if address and address != _OF_THE_TEMPLATE else "",
        "language": words(config, "locale")[:2] or "en",
        "me": [owner] if owner else [],
        "repository": web_address(f"https://github.com/{repository}") if repository.count("/") == 1 else "",
    }


def _people(config: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """The owner's table of people.toml."""
    name = words(config, "author", "name") or words(config, "name")
    known = orcid(words(config, "author", "orcid"))
    employer = words(config, "author", "employer")
    return {slug(name): {"name": name, "orcid": known, "affiliation": employer}} if name and (known or employer) else {}


def _left_behind(checkout: Checkout) -> Iterator[str]:
    """Kinds of pages for which a site of publications has no place."""
    for folder, what in (
        ("_talks", "talks"),
        ("_teaching", "teaching"),
        ("_portfolio", "projects"),
        ("_posts", "posts"),
    ):
        if any(checkout.files(folder, (".md", ".html"))):
            yield f"{folder}/ stays behind: {what} are not brought over"


ORIGIN = Origin("academicpages", "academicpages site", recognises, bring)

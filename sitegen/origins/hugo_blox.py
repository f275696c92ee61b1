"""A checkout of Hugo Blox (Wowchemy, Academic): one folder per publication becomes one BibTeX file.

Source: Hugo Blox's documentation, "Publications" and "Authors", and its Academic CV template.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypedDict

from sitegen.config import LimitsConfig
from sitegen.disk.checkout import Checkout
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.names import read_names
from sitegen.model.dating import read_date
from sitegen.model.entry import Abstract, Entry
from sitegen.model.links import with_scheme
from sitegen.origins import Brought, Origin
from sitegen.text.addresses import doi, orcid, web_address
from sitegen.text.markdown_words import page, rich
from sitegen.text.rich import Text
from sitegen.text.settings import head_and_body, listed, read_toml, read_yaml, tables, words
from sitegen.text.slugs import slug

_FOLDERS = ("content/publication", "content/publications", "content/en/publication", "content/en/publications")
_CONFIGS = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("config/_default/", "")
    for name in ("hugo", "config")
    for ending in ("yaml", "yml", "toml")
)
_TYPES = {
    "1": ("paper-conference", "inproceedings"), "paper-conference": ("paper-conference", "inproceedings"),
    "2": ("article-journal", "article"), "article-journal": ("article-journal", "article"),
    "3": ("article", "misc"), "article": ("article", "misc"),
    "4": ("report", "techreport"), "report": ("report", "techreport"),
    "5": ("book", "book"), "book": ("book", "book"),
    "6": ("chapter", "incollection"), "chapter": ("chapter", "incollection"),
    "7": ("thesis", "thesis"), "thesis": ("thesis", "thesis"),
    "8": ("patent", "patent"), "patent": ("patent", "patent"),
}  # fmt: skip
"""By `publication_types`, CSL's words or the numbers of older versions: CSL type and the type's word."""
_CONTAINER = re.compile(
    r"(?:In:? )?(?P<title>\S.{0,500}?)"
    r"(?:,? (?P<volume>\d{1,5})(?: ?\((?P<issue>[\w/–-]{1,20})\))?(?:, (?:pp?\. ?)?(?P<page>[\w–-]{1,30}))?)?\.?"
)


class _Container(TypedDict, total=False):
    """Where a publication appeared."""

    container_title: Text
    volume: str
    issue: str
    page: str


_LINKS = (
    "url_pdf", "url_code", "url_dataset", "url_poster", "url_project", "url_slides", "url_source", "url_video",
    "url_preprint",
)  # fmt: skip


def recognises(source: Path) -> bool:
    """Whether it is a folder with Hugo's settings and publications as pages."""
    checkout = Checkout(source)
    return source.is_dir() and bool(checkout.first(*_CONFIGS)) and any(map(checkout.has_folder, _FOLDERS))


def bring(source: Path) -> Brought:
    """Publications as content/publications.bib with their PDFs, authors, settings; every old address leads on."""
    checkout = Checkout(source)
    authors = dict(_authors(checkout))
    files: dict[str, bytes | Path] = {}
    redirects: dict[str, str] = {}
    remarks: list[str] = []
    entries: dict[str, Entry] = {}
    for path in _publications(checkout):
        head, body = head_and_body(checkout.text(path))
        folder = (
            PurePosixPath(path).parent if PurePosixPath(path).stem == "index" else PurePosixPath(path).with_suffix("")
        )
        entry = _entry(folder, head, body, checkout, authors)
        if not entry.title:
            remarks.append(f"{path} stays behind: no title can be read in it")
            continue
        if entry.id in entries:
            entry = replace(entry, id=folder.name)
        entries.setdefault(entry.id, entry)
        target = f"/articles/{slug(entry.id)}/"
        redirects[_old_address(folder)] = target
        redirects.update((f"/{old.strip('/')}/", target) for old in listed(head, "aliases") if old.strip("/"))
        redirects[f"/{folder.parent.name}/"] = "/"
        for pdf in _pdfs(folder, checkout):
            files.setdefault(f"content/pdf/{slug(entry.id)}.pdf", source / pdf)
            files[f"content/static{_old_address(folder)}{PurePosixPath(pdf).name}"] = source / pdf
    files["content/publications.bib"] = FORMAT.write(tuple(entries.values())).encode()
    printed = {slug(name.to_plain()) for entry in entries.values() for name in entry.authors}
    for user, each in authors.items():
        name = str(each["name"])
        if slug(name) in printed:
            for old in (user, slug(name), "-".join(name.lower().split())):
                redirects[f"/author/{old}/"] = f"/authors/{slug(name)}/"
    return Brought(
        files=files,
        site=_site(checkout, authors),
        people={
            slug(str(each["name"])): {key: each[key] for key in _PERSON if each.get(key)} for each in authors.values()
        },
        redirects=redirects,
        remarks=(*remarks, *_left_behind(checkout)),
    )


_PERSON = ("name", "orcid", "affiliation", "homepage")


def _publications(checkout: Checkout) -> Iterator[str]:
    """The pages of publications, not those of lists."""
    for folder in _FOLDERS:
        for path in checkout.files(folder, (".md",)):
            if PurePosixPath(path).name != "_index.md":
                yield path


def _old_address(folder: PurePosixPath) -> str:
    """Where Hugo published a page."""
    parts = folder.parts[1:]
    return "/" + "/".join(parts[1:] if parts[0] == "en" else parts).lower() + "/"


def _entry(
    folder: PurePosixPath,
    head: Mapping[str, object],
    body: str,
    checkout: Checkout,
    authors: Mapping[str, Mapping[str, object]],
) -> Entry:
    """One publication: what its cite.bib says, with what only the page says added."""
    cited = _cited(folder, checkout)
    csl, word = next(
        (_TYPES[each] for each in listed(head, "publication_types") if each in _TYPES), ("document", "misc")
    )
    names = " and ".join(_printed(each, authors) for each in listed(head, "authors"))
    entry = cited or Entry(
        id=folder.name,
        type=csl,
        source_type=word,
        title=rich(words(head, "title")),
        names={"author": read_names(names, 1000).names} if names else {},
        issued=read_date(words(head, "date")[:10]).date,
        **_container(words(head, "publication")),
    )
    text = words(head, "abstract") or page(body).strip()
    return replace(
        entry,
        doi=entry.doi or doi(words(head, "doi") or words(head, "hugoblox", "ids", "doi")),
        abstracts=entry.abstracts or ((Abstract(rich(text)),) if text else ()),
        keywords=entry.keywords or listed(head, "tags"),
        extra={**_extra(head), **entry.extra},
    )


def _container(written: str) -> _Container:
    """Journal or book, volume, issue and pages of "In *Journal, 4*(2), 10--19"."""
    found = _CONTAINER.fullmatch(written.replace("*", "").replace("_", " ").strip()[:1000])
    if not found:
        return {"container_title": rich(written)}
    return {
        "container_title": rich(found["title"]),
        "volume": found["volume"] or "",
        "issue": found["issue"] or "",
        "page": (found["page"] or "").replace("--", "–").replace("-", "–"),
    }


def _cited(folder: PurePosixPath, checkout: Checkout) -> Entry | None:
    """The entry in the folder's cite.bib; None where there is none."""
    path = f"{folder}/cite.bib"
    if not checkout.has_file(path) or FORMAT.read is None:
        return None
    entries = FORMAT.read([Source(path, checkout.data(path))], LimitsConfig()).entries
    return entries[0] if len(entries) == 1 and entries[0].id else None


def _printed(author: str, authors: Mapping[str, Mapping[str, object]]) -> str:
    """An author's name, looked up where a user's name stands for it; a literal `and` cannot part it."""
    return str(authors[author.lower()]["name"]) if author.lower() in authors else author.replace(" and ", " & ")


def _extra(head: Mapping[str, object]) -> dict[str, str]:
    """Fields that the reader of BibTeX knows under Hugo Blox's own names."""
    fields = {name: web_address(words(head, name)) for name in _LINKS}
    for each in (*tables(head.get("links")), *tables(head.get("url_custom"))):
        label = slug(words(each, "name") or words(each, "type") or "link").replace("-", "_")
        fields[f"url_{label}"] = fields.get(f"url_{label}") or web_address(words(each, "url"))
    fields["featured"] = "true" if words(head, "featured") == "true" else ""
    fields["arxiv"] = words(head, "hugoblox", "ids", "arxiv")
    return {name: value for name, value in fields.items() if value}


def _pdfs(folder: PurePosixPath, checkout: Checkout) -> list[str]:
    """The full text beside a page: the PDF named after its folder, else the only one there."""
    found = list(checkout.files(str(folder), (".pdf",)))
    return [path for path in found if PurePosixPath(path).stem == folder.name] or (found if len(found) == 1 else [])


def _authors(checkout: Checkout) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Authors by the names of their folders or files: printed name, ORCID iD, affiliation, home page, owner or not."""
    for path in checkout.files("content/authors", ("_index.md",)):
        yield PurePosixPath(path).parent.name.lower(), _author(head_and_body(checkout.text(path))[0])
    for path in checkout.files("data/authors", (".yaml", ".yml")):
        yield PurePosixPath(path).stem.lower(), _author(read_yaml(checkout.text(path)))


def _author(head: Mapping[str, object]) -> Mapping[str, object]:
    """One author."""
    names = (words(head, "title"), words(head, "name"), words(head, "name", "display"))
    links = [
        words(each, "link") or words(each, "url")
        for key in ("social", "profiles", "links")
        for each in tables(head.get(key))
    ]
    employers = [words(each, "name") for key in ("organizations", "affiliations") for each in tables(head.get(key))]
    return {
        "name": next(filter(None, names), "") or "Anonymous",
        "orcid": next(filter(None, map(orcid, links)), ""),
        "affiliation": next(filter(None, employers), ""),
        "homepage": web_address(words(head, "homepage")),
        "owner": words(head, "superuser") == "true" or words(head, "is_owner") == "true",
    }


def _site(checkout: Checkout, authors: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """Keys of site.toml."""
    path = checkout.first(*_CONFIGS)
    config = read_toml(checkout.text(path)) if path.endswith(".toml") else read_yaml(checkout.text(path))
    params = read_yaml(
        checkout.text(checkout.first("config/_default/params.yaml", "config/_default/params.yml") or "-")
    )
    address = web_address(with_scheme(words(config, "baseURL") or words(config, "baseurl")))
    owners = [str(each["name"]) for user, each in authors.items() if each["owner"] or user in ("admin", "me")]
    return {
        "title": words(config, "title") or "Publications",
        "description": words(params, "marketing", "seo", "description") or words(params, "description"),
        "url": address.rstrip("/") + "/" if address else "",
        "language": words(config, "defaultContentLanguage") or words(config, "languageCode") or "en",
        "me": list(dict.fromkeys(owners)),
    }


def _left_behind(checkout: Checkout) -> Iterator[str]:
    """Kinds of pages for which a site of publications has no place."""
    for folder in ("post", "posts", "blog", "project", "projects", "event", "events", "talk", "teaching", "courses"):
        if any(checkout.files(f"content/{folder}", (".md",))):
            yield f"content/{folder}/ stays behind: only publications and people are brought over"


ORIGIN = Origin("hugo_blox", "Hugo Blox site", recognises, bring)

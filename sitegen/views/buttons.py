"""The buttons of a work: its PDF, its publisher, and whatever else it offers."""

from collections import Counter
from collections.abc import Iterator

from sitegen.model.entry import Entry, LinkKind
from sitegen.site import Here, LocalFile, Site
from sitegen.text import addresses
from sitegen.text.slugs import file_slug
from sitegen.views.article import Button
from sitegen.views.work import plain_title
from sitegen.words import _

LABELS: dict[LinkKind, str] = {
    "pdf": _("Read PDF"),
    "publisher": _("Publisher"),
    "website": _("Web page"),
    "preprint": _("Preprint"),
    "code": _("Code"),
    "data": _("Data"),
    "software": _("Software"),
    "slides": _("Slides"),
    "poster": _("Poster"),
    "video": _("Video"),
    "supplement": _("Supplement"),
    "blog": _("Blog post"),
    "other": _("Link"),
}
"""A word for each kind of link, in the order of the buttons."""
ARCHIVES = ("arxiv", "hal", "pmcid", "ssrn", "iacr", "acl")
"""Schemes of identifiers that lead to the text itself."""
_ORDER: tuple[str, ...] = tuple(LABELS)


def buttons(entry: Entry, site: Site, here: Here) -> tuple[Button, ...]:
    """Every link and file of a work, once; the first that leads to the full text is the main one."""
    title, seen = plain_title(entry), set[str]()
    found = []
    for button in (
        *_full_text(entry, title, site, here),
        *sorted(
            (*_archives(entry, title), *_others(entry, title, site), *_files(entry, title, site, here)), key=_order
        ),
    ):
        if button.url not in seen:
            seen.add(button.url)
            found.append(button)
    return tuple(found)


def _full_text(entry: Entry, title: str, site: Site, here: Here) -> Iterator[Button]:
    """The PDF beside the page with its size, or one elsewhere; then the publisher's page by the DOI."""
    say = site.words.say
    local = site.pdfs.get(entry.id)
    if local:
        yield Button(
            "pdf",
            say(LABELS["pdf"]),
            here.to("pdf", entry.id),
            f"PDF: {title}",
            main=True,
            note=_weight(entry, local, site),
        )
    for number, link in enumerate(link for link in entry.links if link.kind == "pdf"):
        yield Button(
            "pdf",
            link.label or say(LABELS["pdf"]),
            link.url,
            f"PDF: {title}",
            external=True,
            main=not local and number == 0,
        )
    if entry.doi:
        yield _external("publisher", say(LABELS["publisher"]), addresses.doi_url(entry.doi), title)


def _archives(entry: Entry, title: str) -> Iterator[Button]:
    """The work in archives that hold its text, by its number there."""
    for scheme in ARCHIVES:
        if value := entry.identifiers.get(scheme, ""):
            name = addresses.SCHEMES_OF_IDENTIFIERS[scheme][0]
            yield _external("preprint", name, addresses.identifier_url(scheme, value), title)


def _others(entry: Entry, title: str, site: Site) -> Iterator[Button]:
    """The other links, kind by kind; the publisher's address gives way to the DOI."""
    for kind, label in LABELS.items():
        if kind == "pdf" or (kind == "publisher" and entry.doi):
            continue
        for link in entry.links:
            if link.kind == kind:
                yield _external(kind, link.label or site.words.say(label), link.url, title)


def _files(entry: Entry, title: str, site: Site, here: Here) -> Iterator[Button]:
    """Local files other than the PDF, called what their field says; by their names where that tells them not apart."""
    files = site.attachments.get(entry.id, {})
    told = {file_slug(each.path): each for each in reversed(entry.attachments)}
    often = Counter(told[name].kind for name in files if name in told)
    for name, file in files.items():
        attachment = told.get(name)
        kind = attachment.kind if attachment else "other"
        plain = kind in {"pdf", "other"} or often[kind] > 1
        label = (attachment.label if attachment else "") or (name if plain else site.words.say(LABELS[kind]))
        ending = name.rpartition(".")[2].upper()
        yield Button(
            "supplement" if kind == "pdf" else kind,
            label,
            here.to("attachment", f"{entry.id}/{name}"),
            f"{label}: {title}",
            note=size(file.size, site) if label == name else f"{ending} · {size(file.size, site)}",
        )


def _order(button: Button) -> int:
    """Where a button stands among the others, by its kind."""
    return _ORDER.index(button.kind)


def _external(kind: str, label: str, url: str, title: str) -> Button:
    """A link that leads off the site."""
    return Button(kind, label, url, f"{label}: {title}", external=True)


def _weight(entry: Entry, pdf: LocalFile, site: Site) -> str:
    """How many pages a local PDF has, where that is known, and its size."""
    page = site.first_pages.get(entry.id)
    pages = site.words.count("%(num)s page", "%(num)s pages", page.pages) if page else ""
    return " · ".join(part for part in (pages, size(pdf.size, site)) if part)


def size(number: int, site: Site) -> str:
    """A file's size as people read it; kB and MB are decimal (SI)."""
    if number < 1_000_000:
        return site.words.say(_("%(size)s kB")) % {"size": site.words.number(max(1, round(number / 1000)))}
    return site.words.say(_("%(size)s MB")) % {"size": site.words.decimal(number / 1_000_000)}

"""The buttons of a work: its PDF, its publisher, and whatever else it offers."""

from collections.abc import Iterator

from sitegen.model.entry import Entry, LinkKind
from sitegen.site import Here, Site
from sitegen.text import addresses
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


def buttons(entry: Entry, site: Site, here: Here) -> tuple[Button, ...]:
    """Every link and file of a work, once; the first that leads to the full text is the main one."""
    title, seen = plain_title(entry), set[str]()
    found = []
    for button in (
        *_full_text(entry, title, site, here),
        *_others(entry, title, site),
        *_files(entry, title, site, here),
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
            "pdf", say(LABELS["pdf"]), here.to("pdf", entry.id), f"PDF: {title}", main=True, note=size(local.size, site)
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


def _others(entry: Entry, title: str, site: Site) -> Iterator[Button]:
    """The other links, kind by kind; the publisher's address gives way to the DOI."""
    for kind, label in LABELS.items():
        if kind == "pdf" or (kind == "publisher" and entry.doi):
            continue
        for link in entry.links:
            if link.kind == kind:
                yield _external(kind, link.label or site.words.say(label), link.url, title)


def _files(entry: Entry, title: str, site: Site, here: Here) -> Iterator[Button]:
    """Local files other than the PDF."""
    for name, file in site.attachments.get(entry.id, {}).items():
        yield Button(
            "supplement",
            name,
            here.to("attachment", f"{entry.id}/{name}"),
            f"{name}: {title}",
            note=size(file.size, site),
        )


def _external(kind: str, label: str, url: str, title: str) -> Button:
    """A link that leads off the site."""
    return Button(kind, label, url, f"{label}: {title}", external=True)


def size(number: int, site: Site) -> str:
    """A file's size as people read it; kB and MB are decimal (SI)."""
    if number < 1_000_000:
        return f"{site.words.number(max(1, round(number / 1000)))} kB"
    return f"{site.words.decimal(number / 1_000_000)} MB"

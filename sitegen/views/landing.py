"""What the vocabularies of metadata may ask about a work: its page, its files, its people."""

from functools import partial

from sitegen.metadata import Facts, Neighbour, Picture
from sitegen.model.entry import Entry
from sitegen.site import Links, Site
from sitegen.text.addresses import web_address
from sitegen.text.plain import one_line
from sitegen.views.cards import SIZE, card_of
from sitegen.views.groups import export_key

UNTOLD = frozenset({"cited_by", "related"})
"""Relations for which no vocabulary has a word, of which a work may have thousands."""


def landing(entry: Entry, site: Site, links: Links) -> Facts:
    """The facts of one work's landing page; addresses are empty where the site does not know its own."""
    library = site.library
    return Facts(
        entry=entry,
        site_title=site.config.title,
        language=entry.language or site.config.language,
        page_url=links.absolute("article", entry.id),
        pdf_url=links.absolute("pdf", entry.id) if entry.id in site.pdfs else "",
        venue=library.venue(entry),
        people={
            (role, position): person
            for role, names in entry.names.items()
            for position, name in enumerate(names)
            if (person := library.person(entry, name))
        },
        exports={
            format_.media_type: address
            for format_ in site.export_formats
            if (address := links.absolute("export", export_key("articles", entry.id, format_.suffix)))
        },
        linkset_url=links.absolute("linkset", entry.id) if links.has("linkset", entry.id) else "",
        files=_files(entry, site, links),
        neighbours=_neighbours(entry, site, links),
        remote_pdf=site.config.remote_pdfs,
        picture=picture(site, links, entry),
    )


def _files(entry: Entry, site: Site, links: Links) -> tuple[str, ...]:
    """The addresses of local files other than the PDF."""
    names = site.attachments.get(entry.id, ()) if links.base_url else ()
    return tuple(links.absolute("attachment", f"{entry.id}/{name}") for name in names)


def _neighbours(entry: Entry, site: Site, links: Links) -> tuple[Neighbour, ...]:
    """The works that an entry names, and those that name it."""
    if not links.base_url:
        return ()
    library = site.library
    return tuple(
        Neighbour(each.kind, library.entries[each.id], links.absolute("article", each.id))
        for each in library.kin.get(entry.id, ())
        if each.kind not in UNTOLD
    )


def picture(site: Site, links: Links, entry: Entry | None = None) -> Picture | None:
    """What stands for a page: the card of its work, else the site's picture or card; None for none, or no address."""
    drawn = entry if site.config.cards.enabled else None
    if drawn and (card := _card(card_of(drawn.id), one_line(drawn.title.to_plain()), site, links)):
        return card
    return site.once(("picture",), partial(_of_site, site, links))


def _of_site(site: Site, links: Links) -> Picture | None:
    """The picture that the site names, else its card."""
    image = site.config.image
    url = web_address(image) or (links.absolute("static", image) if links.has("static", image) else "")
    if url:
        return Picture(url, site.config.image_alt or site.config.title)
    return _card(card_of(), site.config.title, site, links)


def _card(path: str, alt: str, site: Site, links: Links) -> Picture | None:
    """A card that was drawn."""
    if not site.config.cards.enabled or not links.has("card", path):
        return None
    url = links.absolute("card", path)
    return Picture(url, alt, *SIZE) if url else None

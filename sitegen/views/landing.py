"""What the vocabularies of metadata may ask about a work: its page, its files, its people."""

from sitegen.metadata import Facts
from sitegen.model.entry import Entry
from sitegen.site import Here, Site
from sitegen.views.groups import export_key


def landing(entry: Entry, site: Site, here: Here) -> Facts:
    """The facts of one work's landing page; addresses are empty where the site does not know its own."""
    library, links = site.library, here.links
    return Facts(
        entry=entry,
        site_title=site.config.title,
        language=entry.language or site.config.language,
        page_url=here.absolute(),
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
    )

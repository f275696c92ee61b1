"""A work in the format of an export, made once for all files and pages it stands in."""

from dataclasses import replace

from sitegen.formats import Format, Record
from sitegen.model.entry import Entry, WebLink
from sitegen.site import Here, Site


def record_of(entry: Entry, format_: Format, site: Site, here: Here) -> Record:
    """One record, with and without abstracts; where its format names full texts, with the address of the local PDF."""
    return site.once(("record", format_.name, entry.id), lambda: format_.record(_with_pdf(entry, format_, site, here)))


def _with_pdf(entry: Entry, format_: Format, site: Site, here: Here) -> Entry:
    """A work with the address of its local PDF before those of others."""
    if not (format_.names_pdf and site.base_url and entry.id in site.pdfs):
        return entry
    return replace(entry, links=(WebLink("pdf", here.links.absolute("pdf", entry.id)), *entry.links))

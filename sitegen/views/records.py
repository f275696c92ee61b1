"""A work in the format of an export, made once for all files and pages it stands in."""

from dataclasses import replace

from sitegen.formats import Format, Record, in_utf8
from sitegen.model.entry import Entry, WebLink
from sitegen.site import Links, Site


def record_of(site: Site, links: Links, name: str, id_: str) -> bytes:
    """The question what an entry is in the format of a name, in UTF-8."""
    made = _record(site, links, name, id_)
    full = in_utf8(made.full)
    if site.reads:
        # Whoever asks for the one needs the other, later and more than once. Where it is another, so is the whole.
        brief = full if made.brief is made.full else in_utf8(made.brief)
        site.reads.give(
            (brief_record.__name__, (name, id_)), brief, [site.reads.numbers[record_of.__name__, (name, id_)]]
        )
    return full


def brief_record(site: Site, links: Links, name: str, id_: str) -> bytes:
    """The question what it is without abstracts."""
    return in_utf8(_record(site, links, name, id_).brief)


def _record(site: Site, links: Links, name: str, id_: str) -> Record:
    """An entry in a format."""
    format_ = site.formats[name]
    return format_.record(_with_pdf(site.library.entries[id_], format_, site, links))


def _with_pdf(entry: Entry, format_: Format, site: Site, links: Links) -> Entry:
    """A work with the address of its local PDF before those of others, where its format names full texts."""
    if not (format_.names_pdf and site.base_url and entry.id in site.pdfs):
        return entry
    return replace(entry, links=(WebLink("pdf", links.absolute("pdf", entry.id)), *entry.links))

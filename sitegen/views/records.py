"""A work in the format of an export, made once for all files and pages it stands in."""

from sitegen.formats import Format, Record
from sitegen.model.entry import Entry
from sitegen.site import Site


def record_of(entry: Entry, format_: Format, site: Site) -> Record:
    """One record, with and without abstracts."""
    return site.once(("record", format_.name, entry.id), lambda: format_.record(entry))

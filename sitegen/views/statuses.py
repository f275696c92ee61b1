"""What a reader must know before reading a work: that it was retracted, or what it is a version of."""

from collections.abc import Iterator

from sitegen.model.entry import Entry
from sitegen.site import Here, Site
from sitegen.views.article import Status
from sitegen.views.work import plain_title
from sitegen.words import _

BANNERS = {
    "retracted": _("This work has been retracted."),
    "withdrawn": _("This work has been withdrawn."),
    "corrected": _("This work has been corrected."),
}
RELATIONS = {
    "preprint_of": ("preprint", _("This is a preprint. The published version:")),
    "published_as": ("preprint", _("This is a preprint. The published version:")),
    "version_of": ("version", _("There is another version of this work:")),
    "erratum_of": ("corrected", _("This corrects another work:")),
}


def statuses(entry: Entry, site: Site, here: Here) -> tuple[Status, ...]:
    """The banners of a work, most serious first."""
    return tuple(_all(entry, site, here))


def _all(entry: Entry, site: Site, here: Here) -> Iterator[Status]:
    """The work's own status, then what its relations say."""
    if entry.status in BANNERS:
        yield Status(entry.status, site.words.say(BANNERS[entry.status]), entry.status_note)
    for relation in entry.relations:
        if relation.kind in RELATIONS:
            kind, message = RELATIONS[relation.kind]
            other = site.library.entries[relation.id]
            yield Status(kind, site.words.say(message), url=here.to("article", other.id), title=plain_title(other))

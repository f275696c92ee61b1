"""The works before and after one: in its issue where it has one, else in the whole library."""

from sitegen.model.entry import Entry
from sitegen.model.venue import volume_key
from sitegen.site import Here, Site
from sitegen.views.listing import Turn
from sitegen.views.places import how_many, near
from sitegen.views.work import brief_view
from sitegen.words import _

ISSUE_AT_MOST = 500
"""Larger "issues" are years or whole journals; their works are turned over in the order of the library."""


def neighbours(entry: Entry, site: Site, here: Here) -> tuple[Turn, ...]:
    """The way to the earlier and the later work."""
    links = here.links
    volume = volume_key(site.library.venue_of.get(entry.id), entry)
    issue = (volume, entry.issue)
    if volume and 1 < site.ask(how_many, links, "by_issue", issue) <= ISSUE_AT_MOST:
        before, after = near(site, links, "by_issue", issue, entry.id, 1)
        labels = (_("Previous in this issue"), _("Next in this issue"))
    else:
        after, before = near(site, links, "by_year", entry.year, entry.id, 1)
        labels = (_("Earlier"), _("Later"))
    turns = []
    for others, label, rel in zip((before, after), labels, ("prev", "next"), strict=True):
        for other in others:
            work = brief_view(other, site, here)
            turns.append(Turn(site.words.say(label), work.plain_title, here.to("article", other), rel, work.language))
    return tuple(turns)

"""The works before and after one: in its issue where it has one, else in the whole library."""

from bisect import bisect_left

from sitegen.model.entry import Entry
from sitegen.model.venue import volume_key
from sitegen.site import Here, Site
from sitegen.views.listing import Turn
from sitegen.views.work import foreign, plain_title
from sitegen.words import _

ISSUE_AT_MOST = 500
"""Larger "issues" are years or whole journals; their works are turned over in the order of the library."""


def neighbours(entry: Entry, site: Site, here: Here) -> tuple[Turn, ...]:
    """The way to the earlier and the later work."""
    library = site.library
    volume = volume_key(library.venue_of.get(entry.id), entry)
    issue = library.by_issue.get((volume, entry.issue), ()) if volume else ()
    if 1 < len(issue) <= ISSUE_AT_MOST:
        at = issue.index(entry.id)
        pair, labels = (at - 1, at + 1), (_("Previous in this issue"), _("Next in this issue"))
        order = issue
    else:
        order = library.by_year[entry.year]
        at = bisect_left(order, library.rank[entry.id], key=library.rank.__getitem__)
        pair, labels = (at + 1, at - 1), (_("Earlier"), _("Later"))
    turns = []
    for other, label, rel in zip(pair, labels, ("prev", "next"), strict=True):
        if 0 <= other < len(order):
            work = library.entries[order[other]]
            turns.append(
                Turn(
                    site.words.say(label),
                    plain_title(work),
                    here.to("article", work.id),
                    rel,
                    foreign(work.language, site),
                )
            )
    return tuple(turns)

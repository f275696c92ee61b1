"""The works before and after one: in its issue where it has one, else in the whole library."""

from bisect import bisect_left

from sitegen.model.entry import Entry
from sitegen.model.venue import volume_key
from sitegen.site import Here, Site
from sitegen.text.numbers import number_key
from sitegen.views.listing import Turn
from sitegen.views.work import foreign, plain_title
from sitegen.words import _

ISSUE_AT_MOST = 500
"""Larger "issues" are years or whole journals; their works are turned over in the order of the library."""


def neighbours(entry: Entry, site: Site, here: Here) -> tuple[Turn, ...]:
    """The way to the earlier and the later work."""
    library = site.library
    issue = _issue(entry, site)
    if len(issue) > 1:
        at = issue.index(entry.id)
        pair, labels = (at - 1, at + 1), (_("Previous in this issue"), _("Next in this issue"))
        order: tuple[str, ...] = issue
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


def _issue(entry: Entry, site: Site) -> tuple[str, ...]:
    """The works of the same issue in the order of their pages; empty where there is no issue to speak of."""
    library = site.library
    volume = volume_key(library.venue_of.get(entry.id), entry)
    works = library.by_volume.get(volume, ()) if volume and entry.issue else ()
    if not 1 < len(works) <= ISSUE_AT_MOST:
        return ()
    same = [library.entries[id_] for id_ in works if library.entries[id_].issue == entry.issue]
    return tuple(
        work.id for work in sorted(same, key=lambda work: (number_key(work.page or work.number), library.rank[work.id]))
    )

"""A work does not say when it appeared.

It is listed last, belongs to no year, and Google Scholar reads its page as if it had no metadata at all.

Add `year` or `date`. A work that has not appeared says so instead: `pubstate = {inpress}` or `{submitted}`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

FORTHCOMING = frozenset(("in-press", "submitted", "in-preparation"))
"""States in which a work has no date yet."""


def run(site: Site) -> Iterator[Problem]:
    """Works with no date at all that should have one."""
    for entry in site.library.entries.values():
        if entry.issued is None and entry.status not in FORTHCOMING:
            yield Problem(CHECK.name, f"{entry.id!r} has no date", entry.place, "Add a year or a date.", id=entry.id)


CHECK = Check(
    name="missing-date",
    run=run,
    documentation=__doc__ or "",
    hint="Add a year or a date.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {Optical Press},
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {Optical Press},
  pubstate = {inpress},
}
"""),
)

"""A work should say when it appeared: without a date it is listed last, and search engines leave it out."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Problem
from sitegen.site import Site

FORTHCOMING = frozenset(("in-press", "submitted", "in-preparation"))
"""States in which a work has no date yet."""


def run(site: Site) -> Iterator[Problem]:
    """Works with no date at all that should have one."""
    for entry in site.library.entries.values():
        if entry.issued is None and entry.status not in FORTHCOMING:
            yield Problem(CHECK.name, f"{entry.id!r} has no date", entry.place, "Add a year or a date.", id=entry.id)


CHECK = Check(name="missing-date", run=run)

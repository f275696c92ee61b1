"""Every work needs a title: it is the name of its page."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Works without a title."""
    for entry in site.library.entries.values():
        if not entry.title.to_plain().strip():
            yield Problem(CHECK.name, f"{entry.id!r} has no title", entry.place, "Add a title.", id=entry.id)


CHECK = Check(name="missing-title", run=run)

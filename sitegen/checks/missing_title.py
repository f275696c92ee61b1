"""A work has no title.

The title is the name of its page, of its links and of its record everywhere.

Add `title`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Works without a title."""
    for entry in site.library.entries.values():
        if not entry.title.to_plain().strip():
            yield Problem(CHECK.name, f"{entry.id!r} has no title", entry.place, "Add a title.", id=entry.id)


CHECK = Check(
    name="missing-title",
    run=run,
    documentation=__doc__ or "",
    hint="Add a title.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  year = 1901,
  publisher = {Optical Press},
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
  publisher = {Optical Press},
}
"""),
)

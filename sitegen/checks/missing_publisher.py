"""A book does not say who published it.

Most reference styles print the publisher, and libraries tell editions apart by it. Books from before 1900 often have
none; they and undated ones are not asked for one.

Add `publisher`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

BOOKS = frozenset(("book", "mvbook"))
FIRST = 1900
"""From this year on books name a publisher."""


def run(site: Site) -> Iterator[Problem]:
    """Books of no publisher."""
    for entry in site.library.entries.values():
        is_modern = (entry.year or 0) >= FIRST
        if entry.source_type in BOOKS and is_modern and not entry.publisher and not entry.status:
            yield CHECK.problem(entry, f"the book {entry.id!r} names no publisher")


CHECK = Check(
    name="missing-publisher",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Add publisher.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1801,
}
"""),
)

"""A scholarly work names no author, no editor and nobody in their place.

Reference styles put a name in front, and Google Scholar leaves out works without an author. Data, laws, films and the
like often have none and are not asked for one.

Add `author`. The name of an institution stands in double braces: `author = {{World Health Organization}}`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

SIGNED = frozenset(("article-journal", "paper-conference", "chapter", "book", "thesis", "report", "article", "review"))
"""CSL types of which style guides expect a name in front; data, laws, films and the like often have none."""


def run(site: Site) -> Iterator[Problem]:
    """Works of those types without anybody."""
    for entry in site.library.entries.values():
        if entry.type in SIGNED and not entry.authors:
            yield Problem(
                CHECK.name,
                f"{entry.id!r} has no author and no editor",
                entry.place,
                "Add an author; put the name of an institution in double braces.",
                id=entry.id,
            )


CHECK = Check(
    name="missing-author",
    run=run,
    documentation=__doc__ or "",
    hint="Add an author; put the name of an institution in double braces.",
    finds=Example("""
@article{a,
  title = {On Light},
  journal = {Optics},
  year = 1901,
}
"""),
    spares=Example("""
@article{a,
  author = {{Optical Society}},
  title = {On Light},
  journal = {Optics},
  year = 1901,
}
"""),
)

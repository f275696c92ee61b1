"""A part does not say what it is a part of: an article its journal, a chapter its book, a paper its proceedings.

Without it the work has no venue page, and no reader can find it in a library.

Add `journal` to an article, `booktitle` to a chapter or a paper. A paper may name its event instead, a forthcoming
article need not know yet (`pubstate = {inpress}`), and an `@inbook` with a `chapter` and a `publisher` may give the
title of the book as its own, as BibTeX has it.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

CONTAINERS = {"article-journal": "journal", "chapter": "booktitle", "paper-conference": "booktitle"}
"""CSL types that are parts, and the BibTeX field that names the whole."""


def run(site: Site) -> Iterator[Problem]:
    """Parts without a whole, but for what need not name one."""
    for entry in site.library.entries.values():
        field = CONTAINERS.get(entry.type)
        placed = (
            entry.container_title or entry.event_title or entry.status or (entry.chapter_number and entry.publisher)
        )
        if field and not placed:
            yield Problem(
                CHECK.name, f"{entry.id!r} does not say where it appeared", entry.place, f"Add {field}.", id=entry.id
            )


CHECK = Check(
    name="missing-container",
    run=run,
    documentation=__doc__ or "",
    hint="Add journal or booktitle.",
    finds=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
}
"""),
    spares=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
  pubstate = {inpress},
}
"""),
)

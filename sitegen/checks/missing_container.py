"""A part should say what it is a part of: an article its journal, a chapter its book, a paper its proceedings."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Problem
from sitegen.site import Site

CONTAINERS = {"article-journal": "journal", "chapter": "booktitle", "paper-conference": "booktitle"}
"""CSL types that are parts, and the BibTeX field that names the whole."""


def run(site: Site) -> Iterator[Problem]:
    """Parts without a whole; a paper may name its event instead, and a forthcoming article may not know yet."""
    for entry in site.library.entries.values():
        field = CONTAINERS.get(entry.type)
        placed = entry.container_title or entry.event_title or entry.status
        if field and not placed:
            yield Problem(
                CHECK.name, f"{entry.id!r} does not say where it appeared", entry.place, f"Add {field}.", id=entry.id
            )


CHECK = Check(name="missing-container", run=run)

"""A scholarly work should name an author, an editor or whoever stands in their place."""

from collections.abc import Iterator

from sitegen.checks import Check
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


CHECK = Check(name="missing-author", run=run)

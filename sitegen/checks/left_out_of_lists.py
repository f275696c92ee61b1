"""A program that refuses a whole file for one work it does not know costs that work its place in lists."""

from collections import Counter
from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Place, Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """One remark for each format and type."""
    types = Counter(entry.type for entry in site.library.entries.values())
    for format_ in site.export_formats:
        for kind in sorted(format_.unlisted & types.keys()):
            yield Problem(
                CHECK.name,
                f"library{format_.suffix} and other lists in {format_.title} go without works of the type {kind} "
                f"({types[kind]:,}): Zotero refuses a whole file for one",
                Place("content"),
                f"Give people library.bib, or the file of each such work in {format_.title}.",
                "info",
            )


CHECK = Check(name="left-out-of-lists", run=run)

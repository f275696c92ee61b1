"""Lists in a format go without works of a type.

Zotero refuses a whole CSL-JSON file for one work of the type `software`, so that a file of several works leaves such
works out. The file of each such work holds it.

Give people library.bib, which has all works.
"""

from collections import Counter
from collections.abc import Iterator

from sitegen.checks import Check, Example
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


CHECK = Check(
    name="left-out-of-lists",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Give people library.bib, which has all works.",
    finds=Example("""
@software{a,
  author = {Cole, Ann},
  title = {Lenses},
  year = 2001,
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

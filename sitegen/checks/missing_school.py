"""A thesis does not say at which school it was written.

Reference styles print it, and without it nobody knows in which library to ask for the thesis.

Add `school` (BibTeX) or `institution` (BibLaTeX).
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Theses of no school."""
    for entry in site.library.entries.values():
        if entry.type == "thesis" and not entry.publisher:
            yield CHECK.problem(entry, f"the thesis {entry.id!r} names no school")


CHECK = Check(
    name="missing-school",
    run=run,
    documentation=__doc__ or "",
    hint="Add school.",
    finds=Example("""
@phdthesis{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
}
"""),
    spares=Example("""
@phdthesis{a,
  author = {Cole, Ann},
  title = {On Light},
  school = {Girton College},
  year = 1901,
}
"""),
)

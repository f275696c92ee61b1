"""A report does not say which institution issued it.

Reports are found by institution and number; reference styles print both. A report that an institution signs as its
author needs no second one.

Add `institution`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

REPORTS = frozenset(("techreport", "report", "rprt"))
"""Types of records that are reports and nothing else; manuals have no institution to name."""


def run(site: Site) -> Iterator[Problem]:
    """Reports of no institution."""
    for entry in site.library.entries.values():
        if entry.source_type not in REPORTS or entry.publisher:
            continue
        if not any(name.is_institution for name in entry.authors):
            yield CHECK.problem(entry, f"the report {entry.id!r} names no institution")


CHECK = Check(
    name="missing-institution",
    run=run,
    documentation=__doc__ or "",
    hint="Add institution.",
    finds=Example("""
@techreport{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
}
"""),
    spares=Example("""
@techreport{a,
  author = {Cole, Ann},
  title = {On Light},
  institution = {Observatory},
  year = 1901,
}
"""),
)

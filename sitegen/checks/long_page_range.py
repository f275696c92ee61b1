"""An article covers more than a thousand pages.

Mostly a digit was doubled (`1123--11130`), or the pages of the whole volume stand where the article's should.

Correct the pages.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

MOST = 1_000
_RANGE = re.compile(r"(\d{1,6})–(\d{1,6})")
_SHORT = frozenset(("article-journal", "paper-conference", "chapter"))


def run(site: Site) -> Iterator[Problem]:
    """Short works with long ranges."""
    for entry in site.library.entries.values():
        found = _RANGE.fullmatch(entry.page) if entry.type in _SHORT and "–" in entry.page else None
        if found and int(found[2]) - int(found[1]) > MOST:
            yield CHECK.problem(entry, f"{entry.id!r} would have {int(found[2]) - int(found[1]) + 1:,} pages", "pages")


CHECK = Check(
    name="long-page-range",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Correct the pages.",
    finds=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  journal = {O},
  year = 1901,
  pages = {1123--11130},
}
"""),
    spares=Example("""
@article{a,
  author = {Cole, Ann},
  title = {On Light},
  journal = {O},
  year = 1901,
  pages = {1123--1130},
}
"""),
)

"""A key says only at which place its entry stood in some list (`12`, `ref7`, `article_3`).

The key is the address of the work's page. Numbers of places change with the next export, and then every link to the
page leads to another work or nowhere.

Name the entry after what will not change, such as author, year and a word of the title: `cole1901light`. The old key
can go into the field `ids`, so that old links still arrive.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

_POSITION = re.compile(
    r"(?:ref|refs|reference|entry|item|key|article|paper|cite|bib|bibitem|pub|publication)?[-_:. ]?(\d{1,4})",
    re.IGNORECASE,
)


def run(site: Site) -> Iterator[Problem]:
    """Keys that only count; a number that is the year, or its last digits, counts nothing."""
    for entry in site.library.entries.values():
        found = _POSITION.fullmatch(entry.key)
        if found and not str(entry.year or "").endswith(found[1]):
            yield CHECK.problem(entry, f"the key {entry.key!r} says only a place in a list")


CHECK = Check(
    name="fragile-key",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Name the entry after its author, year and title, and put the old key into `ids`.",
    finds=Example("""
@misc{ref12,
  title = {On Light},
}
"""),
    spares=Example("""
@misc{cole1901,
  title = {On Light},
}
"""),
)

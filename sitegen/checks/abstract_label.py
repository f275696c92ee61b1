"""An abstract begins with the word “Abstract”.

The page has a heading of its own, and in the summaries of search engines the word takes the place of something said.

Delete the word.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

_LABEL = re.compile(r"\s*(?:ABSTRACT|Abstract)\s*(?:[:.—–]|-\s|\n)\s*\w")


def run(site: Site) -> Iterator[Problem]:
    """Abstracts that begin with their heading."""
    for entry in site.library.entries.values():
        for abstract in entry.abstracts:
            first = abstract.text.nodes[0] if abstract.text else ""
            if isinstance(first, str) and _LABEL.match(first):
                yield CHECK.problem(entry, f"the abstract of {entry.id!r} begins with its heading", "abstract")


CHECK = Check(
    name="abstract-label",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Delete the word “Abstract”.",
    finds=Example("""
@misc{a,
  title = {On Light},
  abstract = {Abstract: We measure how fast light travels between two hills.},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  abstract = {Abstract algebra is of no use when one measures the speed of light.},
}
"""),
)

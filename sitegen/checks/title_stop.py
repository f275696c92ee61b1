"""A title ends in a full stop.

Reference styles put their own stop behind it, or go on with a comma; PubMed and some platforms export titles so.

Delete the stop.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

_STOP = re.compile(r"[^\W\d_]{4,}\.")
_ABBREVIATED = frozenset(("corp", "dept", "vols", "proc", "soc", "assoc", "univ", "abstr", "prof", "spec", "subsp"))


def run(site: Site) -> Iterator[Problem]:
    """Titles whose last word is no abbreviation and has a stop behind it."""
    for entry in site.library.entries.values():
        nodes = entry.title.nodes
        last = nodes[-1] if nodes else ""
        if isinstance(last, str) and last.endswith("."):
            word = last.rpartition(" ")[2]
            if _STOP.fullmatch(word) and word[:-1].lower() not in _ABBREVIATED:
                yield CHECK.problem(
                    entry, f"the title of {entry.id!r} ends in a full stop: “…{excerpt(word)}”", "title"
                )


CHECK = Check(
    name="title-stop",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Delete the stop.",
    finds=Example("""
@misc{a,
  title = {On the velocity of light.},
}
"""),
    spares=Example("""
@misc{a,
  title = {The works of Cole et al.},
}
"""),
)

"""An abstract breaks off.

Databases and search results show the first lines of an abstract and an ellipsis; copied from there, the rest is missing
on the page and in every export.

Copy the whole abstract from the publisher's page or the PDF.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.rich import Node, Paragraph

_LONGEST_TAIL = 200
_ENDS = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\b(?:read|show|see|view|\(?)\s?more\)?|,|\b(?:the|of|and|with|for|an|from|by|that|which))\s*$",
    re.IGNORECASE,
)
FEWEST = 80
"""Letters below which it is another rule's affair."""


def run(site: Site) -> Iterator[Problem]:
    """Abstracts that end in an ellipsis, a comma, or a word that another must follow."""
    for entry in site.library.entries.values():
        for abstract in entry.abstracts:
            end = _end(abstract.text.nodes)
            whole = end.endswith(".") and not end.endswith("...")
            if not whole and _ENDS.search(end) and len(abstract.text.to_plain()) >= FEWEST:
                yield CHECK.problem(
                    entry, f"the abstract of {entry.id!r} breaks off: “…{excerpt(end[-40:])}”", "abstract"
                )


def _end(nodes: Sequence[Node]) -> str:
    """The last letters of a text, "" where it ends in something else than letters."""
    while nodes and isinstance(nodes[-1], Paragraph):
        nodes = nodes[-1].children
    last = nodes[-1] if nodes else ""
    return last[-_LONGEST_TAIL:].rstrip() if isinstance(last, str) else ""


CHECK = Check(
    name="cut-abstract",
    run=run,
    documentation=__doc__ or "",
    hint="Copy the whole abstract.",
    finds=Example("""
@misc{a,
  title = {On Light},
  abstract = {We measure how fast light travels between two hills, and find that its velocity depends on the...},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  abstract = {We measure how fast light travels between two hills, and find that its velocity depends on nothing.},
}
"""),
)

"""The site has no entries.

It has nothing to show; most likely its files lie elsewhere, or end in something else than `.bib`, `.ris` or `.json`.

Put a `.bib` file into `content/`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Place, Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """One warning where the library is empty."""
    if not site.library.entries:
        yield Problem(CHECK.name, "there are no entries", Place("content"), "Put a .bib file into content/.")


CHECK = Check(
    name="no-entries",
    run=run,
    documentation=__doc__ or "",
    hint="Put a .bib file into content/.",
    finds=Example(""),
    spares=Example("@misc{a, title = {On Light}}\n"),
)

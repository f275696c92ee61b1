"""A site without entries has nothing to show: most likely its files lie elsewhere."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Place, Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """One warning where the library is empty."""
    if not site.library.entries:
        yield Problem(CHECK.name, "there are no entries", Place("content"), "Put a .bib file into content/.")


CHECK = Check(name="no-entries", run=run)

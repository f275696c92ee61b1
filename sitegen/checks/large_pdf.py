"""A PDF that search engines for scholars leave unread.

Google Scholar, "Inclusion Guidelines for Webmasters": full texts of at most 5 MB.
"""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Problem
from sitegen.site import Site

MOST = 5_000_000
"""Bytes."""


def run(site: Site) -> Iterator[Problem]:
    """One remark for each local PDF that is too large."""
    for id_, pdf in site.pdfs.items():
        if pdf.size > MOST:
            yield Problem(
                CHECK.name,
                f"the PDF has {pdf.size / 1e6:.1f} MB; Google Scholar reads none above 5 MB",
                site.library.entries[id_].place,
                "Make its pictures smaller, or move supplements into a file of their own.",
                "info",
                id=id_,
            )


CHECK = Check(name="large-pdf", run=run)

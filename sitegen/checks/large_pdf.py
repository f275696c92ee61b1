"""A PDF has more than 5 MB.

Google Scholar does not index larger files (“Inclusion Guidelines for Webmasters”), and on a phone they take long to
open.

Make it smaller: reduce the resolution of its pictures, or put scans through a program that compresses them.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

MOST = 5_000_000


def run(site: Site) -> Iterator[Problem]:
    """PDFs above what Google Scholar reads."""
    for id_, file in site.pdfs.items():
        if file.size > MOST:
            entry = site.library.entries[id_]
            yield CHECK.problem(entry, f"the PDF of {id_!r} has {file.size / 1e6:.1f} MB", "pdf", "file")


CHECK = Check(
    name="large-pdf",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Make it smaller.",
    finds=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"pdf/a.pdf": "%PDF-1.7" + " " * 5_000_000},
    ),
    spares=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"pdf/a.pdf": "%PDF-1.7"},
    ),
)

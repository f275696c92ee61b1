"""Most works of the site have neither an abstract nor a PDF.

Google Scholar wants at least the abstract to be seen on a work's page, and readers can tell nothing from a title alone.

Add `abstract`, put PDFs named after their keys into `content/pdf/`, or give the address of one in `pdf`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Place, Problem
from sitegen.site import Site

FEWEST = 10
"""Works below which nobody needs to be told."""


def run(site: Site) -> Iterator[Problem]:
    """One remark for the whole site, where it holds for more than half of its works."""
    entries = site.library.entries
    bare = sum(not (entry.abstracts or entry.id in site.pdfs or entry.link("pdf")) for entry in entries.values())
    if len(entries) >= FEWEST and 2 * bare > len(entries):
        said = f"{bare:,} of {len(entries):,} works have neither an abstract nor a PDF"
        yield Problem(CHECK.name, said, Place("content"), CHECK.hint, CHECK.level)


CHECK = Check(
    name="nothing-to-read",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Add abstracts, or PDFs in content/pdf/.",
    finds=Example("".join(f"@misc{{a{n}x, title = {{Part {n}}}}}\n" for n in range(10))),
    spares=Example("".join(f"@misc{{a{n}x, title = {{Part {n}}}, abstract = {{On light.}}}}\n" for n in range(10))),
)

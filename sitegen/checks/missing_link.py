"""A web page has no address.

Its record leads nowhere: the page itself is the work.

Add `url`, and `urldate` for the day you saw it.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

WEB = frozenset(("webpage", "post", "post-weblog"))


def run(site: Site) -> Iterator[Problem]:
    """Web pages that nothing leads to."""
    for entry in site.library.entries.values():
        if entry.type in WEB and not (entry.links or entry.doi or entry.identifiers or entry.attachments):
            yield CHECK.problem(entry, f"the web page {entry.id!r} has no address", "url")


CHECK = Check(
    name="missing-link",
    run=run,
    documentation=__doc__ or "",
    hint="Add url.",
    finds=Example("""
@online{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 2001,
}
"""),
    spares=Example("""
@online{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 2001,
  url = {https://a.example/},
}
"""),
)

"""One name stands twice among the authors, or the editors, of one work.

Mostly a name was pasted twice; the work is then listed as written by one person more than it was.

Delete the second. Where two people of one name wrote the work together, tell them apart by their ORCID iDs
(`author+an:orcid`), or ignore this: `sitegen-ignore = {duplicate-name: two people}`.
"""

from collections import Counter
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Names that repeat in one role, with a given name written out."""
    for entry in site.library.entries.values():
        for role, names in entry.names.items():
            if len(names) < 2 or len(set(names)) == len(names):
                continue
            twice = next(name for name, number in Counter(names).items() if number > 1)
            if twice.literal or len(twice.given.replace(".", "")) > 1:
                shown = excerpt(twice.to_plain())
                yield CHECK.problem(entry, f"{shown!r} stands twice as {role.replace('_', ' ')} of {entry.id!r}", role)


CHECK = Check(
    name="duplicate-name",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Delete the second.",
    finds=Example("""
@misc{a,
  author = {Cole, Ann and Dee, Bo and Cole, Ann},
  title = {On Light},
}
"""),
    spares=Example("""
@misc{a,
  author = {Cole, Ann and Dee, Bo and Cole, A.},
  title = {On Light},
}
"""),
)

"""A name is the exporter's word for “no name”, or a template that was not filled in.

It becomes a person with a page, and all works of nobody stand there together.

Write the name, or delete the field.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

WORDS = frozenset((
    "unknown", "unknown author", "author unknown", "no author", "no authors", "author", "authors", "editor",
    "author name", "first last", "firstname lastname", "first name last name", "no author name available",
    "none", "null", "nan", "n/a", "tba", "tbd", "nn", "n. n", "n.n", "no name", "not available", "your name",
    "[no author name available]",
))  # fmt: skip
"""Words for nobody, without case and a full stop at the end."""
_LONGEST = max(map(len, WORDS)) + 2


def run(site: Site) -> Iterator[Problem]:
    """Names of nobody."""
    for entry in site.library.entries.values():
        for role, names in entry.names.items():
            for name in names:
                if not name.given or name.family in _FAMILIES:
                    shown = name.to_plain()
                    if len(shown) < _LONGEST and shown.casefold().strip(" .,") in WORDS:
                        yield CHECK.problem(entry, f"{excerpt(shown)!r} is listed as {role} of {entry.id!r}", role)


_FAMILIES = frozenset(word.rpartition(" ")[2].capitalize() for word in WORDS) | {"N.", "N", "available]", "available"}
"""Family names that such words leave when they are taken apart."""


CHECK = Check(
    name="placeholder-name",
    run=run,
    documentation=__doc__ or "",
    hint="Write the name, or delete the field.",
    finds=Example("""
@misc{a,
  author = {{Unknown Author}},
  title = {On Light},
}
"""),
    spares=Example("""
@misc{a,
  author = {Author, Ann},
  title = {On Light},
}
"""),
)

"""An ORCID iD beside a name has a wrong check digit, or lacks digits.

A digit was mistyped: the iD is somebody else's or nobody's. It is not shown.

Copy the iD from the person's page at orcid.org.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.addresses import orcid


def run(site: Site) -> Iterator[Problem]:
    """ORCID iDs in entries that are none; those of people.toml are checked where it is read."""
    for entry in site.library.entries.values():
        for role, names in entry.names.items():
            for name in names:
                if name.orcid and not orcid(name.orcid):
                    said = f"{excerpt(name.orcid)!r} of {excerpt(name.to_plain())!r} is no ORCID iD"
                    yield CHECK.problem(
                        entry, f"{said}: its check digit or its length is wrong", f"{role}+an:orcid", role
                    )


CHECK = Check(
    name="bad-orcid",
    run=run,
    documentation=__doc__ or "",
    hint="Copy the iD from orcid.org.",
    finds=Example("""
@misc{a,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0002-1825-0098"},
  title = {On Light},
}
"""),
    spares=Example("""
@misc{a,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0002-1825-0097"},
  title = {On Light},
}
"""),
)

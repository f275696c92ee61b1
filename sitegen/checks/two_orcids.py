"""One person has two ORCID iDs in the entries.

An iD belongs to one person. Either two people share a name, whose works now stand on one page, or one of the iDs is
wrong.

Tell the two apart in `content/people.toml` by their `entries`, or correct the iD.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.model.entry import Entry
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.addresses import orcid


def run(site: Site) -> Iterator[Problem]:
    """People with a second iD, each at the entry that gives it."""
    library = site.library
    seen: dict[str, tuple[str, Entry]] = {}
    reported: set[str] = set()
    for entry in library.entries.values():
        for role, names in entry.names.items():
            for name in names:
                own = orcid(name.orcid) if name.orcid else ""
                person = library.person(entry, name) if own else None
                if not person or person.id in reported:
                    continue
                first, source = seen.setdefault(person.id, (own, entry))
                if first != own:
                    reported.add(person.id)
                    said = (
                        f"{excerpt(person.name.to_plain())!r} has the ORCID iD {own} here and {first} at {source.place}"
                    )
                    yield CHECK.problem(entry, said, f"{role}+an:orcid", role)


CHECK = Check(
    name="two-orcids",
    run=run,
    documentation=__doc__ or "",
    hint="Tell the two people apart in content/people.toml, or correct the iD.",
    finds=Example("""
@misc{a,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0002-1825-0097"},
  title = {On Light},
}
@misc{b,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0001-5109-3700"},
  title = {On Heat},
}
"""),
    spares=Example("""
@misc{a,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0002-1825-0097"},
  title = {On Light},
}
@misc{b,
  author = {Carberry, Josiah},
  author+an:orcid = {1="0000-0002-1825-0097"},
  title = {On Heat},
}
"""),
)

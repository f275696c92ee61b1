"""Two entries say the same of each other: each is the preprint, the erratum or the review of the other.

Only one of the two can be; pages show both and confuse their readers.

Delete the field from the entry that is the original.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site

ONE_WAY = frozenset(("part_of", "preprint_of", "published_as", "erratum_of", "review_of"))


def run(site: Site) -> Iterator[Problem]:
    """Relations of one direction that go both ways, each at the second of the two entries."""
    entries = site.library.entries
    for entry in entries.values():
        for relation in entry.relations:
            other = entries.get(relation.id)
            if relation.kind not in ONE_WAY or other is None or (other.place, other.id) > (entry.place, entry.id):
                continue
            if any(back.kind == relation.kind and back.id == entry.id for back in other.relations):
                said = f"{entry.id!r} and {other.id!r} at {other.place} each say {relation.kind} of the other"
                yield CHECK.problem(entry, said, relation.kind)


CHECK = Check(
    name="contradictory-relation",
    run=run,
    documentation=__doc__ or "",
    hint="Delete the field from one of the two.",
    finds=Example("""
@misc{a,
  title = {On Light},
  erratum_of = {b},
}
@misc{b,
  title = {On Heat},
  erratum_of = {a},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  erratum_of = {b},
}
@misc{b,
  title = {On Heat},
  related = {a},
}
"""),
)

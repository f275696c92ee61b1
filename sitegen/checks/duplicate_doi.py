"""Two entries have one DOI.

A DOI names one work: either the two are the same work twice, or one of them carries the DOI of another, often of the
volume it stands in. Google Scholar and reference managers then take the two for one.

Remove one entry, correct the DOI, or say how the two belong together: `version_of`, `erratum_of`, `related`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.model.entry import Entry
from sitegen.model.likeness import are_related
from sitegen.problems import Problem, excerpt
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Entries whose DOI an earlier one has."""
    by_doi: dict[str, list[Entry]] = {}
    for entry in site.library.entries.values():
        if entry.doi:
            by_doi.setdefault(entry.doi.casefold(), []).append(entry)
    for entries in by_doi.values():
        if len(entries) > 1:
            first, *others = sorted(entries, key=lambda entry: entry.place)
            for entry in others:
                if not are_related(first, entry):
                    said = f"{entry.id!r} has the DOI of {first.id!r} at {first.place}: {excerpt(entry.doi)}"
                    yield CHECK.problem(entry, said, "doi")


CHECK = Check(
    name="duplicate-doi",
    run=run,
    documentation=__doc__ or "",
    hint="Remove one of the two, or correct the DOI.",
    finds=Example("""
@misc{a,
  title = {On Light},
  doi = {10.1000/1},
}
@misc{b,
  title = {On Heat},
  doi = {10.1000/1},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  doi = {10.1000/1},
}
@misc{b,
  title = {On Light},
  doi = {10.1000/1},
  version_of = {a},
}
"""),
)

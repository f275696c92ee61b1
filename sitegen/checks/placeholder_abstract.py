"""An abstract says that there is none.

Databases fill the field with “No abstract available”, which the page then shows as the abstract, and search engines as
the summary of the work.

Delete the field, or write the abstract.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.slugs import fold

_LONGEST = 80
PLACEHOLDERS = frozenset((
    "no abstract", "no abstract available", "no abstract is available", "abstract not available", "not available",
    "abstract is not available", "no abstract provided", "none", "n/a", "na", "abstract", "tba", "tbd", "to appear",
    "no abstract found", "there is no abstract", "[no abstract available]", "no abstract available for this article",
    "an abstract is not available", "abstract unavailable", "kein abstract", "sin resumen", "no disponible",
    "pas de resume", "sem resumo", "abstract here", "lorem ipsum", "without abstract", "missing abstract",
    "an abstract is not available for this content", "keine zusammenfassung", "abstract missing", "no summary",
))  # fmt: skip
"""What exporters and people write instead of an abstract, without case, accents and a full stop."""


def run(site: Site) -> Iterator[Problem]:
    """Abstracts that are none."""
    for entry in site.library.entries.values():
        for abstract in entry.abstracts:
            nodes = abstract.text.nodes
            shown = nodes[0] if len(nodes) == 1 and isinstance(nodes[0], str) and len(nodes[0]) < _LONGEST else ""
            if shown and fold(shown).strip(" .!-") in PLACEHOLDERS:
                yield CHECK.problem(entry, f"the abstract of {entry.id!r} says {excerpt(shown)!r}", "abstract")


CHECK = Check(
    name="placeholder-abstract",
    run=run,
    documentation=__doc__ or "",
    hint="Delete the field.",
    finds=Example("""
@misc{a,
  title = {On Light},
  abstract = {No abstract available.},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  abstract = {No abstract of a theory of light can be complete; we try.},
}
"""),
)

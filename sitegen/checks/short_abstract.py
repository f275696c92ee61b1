"""An abstract is too short to be one.

What stands there is a label, a fragment or a remark; search engines show it as the summary of the work.

Write the abstract, or delete the field.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

FEWEST = 40
"""Letters an abstract has at least."""
ELSEWHERE = ("abstract", "available")
"""Words of abstracts that say that there is none, which is another rule's affair."""
FEWEST_OF_SYLLABLES = 12
"""The same for scripts that write a syllable or a word with one sign."""


def run(site: Site) -> Iterator[Problem]:
    """Abstracts of a few words."""
    for entry in site.library.entries.values():
        for abstract in entry.abstracts:
            if len(abstract.text.nodes) > 2:
                continue
            shown = abstract.text.to_plain().strip()
            fewest = FEWEST if max(shown, default="") < "\u2e80" else FEWEST_OF_SYLLABLES
            if 0 < len(shown) < fewest and not any(word in shown.lower() for word in ELSEWHERE):
                yield CHECK.problem(entry, f"the abstract of {entry.id!r} is only {excerpt(shown)!r}", "abstract")


CHECK = Check(
    name="short-abstract",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Write the abstract, or delete the field.",
    finds=Example("""
@misc{a,
  title = {On Light},
  abstract = {Light, heat.},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  abstract = {We measure how fast light travels between two hills.},
}
"""),
)

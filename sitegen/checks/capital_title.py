"""A title is all in capitals.

Capitals are a printer's choice that no style can undo: names and acronyms are lost in them, and
screen readers spell such words letter by letter.

Write the title as a sentence, with capitals where they are always needed, protected by braces: `The {DNA} of light`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

FEWEST_LETTERS = 14
FEWEST_WORDS = 3


def run(site: Site) -> Iterator[Problem]:
    """Titles of several words without a small letter."""
    for entry in site.library.entries.values():
        title = entry.title.to_plain()
        if title.isupper() and len(title.split()) >= FEWEST_WORDS and sum(map(str.isalpha, title)) >= FEWEST_LETTERS:
            yield CHECK.problem(entry, f"the title {excerpt(title)!r} is all in capitals", "title")


CHECK = Check(
    name="capital-title",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Write the title as a sentence.",
    finds=Example("""
@misc{a,
  title = {ON THE VELOCITY OF LIGHT},
}
"""),
    spares=Example("""
@misc{a,
  title = {NASA GRB 190114C},
}
"""),
)

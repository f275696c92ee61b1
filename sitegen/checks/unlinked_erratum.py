"""An erratum names in its title a work of the library, but no field says so.

Readers of the work do not learn that it was corrected.

Write into the erratum: `erratum_of = {KEY}`, with the key of the work.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.model.likeness import beginning, title_key
from sitegen.problems import Problem
from sitegen.site import Site

_ERRATUM = re.compile(
    r"(?:publisher correction|author correction|erratum|errata|corrigendum|corrigenda|correction|retraction)"
    r"\s?(?:to|of|for|:|-|–|—)\s?(?:the (?:article|paper)\s)?[:“\"']?(.{10,})",
    re.IGNORECASE,
)


def run(site: Site) -> Iterator[Problem]:
    """Errata that no relation leads from."""
    errata = [
        (match[1], entry)
        for entry in site.library.entries.values()
        if not entry.relations and (match := _ERRATUM.match(entry.title.to_plain()[:500]))
    ]
    if not errata:
        return
    begun = {beginning(title) for title, _ in errata}
    titles = ((entry.title.to_plain(), entry) for entry in site.library.entries.values())
    works = {title_key(title): entry for title, entry in titles if beginning(title) in begun}
    for title, entry in errata:
        other = works.get(title_key(title))
        if other and other is not entry:
            hint = f"Add erratum_of = {{{other.key}}} to it."
            yield CHECK.problem(entry, f"{entry.id!r} corrects {other.id!r} at {other.place}", "title", hint=hint)


CHECK = Check(
    name="unlinked-erratum",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Add erratum_of to the erratum.",
    finds=Example("""
@misc{a,
  title = {The Theory of Light and Colours},
}
@misc{b,
  title = {Erratum: The theory of light and colours},
}
"""),
    spares=Example("""
@misc{a,
  title = {The Theory of Light and Colours},
}
@misc{b,
  title = {Erratum: The theory of light and colours},
  erratum_of = {a},
}
"""),
)

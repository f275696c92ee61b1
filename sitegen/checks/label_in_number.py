"""A volume, issue or edition holds its own label: `volume = {Vol. 12}`, `edition = {2nd ed.}`.

Pages and references put the label there themselves and then say “vol. Vol. 12”; machines expect the bare number.

Write the number alone: `volume = {12}`, `number = {3}`, `edition = {2}`. An edition without one is told in words:
`Rev. ed.`
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

_ORDINAL = r"\b(?:\d+\w{0,3}|first|second|third|\w+[fhnrx]th|erste|zweite|dritte|vierte|fünfte|\w+ème)"
_LABELS = (
    ("volume", re.compile(r"(?:vol|volume|bd|band|tome|tom|jahrgang|jg)\b\.?\s*[\dIVXLC]", re.IGNORECASE)),
    ("issue", re.compile(r"(?:no|nr|num|number|issue|iss|heft|nº|n°)\b\.?\s*\d", re.IGNORECASE)),
    ("edition", re.compile(rf".{{0,30}}{_ORDINAL}\b.{{0,20}}\b(?:ed|edn|edition|aufl|auflage)\.?", re.IGNORECASE)),
)
_FIELDS = {"volume": ("volume",), "issue": ("number", "issue"), "edition": ("edition",)}


def run(site: Site) -> Iterator[Problem]:
    """Numbers with a word that the page puts there itself."""
    for entry in site.library.entries.values():
        for variable, label in _LABELS:
            value: str = getattr(entry, variable)
            if not value or value.isdecimal() or len(value) > 60:
                continue
            if label.fullmatch(value) if variable == "edition" else label.match(value):
                said = f"{variable} of {entry.id!r} is {excerpt(value)!r}, with its label"
                yield CHECK.problem(entry, said, *_FIELDS[variable])


CHECK = Check(
    name="label-in-number",
    run=run,
    documentation=__doc__ or "",
    hint="Write the number alone.",
    finds=Example("""
@misc{a,
  title = {On Light},
  volume = {Vol. 12},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  volume = {12B},
  edition = {Rev. ed.},
}
"""),
)

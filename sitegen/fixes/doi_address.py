"""A DOI that is written as an address or with a prefix becomes the bare DOI. Safe: only what stands before it goes.

Styles put `https://doi.org/` before the field themselves, so that the address as a value makes a dead link.
"""

import re
from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Field, Manuscript
from sitegen.problems import excerpt
from sitegen.text.addresses import doi

_BEFORE = re.compile(r"\s*+(?:https?://(?:dx\.|www\.)?doi\.org/|doi:?\s*+)(?=10\.\d)", re.IGNORECASE)
_REST = re.compile(r"10\.\d{4,9}/[^\s{}\"#%?&]++")
"""What needs no further change; an address's query, or letters behind percent signs, would."""


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """DOIs without what stands before them."""
    for _, field in manuscript.fields():
        if field.name == "doi" and field.kind in ("braces", "quotes"):
            rest = _bare(field)
            if rest:
                start = field.inside
                message = f"{excerpt(field.text)!r} made {excerpt(rest)!r}"
                yield Edit(start, start + len(field.text) - len(rest), "", message)


def _bare(field: Field) -> str:
    """The end of the value that is the bare DOI; "" where the value is bare, or more than a DOI."""
    before = _BEFORE.match(field.text)
    rest = field.text[before.end() :] if before else ""
    return rest if _REST.fullmatch(rest) and doi(rest) == doi(field.text) else ""


FIX = Fix(name="doi-as-address", repair=repair)

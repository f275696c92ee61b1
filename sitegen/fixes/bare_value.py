"""A value without braces or quotes gets braces. Safe: BibTeX stops at it, and nothing else can have been meant."""

import re
from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Manuscript
from sitegen.problems import excerpt

_WORDS = re.compile(r"\w(?:[\w .:;/+()\'–-]*[\w.)])?")


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Braces around values such as `2010a` or `12--13`. One word that begins with a letter may be an @string's name."""
    for _, field in manuscript.fields():
        if field.kind == "bare" and _WORDS.fullmatch(field.text):
            yield Edit(field.opening, field.end, f"{{{field.text}}}", f"{excerpt(field.text)!r} put in braces")


FIX = Fix(name="bare-value", repair=repair)

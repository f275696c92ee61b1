"""A comma that is missing between two fields is put in. Safe: only where no other reading is possible.

That is where a value in braces or quotes, or a number, has ended, and the next line begins with a field.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Manuscript
from sitegen.problems import excerpt

_NEXT_LINE = re.compile(r"[ \t]*+\n\s*+")


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Commas, each right behind its value."""
    for entry in manuscript.entries:
        for field, following in pairwise(entry.fields):
            between = manuscript.text[field.end : following.start]
            if field.comma < 0 and field.kind in ("braces", "quotes", "number") and _NEXT_LINE.fullmatch(between):
                yield Edit(field.end, field.end, ",", f"comma put before {excerpt(following.name)}")


FIX = Fix(name="missing-comma", repair=repair)

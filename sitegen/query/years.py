"""Years and ranges of years in a query."""

import re

from sitegen.model.date import year_of
from sitegen.query.nodes import Condition, QueryError, Span

FIRST, LAST = -10_000, 10_000
"""The bounds of an open range."""
_YEAR = r"(?:\d{1,4}(?:bc)?)"
_RANGE = re.compile(rf"(?P<first>{_YEAR})?(?P<to>[-–—]|\.\.)?(?P<last>{_YEAR})?", re.IGNORECASE)


def years(node: Condition) -> tuple[int, int]:
    """The first and the last year that a condition asks for: `2019`, `2010-2015`, `2019-`, `-2010`, `300bc-`.

    Raises QueryError for what is no year, and for a range that ends before it begins.
    """
    value = node.value.strip()
    at = Span(node.value_at, len(node.value))
    match = _RANGE.fullmatch(value)
    if not match or not (match["first"] or match["last"]):
        raise QueryError(f"{value!r} is no year", at, "Write year:2019, year:2010-2015, year:2019- or year:-2010.")
    first = year_of(match["first"].lower()) if match["first"] else FIRST
    if not match["to"]:
        if match["last"]:  # digits that no sign parts: "20192020"
            raise QueryError(f"{value!r} is no year", at, "Write year:2010-2015 for a range.")
        return first, first
    last = year_of(match["last"].lower()) if match["last"] else LAST
    if last < first:
        raise QueryError(f"{value!r} ends before it begins", at, f"Write {match['last']}-{match['first']}.")
    return first, last

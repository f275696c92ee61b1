"""Volumes, issues and pages as people count them."""

import re

LONGEST = 60
"""Characters that count; what is longer is no number."""
_PARTS = re.compile(r"(\d{1,18})")


def number_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts printed numbers by value: "2" before "10", "7-8" after "7", words after numbers.

    >>> sorted(["10", "2", "S1", "7-8", "7"], key=number_key)
    ['2', '7', '7-8', '10', 'S1']
    """
    parts = (part for part in _PARTS.split(text[:LONGEST]) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)

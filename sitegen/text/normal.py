"""Unicode's normal forms, with a bound: normalisation sorts marks, and takes quadratic time on a long run of them."""

import re
import unicodedata
from typing import Literal

MOST_MARKS = 30
"""Combining marks in a row that are kept (Unicode Standard Annex 15, section 13, "Stream-Safe Text Format")."""

_LONG_RUN = re.compile(rf"[^\w\x00-\x7f]{{{MOST_MARKS + 1},}}")


def normal(text: str, form: Literal["NFC", "NFKC", "NFD", "NFKD"] = "NFC") -> str:
    r"""The text in a normal form; of more than 30 combining marks in a row the rest is left out.

    >>> normal("e\u0301"), len(normal("e" + "\u0316\u0301" * 100_000))
    ('é', 30)
    """
    if text.isascii():
        return text
    if len(text.encode("utf-8", "surrogatepass")) - len(text) > MOST_MARKS:
        text = _LONG_RUN.sub(_bounded, text)
    return unicodedata.normalize(form, text)


def _bounded(run: re.Match[str]) -> str:
    """A run of signs and marks with at most so many marks in a row."""
    kept: list[str] = []
    marks = 0
    for c in run[0]:
        marks = marks + 1 if unicodedata.combining(c) else 0
        if marks <= MOST_MARKS:
            kept.append(c)
    return "".join(kept)

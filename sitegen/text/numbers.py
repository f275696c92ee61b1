"""Volumes, issues and pages as people count them."""

import re

LONGEST = 60
"""Characters that count; what is longer is no number."""
ARTICLE_NUMBER = re.compile(r"[eE]\d{3,}[a-z]?")
DASHES = re.compile(r"\s*(?:-{2,}|[–—‒―]-*)\s*")
"""What parts the first page from the last."""
_HYPHEN_RANGE = re.compile(r"(?<![\w.-])([A-Za-z]{0,3}\d{1,9}[a-z]?)\s?-\s?([A-Za-z]{0,3}\d{1,9}[a-z]?)(?![\w-])")
_PREFIXED_RANGE = re.compile(
    r"(?<![\w.:-])(([A-Za-z0-9]{1,9}[-.:])[eE]?\d{1,9}[a-z]?)\s?-\s?(\2[eE]?\d{1,9}[a-z]?)(?![\w.:-])"
)
"""Two pages that begin alike: of a chapter ("1.1-1.36"), of a supplement ("430.e1-430.e8")."""
_USUAL_PAGES = re.compile(r"([0-9]{1,9})-{1,3}([0-9]{1,9})")
_PAGES_WORD = re.compile(r"(?:pp?\.?|pages?|seiten?|s\.)\s+(?=[\dA-Z])", re.IGNORECASE)
_PARTS = re.compile(r"(\d{1,18})")


def number_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts printed numbers by value: "2" before "10", "7-8" after "7", words after numbers.

    >>> sorted(["10", "2", "S1", "7-8", "7"], key=number_key)
    ['2', '7', '7-8', '10', 'S1']
    """
    parts = (part for part in _PARTS.split(text[:LONGEST]) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def printed_pages(text: str) -> str:
    """Pages as printed, ranges with en dashes.

    >>> printed_pages("107--117"), printed_pages("pp. 1-3, 7"), printed_pages("A-12")
    ('107–117', '1–3, 7', 'A-12')
    """
    if text.isdecimal():
        return text
    usual = _USUAL_PAGES.fullmatch(text)
    if usual:
        return f"{usual[1]}–{usual[2]}"
    text = DASHES.sub("–", text)
    text = _PAGES_WORD.sub("", text, count=1) if text[:1] in "pPsS" else text
    if "-" in text:
        text = _HYPHEN_RANGE.sub(r"\1–\2", _PREFIXED_RANGE.sub(r"\1–\3", text))
    return " ".join(text.split()) if " " in text or "\n" in text else text

"""Ranges of pages (CSL 1.0.2, Appendix V)."""

import re

# Blanks before a sign are taken from where they begin, so that no run of them is gone through more than once.
_CHUNKS = re.compile(r"((?:(?<!\s)\s+)?(?:[,;&]|\band\b)\s*)")
_RANGE = re.compile(r"(\w+)\s*(?:-{1,3}|[–—])\s*(\w+)")
_NUMBER = re.compile(r"(\d{1,18})([^\W\d_]{0,3})$")
_LONGEST_NUMBER = 21
"""Characters of the longest number with the letters behind it."""
_ROMAN = re.compile(r"([ivxlcdmIVXLCDM]+)\s*(?:-{1,3}|[–—])\s*([ivxlcdmIVXLCDM]+)")
_BLANKS = re.compile(r"(?:(?<!\s)\s+)?-{1,3}\s*")
_LONGEST = 1_000
"""Characters of pages that are looked at."""
_FIRST = re.compile(r"[^\s,&–-]+")


def first_page(pages: str) -> str:
    """The first page of a range.

    >>> first_page("22-45")
    '22'
    """
    match = _FIRST.match(pages)
    return match[0] if match else ""


def page_range(pages: str, form: str, delimiter: str) -> str:
    """Pages with their ranges written as a style has them.

    form: a value of `page-range-format`, "" to leave the numbers as they are. delimiter: what parts first and last.

    >>> [page_range(*case, "–") for case in (("321-328", "chicago"), ("1003-5", "expanded"), ("42-45", "minimal"))]
    ['321–28', '1003–1005', '42–5']
    """
    if pages.isdecimal():
        return pages
    return "".join(_chunk(chunk, form, delimiter) for chunk in _CHUNKS.split(pages[:_LONGEST])) + pages[_LONGEST:]


def _chunk(chunk: str, form: str, delimiter: str) -> str:
    """One range. What is no range between like numbers keeps its hyphen."""
    match = _RANGE.fullmatch(chunk)
    first, last = (_parts(match[1]), _parts(match[2])) if match else (None, None)
    if first and last and first[0] == last[0]:
        return _rewritten(first, last, form, delimiter)
    roman = _ROMAN.fullmatch(chunk)
    if roman:
        return f"{roman[1]}{delimiter}{roman[2]}"
    return _BLANKS.sub("-", chunk).replace("\\-", "-") if "-" in chunk else chunk


def _parts(page: str) -> tuple[str, str, str] | None:
    """What stands before the number of a page, the number, and the letters behind it; None where there is none."""
    match = _NUMBER.search(page[-_LONGEST_NUMBER:])
    return (page[: len(page) - len(match[0])], match[1], match[2]) if match else None


def _rewritten(begin: tuple[str, str, str], end: tuple[str, str, str], form: str, delimiter: str) -> str:
    """A range of numbers in a form."""
    before, first, after = begin
    _, last, after_last = end
    if not form or after or after_last:
        return f"{before}{first}{after}{delimiter}{before}{last}{after_last}"
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if int(full) <= int(first):
        return f"{before}{first}{delimiter}{before}{last}"
    if form == "expanded":
        return f"{before}{first}{delimiter}{before}{full}"
    short = _FORMS[form](first, full) if form in _FORMS else full
    return f"{before}{first}{delimiter}{short}"


def _minimal(first: str, last: str, least: int = 1) -> str:
    """The last page without the digits that it shares with the first, but with at least so many."""
    if len(first) != len(last):
        return last
    at = 0
    while at < len(last) - least and first[at] == last[at]:
        at += 1
    return last[at:]


def _minimal_two(first: str, last: str) -> str:
    """As minimal, with at least two digits."""
    return _minimal(first, last, 2)


def _chicago(first: str, last: str) -> str:
    """As the Chicago Manual of Style has it in its 15th edition."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    if len(first) == 4 and len(_minimal_two(first, last)) >= 3:
        return last
    return _minimal_two(first, last)


def _chicago_16(first: str, last: str) -> str:
    """As the Chicago Manual of Style has it since its 16th edition."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    return _minimal(first, last) if number % 100 < 10 else _minimal_two(first, last)


_FORMS = {
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": _chicago_16,
}

"""Attributes that any rendering element may carry: affixes, formatting, quotes, display, text-case, strip-periods."""

import re
from collections.abc import Callable, Mapping

from sitegen.csl import marks
from sitegen.csl.elements import Element
from sitegen.csl.text_case import CASES

Change = Callable[[str, bool], str]
"""What changes a text; the second argument tells whether the item is in English."""
_OUTERMOST_FIRST = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")
_PERIODS = re.compile(r"\.(?![a-z])")


def prefix(element: Element) -> str:
    """What stands before an element, ready to be joined."""
    return marks.joinable(marks.clean(element.get("prefix")))


def suffix(element: Element) -> str:
    """What stands behind an element, ready to be joined."""
    return marks.joinable(marks.clean(element.get("suffix")))


def opening(attributes: Mapping[str, str]) -> str:
    """The marks that open an element's formatting, the outermost first."""
    found = (marks.FORMATS.get((name, attributes.get(name, ""))) for name in _OUTERMOST_FIRST)
    return "".join(mark for mark in found if mark)


def around(element: Element, *, affixes: bool = True, quotes: bool = True) -> tuple[str, str]:
    """What stands before and behind an element's content: display, affixes, formatting and quotation marks.

    Affixes are outside of the formatting (CSL 1.0.2, "Affixes").
    """
    inner = opening(element.attributes)
    close = marks.CLOSE * len(inner)
    if quotes and element.get("quotes") == "true":
        inner, close = marks.QUOTE + inner, close + marks.END_QUOTE
    if affixes:
        inner, close = prefix(element) + inner, close + suffix(element)
    display = marks.DISPLAYS.get(element.get("display"), "")
    return (display + inner, close + marks.END_DISPLAY) if display else (inner, close)


def change(element: Element, *, strip: bool = False) -> Change | None:
    """What `text-case` and `strip-periods` do to an element's content; None for nothing.

    strip: whether what is around the element strips full stops.
    """
    name = element.get("text-case")
    changed = _cased(name, CASES[name]) if name in CASES else None
    if not strip and element.get("strip-periods") != "true":
        return changed
    if changed is None:
        return lambda text, _english: without_periods(text)
    with_case = changed
    return lambda text, english: without_periods(with_case(text, english))


def _cased(name: str, case: Callable[[str], str]) -> Change:
    """A change of case; title case is for English only."""
    if name == "title":
        return lambda text, english: case(text) if english else text
    return lambda text, _english: case(text)


def without_periods(text: str) -> str:
    """Text without its full stops.

    >>> without_periods("Ph.D. ed.")
    'PhD ed'
    """
    return _PERIODS.sub("", text)

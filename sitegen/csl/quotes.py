"""Quotation marks in values: which open, which close, and which are apostrophes."""

import re

from sitegen.csl.marks import ANY, END_QUOTE, QUOTE

_QUOTES = re.compile("[\"'“”‘’]")
_OPENS_AFTER = frozenset(" \u00a0\u202f([{-–—/<" + QUOTE)
_DEEPEST = 40
"""Quotations within quotations; marks that go deeper stay as they are."""
_DOUBLE, _SINGLE = '"', "'"
_KIND = {'"': _DOUBLE, "“": _DOUBLE, "”": _DOUBLE, "'": _SINGLE, "‘": _SINGLE, "’": _SINGLE}


def curled(text: str) -> str:
    """Marked text whose pairs of quotation marks are QUOTE and END_QUOTE; a single one left over is an apostrophe.

    >>> curled("the 'so-called' dog's life") == f"the {QUOTE}so-called{END_QUOTE} dog’s life"
    True
    """
    found = list(_QUOTES.finditer(text))
    if not found:
        return text
    letters = list(text)
    open_quotes: list[tuple[str, int]] = []
    for match in found:
        _place(text, letters, match.start(), open_quotes)
    for kind, at in open_quotes:
        letters[at] = "’" if kind == _SINGLE else text[at]
    return "".join(letters)


def _place(text: str, letters: list[str], at: int, open_quotes: list[tuple[str, int]]) -> None:
    """Decide what the mark at a place is."""
    kind, before, after = _KIND[text[at]], _visible(text, at, -1), _visible(text, at, 1)
    closes = text[at] not in "“‘" and bool(before) and before not in " \u00a0\u202f([{"
    if closes and (kind == _DOUBLE or not after.isalnum()) and _quotes_something(text, at, kind, open_quotes):
        while open_quotes[-1][0] != kind:
            other, opened = open_quotes.pop()
            letters[opened] = "’" if other == _SINGLE else text[opened]
        letters[open_quotes.pop()[1]] = QUOTE
        letters[at] = END_QUOTE
    elif len(open_quotes) < _DEEPEST and (text[at] in "“‘" or (text[at] in "\"'" and _opens(before, after))):
        open_quotes.append((kind, at))
    elif kind == _SINGLE:
        letters[at] = "’"


def _quotes_something(text: str, at: int, kind: str, open_quotes: list[tuple[str, int]]) -> bool:
    """Whether a quotation of a kind is open, and there are words between its mark and a place."""
    opened = next((place for each, place in reversed(open_quotes) if each == kind), at)
    return not all(ANY.match(letter) for letter in text[opened + 1 : at])


def _opens(before: str, after: str) -> bool:
    """Whether a straight mark between two characters can open a quotation."""
    return (not before or before in _OPENS_AFTER or before in "\"'“‘") and bool(after) and not after.isspace()


def _visible(text: str, at: int, step: int) -> str:
    """The nearest character in a direction that is no mark; "" at the end."""
    at += step
    while 0 <= at < len(text) and ANY.match(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""

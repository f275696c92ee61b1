"""A record without any defect, read in one go: nearly all are so, and this is where a large file's time goes."""

import re

import msgspec

from sitegen.formats.bibtex.braces import nested

_KEY = re.compile(r"""\s*+([^\s,{}="#%()\\]++)""")
_FIELD = re.compile(
    rf"""\s*+,\s*+([A-Za-z][\w:.+-]*+)\s*+=\s*+(?:(\{{)|"((?:[^"{{}}]++|\{{{nested(3)}\}})*+)"|(\d++)|([A-Za-z][\w:.+-]*+))"""
)
_BRACED, _NAMED = 2, 5
"""Which group of a field says that its value stands in braces, and which that it is the name of a string."""
_WITHIN_BRACES = re.compile(nested(4))
_CLOSE = {"{": re.compile(r"\s*+,?\s*+\}"), "(": re.compile(r"\s*+,?\s*+\)")}


class WellFormed(msgspec.Struct):
    """What stands in a record without defects.

    values: by field name in lower case, in the order of the file. offsets: where in the file each field stands.
    named: the fields whose value is the name of a string. end: the offset behind the record.
    """

    key: str
    values: dict[str, str]
    offsets: dict[str, int]
    named: list[str]
    end: int


def well_formed(text: str, opening: int, limit: int) -> WellFormed | None:
    """The record whose brace or parenthesis stands at `opening`, which ends before `limit`; None for any other.

    None too where a field is repeated or its value is joined from several. Values in braces are found by searches for
    one sign, which are many times as fast as a pattern that walks over every letter.

    >>> well_formed("{a, title = {On {B}}, month = may}", 0, 99).values
    {'title': 'On {B}', 'month': 'may'}
    """
    key = _KEY.match(text, opening + 1, limit)
    if not key:
        return None
    values: dict[str, str] = {}
    offsets: dict[str, int] = {}
    named: list[str] = []
    match, find = _FIELD.match, text.find
    at = key.end()
    while found := match(text, at, limit):
        name = found[1].lower()
        if name in values:
            return None
        at = found.end()
        kind = found.lastindex or _BRACED
        if kind == _BRACED:
            start, at = at, find("}", at, limit)
            if find("{", start, at) >= 0:
                inner = _WITHIN_BRACES.match(text, start, limit)
                at = inner.end() if inner else -1
            if not text.startswith("}", at, limit):
                return None
            values[name] = text[start:at]
            at += 1
        else:
            values[name] = found[kind]
            if kind == _NAMED:
                named.append(name)
        offsets[name] = found.start(1)
    close = _CLOSE[text[opening]].match(text, at, limit)
    return WellFormed(key[1], values, offsets, named, close.end()) if close and values else None

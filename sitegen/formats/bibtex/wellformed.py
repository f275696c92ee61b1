"""A record without any defect, read in one go: nearly all are so, and this is where a large file's time goes."""

import re

import msgspec

from sitegen.formats.bibtex.braces import nested
from sitegen.text.repeated import Repeated

_DEEPEST = 4
"""Braces within the braces of a value."""
_KEY = re.compile(r"""\s*+([^\s,{}="#%()\\]++)""")
_NAME = r"\s*+,\s*+([A-Za-z][\w:.+-]*+)\s*+=\s*+"
_BARE = r"(\d++)|([A-Za-z][\w:.+-]*+)"
_FIELD = re.compile(rf"""{_NAME}(?:(\{{)|"((?:[^"{{}}]++|\{{{nested(_DEEPEST - 1)}\}})*+)"|{_BARE})""")
_BRACED, _NAMED = 2, 5
"""Which group of a field says that its value stands in braces, and which that it is the name of a string."""
_BARE_FIELD = re.compile(rf"{_NAME}(?:{_BARE})(?=[\s,}}])")
_LAST = re.compile(rf"(?:{_NAME}|\s*+,?\s*+(\}}))\Z")
_CLOSE = {"{": re.compile(r"\s*+,?\s*+\}"), "(": re.compile(r"\s*+,?\s*+\)")}
_LONGEST_HEAD = 300
_MOST_HEADS = 1 << 13


class WellFormed(msgspec.Struct):
    """What stands in a record without defects.

    values: by field name in lower case, in the order of the file. offsets: where in the file each of them stands.
    named: the fields whose value is the name of a string. end: the offset behind the record.
    """

    key: str
    values: dict[str, str]
    offsets: list[int]
    named: list[str]
    end: int


Head = tuple[str, int, tuple[tuple[str, str, bool, int], ...]]
"""What stands before a value in braces, or before the brace that closes the record.

The field's name in lower case, "" before the closing brace; where that stands, -1 for what is no such thing; and the
fields before it that have no braces: name, value, whether that is a string's name, where.
"""


def _head(written: str) -> Head:
    """What stands there."""
    if len(written) >= _LONGEST_HEAD:
        return "", -1, ()
    bare: list[tuple[str, str, bool, int]] = []
    at = 0
    while found := _BARE_FIELD.match(written, at):
        bare.append((found[1].lower(), found[2] or found[3], found[2] is None, found.start(1)))
        at = found.end()
    last = _LAST.match(written, at)
    if not last:
        return "", -1, ()
    return (last[1].lower(), last.start(1), tuple(bare)) if last[1] else ("", last.start(2), tuple(bare))


_HEADS = Repeated(_head, _MOST_HEADS, _LONGEST_HEAD)
"""A file has a few spellings of them, time and again."""


def well_formed(text: str, opening: int) -> WellFormed | None:
    """The record whose brace stands at `opening`; None where a value stands in quotes, and for any that has a defect.

    None too where a field is repeated or its value is joined from several. Values are found by searches for one sign,
    which are many times as fast as a pattern that walks over every letter.

    >>> well_formed("{a, title = {On {B}}, month = may}", 0).values
    {'title': 'On {B}', 'month': 'may'}
    """
    key = _KEY.match(text, opening + 1)
    if not key:
        return None
    values: dict[str, str] = {}
    offsets: list[int] = []
    named: list[str] = []
    find, heads, put = text.find, _HEADS, offsets.append
    at = key.end()
    opens = find("{", at)
    while (closes := find("}", at)) >= 0:
        is_last = opens < 0 or closes < opens
        name, shift, bare = heads[text[at : closes + 1 if is_last else opens]]
        if shift < 0:
            return None
        if bare:
            for other, value, is_name, before in bare:
                values[other] = value
                put(at + before)
                if is_name:
                    named.append(other)
        if is_last:
            return WellFormed(key[1], values, offsets, named, closes + 1) if 0 < len(values) == len(offsets) else None
        start = opens + 1
        opens = find("{", start)
        if 0 <= opens < closes:
            closes = _close(text, start, closes, len(text))
            if closes < 0:
                return None
            opens = find("{", closes)
        values[name] = text[start:closes]
        put(at + shift)
        at = closes + 1
    return None


def _close(text: str, start: int, closes: int, limit: int) -> int:
    """The brace before `limit` that closes a value from `start`, of which `closes` is the first; -1 for none.

    -1 too where braces stand deeper within each other than well-formed records have them.
    """
    depth = text.count("{", start, closes)
    while 0 < depth <= _DEEPEST:
        further = text.find("}", closes + 1, limit)
        if further < 0:
            return -1
        depth += text.count("{", closes + 1, further) - 1
        closes = further
    return closes if depth == 0 else -1


def well_formed_within(text: str, opening: int, limit: int) -> WellFormed | None:
    """The same of a record whose brace or parenthesis stands at `opening` and that ends before `limit`, quotes too.

    >>> well_formed_within('(a, title = "On {B}", month = may)', 0, 99).values
    {'title': 'On {B}', 'month': 'may'}
    """
    key = _KEY.match(text, opening + 1, limit)
    if not key:
        return None
    values: dict[str, str] = {}
    offsets: list[int] = []
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
            at = _close(text, start, at, limit) if at >= 0 else -1
            if at < 0:
                return None
            values[name] = text[start:at]
            at += 1
        else:
            values[name] = found[kind]
            if kind == _NAMED:
                named.append(name)
        offsets.append(found.start(1))
    close = _CLOSE[text[opening]].match(text, at, limit)
    return WellFormed(key[1], values, offsets, named, close.end()) if close and values else None

"""The items of a CSL-JSON file one by one, each with its place, so that a broken one costs no other."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_BROKEN = 20
"""Broken items after which reading a file stops."""
AGAIN = "-again"
"""Ends the name under which a variable stands that an object has twice."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose first member of a name counts; a later one is not lost."""
    found = dict(reversed(pairs))
    if len(found) < len(pairs):
        first = dict.fromkeys(name for name, _ in pairs)
        for name, value in pairs:
            if name in first:
                del first[name]
            else:
                found.setdefault(f"{name}{AGAIN}", value)
    else:
        found = dict(pairs)
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=str, strict=False)
"""Numbers stay text: nothing is computed with them, and turning very long ones into numbers takes quadratic time."""
_BLANKS = re.compile(r"[\s,]*")
_LIST_OF_ITEMS = re.compile(r'"items"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a file at `offset`: a JSON value, or why there is none. error_at: where reading it failed."""

    offset: int
    value: object = None
    error: str = ""
    error_at: int = -1


def items(text: str) -> list[Found]:
    r"""The members of the list that a file is, or has under `items`; a file that is one object is one member.

    >>> [(found.offset, found.value) for found in items('[{"id": 1},\n {"id": "b"}]')]
    [(1, {'id': '1'}), (13, {'id': 'b'})]
    """
    start = _BLANKS.match(text)
    at = start.end() if start else 0
    if text.startswith("[", at):
        return list(_members(text, at + 1, alone=True))
    if not text.startswith("{", at):
        return [Found(at, None, "the file is not JSON", at)] if text[at : at + 1] else []
    list_of_items = _LIST_OF_ITEMS.search(text)
    if list_of_items:
        return list(_members(text, list_of_items.end(), alone=False))
    return [_value(text, at)[0]]


def _members(text: str, at: int, *, alone: bool) -> Iterator[Found]:
    """The members of a list from behind its bracket; after a broken one from the next line that begins as the first.

    alone: whether nothing may follow the list.
    """
    broken = 0
    first = at = _next(text, at)
    while at < len(text):
        if text[at] == "]":
            more = _next(text, at + 1)
            if alone and more < len(text):
                yield Found(len(text), None, "the list ends here, but the file goes on", at)
            return
        found, end = _value(text, at)
        yield found
        if found.error:
            broken += 1
            behind = max(found.error_at, at + 1)
            end = _recovered(text, first, behind) if broken < MOST_BROKEN else -1
            if end < 0:
                if text.find("{", behind) >= 0:
                    yield Found(len(text), None, "what follows could not be read either", behind)
                return
        at = _next(text, end)
    yield Found(len(text), None, "the list never closes", max(0, len(text) - 1))


def _next(text: str, at: int) -> int:
    """Where the next member begins, behind blanks and commas."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int) -> tuple[Found, int]:
    """The JSON value at a character and where it ends."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return Found(at, None, error.msg, error.pos), at
    except (RecursionError, ValueError):
        return Found(at, None, "it is nested too deeply", at), at
    return Found(at, value), end


def _recovered(text: str, first: int, at: int) -> int:
    """Where a line begins an object as the first member does, -1 for none: files without lines cannot be mended."""
    begin = text.rfind("\n", 0, first) + 1
    indent = text[begin:first]
    if indent.strip() or not text.startswith("{", first):
        return -1
    found = text.find(f"\n{indent}{{", at)
    return found + 1 + len(indent) if found >= 0 else -1

"""JSON for machines, without blanks."""

import json

import msgspec

_slowly = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def compact(value: object) -> str:
    r"""A value of dicts with words as keys, lists, words, whole numbers, truth values and None, as JSON on one line.

    Half of a surrogate pair, which UTF-8 has no bytes for, stays what it is.

    >>> compact({"a": ["ü", 1, None], "b": "\ud800"})
    '{"a":["ü",1,null],"b":"\ud800"}'
    """
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return _slowly(value)

"""Plain values as TOML, for the files that sitegen writes for its users to edit."""

import json
import re
from collections.abc import Mapping, Sequence

_BARE = re.compile(r"[A-Za-z0-9_-]{1,80}")


def to_toml(table: Mapping[str, object]) -> str:
    r"""A table of text, numbers, lists and tables as TOML 1.0; values that are empty are left out.

    >>> print(to_toml({"title": 'A "B"', "me": ["Ada"], "redirects": {"/old/": "/"}}), end="")
    title = "A \"B\""
    me = ["Ada"]
    <BLANKLINE>
    [redirects]
    "/old/" = "/"
    """
    lines = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if _is_plain(value)]
    blocks = ["\n".join(lines)] if lines else []
    for key, value in table.items():
        if isinstance(value, Mapping) and value:
            inner = (f"{_key(name)} = {_value(each)}" for name, each in value.items() if _is_plain(each))
            blocks.append("\n".join((f"[{_key(key)}]", *inner)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _is_plain(value: object) -> bool:
    """Whether a value says something and stands on one line."""
    return not isinstance(value, Mapping) and (isinstance(value, bool | int) or bool(value))


def _key(key: str) -> str:
    """A key, in quotation marks where it has to be (TOML 1.0, "Keys")."""
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: object) -> str:
    """A value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return str(value) if isinstance(value, int) else _text(str(value))


def _text(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, which also wants one for U+007F and has no lone surrogates."""
    clean = text.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")

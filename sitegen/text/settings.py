"""Settings of other programs, in YAML or TOML, as plain text, lists and tables: nothing is run and nothing is guessed.

A value keeps the words of its author (`yes` stays "yes", a date stays its text), so that it means here what it says.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence

LONGEST = 262_144
"""Characters of settings that are read."""
_MOST_VALUES = 50_000
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")


def read_yaml(text: str) -> dict[str, object]:
    r"""The table that a YAML text holds, its leaves as text; empty for what is no table or cannot be read.

    With aliases a few lines can stand for gigabytes: only so many values are taken over.

    >>> read_yaml("title: A\nme: [B, C]\ndate: 2009-10-01")
    {'title': 'A', 'me': ['B', 'C'], 'date': '2009-10-01'}
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(text[:LONGEST], Loader=loader)  # noqa: S506 -- this loader makes text, lists and tables only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return _plain_table(found)


def read_toml(text: str) -> dict[str, object]:
    """The table that a TOML text holds, its leaves as text; empty for what cannot be read."""
    try:
        return _plain_table(tomllib.loads(text[:LONGEST]))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def head_and_body(text: str) -> tuple[dict[str, object], str]:
    r"""The settings at the head of a page of Jekyll or Hugo, and what follows them.

    >>> head_and_body("---\ntitle: A\n---\nHello\n")
    ({'title': 'A'}, 'Hello\n')
    """
    opening = _FENCE.match(text)
    if not opening:
        return {}, text
    end = re.search(rf"^{re.escape(opening[1])}[ \t]*(?:\n|\Z)", text[opening.end() :], re.MULTILINE)
    if not end:
        return {}, text
    inside = text[opening.end() : opening.end() + end.start()]
    read = read_yaml if opening[1] == "---" else read_toml
    return read(inside), text[opening.end() + end.end() :]


def words(table: Mapping[str, object], *path: str) -> str:
    """The text at a path of keys, on one line; "" where there is none.

    >>> words({"author": {"name": " Ada  L. "}}, "author", "name")
    'Ada L.'
    """
    value: object = table
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def listed(table: Mapping[str, object], *path: str) -> tuple[str, ...]:
    """The texts of the list at a path of keys; one text stands for a list of one.

    >>> listed({"a": ["x", "y"]}, "a"), listed({"a": "x"}, "a"), listed({}, "a")
    (('x', 'y'), ('x',), ())
    """
    value: object = table
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    found = [value] if isinstance(value, str) else value if isinstance(value, Sequence) else ()
    return tuple(" ".join(each.split()) for each in found if isinstance(each, str) and each.strip())


def tables(value: object) -> tuple[Mapping[str, object], ...]:
    """The tables in a list; a single table stands for a list of one."""
    if isinstance(value, Mapping):
        return (value,)
    found = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return tuple(each for each in found if isinstance(each, Mapping))


def _plain_table(found: object) -> dict[str, object]:
    """A table with text for its keys and leaves."""
    if not isinstance(found, Mapping):
        return {}
    plain = _plain(found, [_MOST_VALUES])
    return plain if isinstance(plain, dict) else {}


def _plain(value: object, left: list[int], depth: int = 0) -> object:
    """A value made of text, lists and tables; what is too deep or too much becomes "". left: values still allowed."""
    left[0] -= 1
    if depth > 30 or left[0] < 0:
        return ""
    if isinstance(value, Mapping):
        return {str(key): _plain(each, left, depth + 1) for key, each in value.items() if isinstance(key, str | int)}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(each, left, depth + 1) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)

"""Texts as TOML has them, for lines that people paste into people.toml and venues.toml."""

import json
import re
from collections.abc import Iterable

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def quoted(text: str) -> str:
    r"""A text as a basic string (TOML 1.0, "String"), whose escapes are those of JSON.

    >>> quoted('Knuth "Don"')
    '"Knuth \\"Don\\""'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def table(heading: str, name: str, variants: Iterable[str]) -> str:
    """A table of people.toml or venues.toml that gives a name its variants.

    >>> print(table("john-smith", "John Smith", ["J. Smith"]))
    [john-smith]
    name = "John Smith"
    variants = ["J. Smith"]
    """
    key = heading if _BARE.fullmatch(heading) else quoted(heading)
    return f"[{key}]\nname = {quoted(name)}\nvariants = [{', '.join(map(quoted, variants))}]"

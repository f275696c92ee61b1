"""A field's LaTeX source to plain words."""

import re
from functools import lru_cache

from sitegen.text.latex import latex_to_plain

_MARKUP = re.compile(r"[\\{}$~`&<'\x00-\x1f\x7f-\xa0\u0300-\u036f\u202a-\u202e\u2066-\u2069]")


def plain(source: str) -> str:
    r"""One line of Unicode; quick where there is no markup.

    >>> plain(r"Universit{\"a}t Z\"urich")
    'Universität Zürich'
    """
    if source.isalnum() and source.isascii():
        return source
    if not _MARKUP.search(source) and "--" not in source and "  " not in source and ",," not in source:
        return source.strip()
    return _converted(source) if len(source) < 500 else " ".join(latex_to_plain(source).split())


@lru_cache(maxsize=1 << 15)
def _converted(source: str) -> str:
    """Short values repeat: publishers, places, families."""
    return " ".join(latex_to_plain(source).split())

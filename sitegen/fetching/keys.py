"""Citation keys in the style of those that a file has already."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, product, starmap
from typing import NamedTuple

from sitegen.model.entry import Entry
from sitegen.text.slugs import fold


class _Style(NamedTuple):
    """How a key is put together. capital_family, capital_word: whether these begin with a capital."""

    shape: str
    separator: str
    capital_family: bool
    capital_word: bool


_MOST = 300
"""Entries of a file that are looked at."""
_SHAPES = ("fyw", "fy", "fYw", "fY", "fwy", "fwY", "yf", "wfy")
"""Orders of parts, the most common first.

f: family name of who stands first. y: year. Y: its last two digits. w: first word of the title that says something.
"""
_SEPARATORS = ("", "_", "-", ":", ".", "+", "/")
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into is of on or the to with der die das ein eine le la les un une du de des el los"  # noqa: SIM905
    " il lo gli l d on".split()
)
_BETWEEN_WORDS = re.compile(r"[\s–—/-]+")
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9]+")


def fitting_key(entry: Entry, others: Sequence[Entry], taken: Iterable[str]) -> str:
    """A key for an entry, in the style that makes most of the keys of `others`, and free whatever its letters' case.

    taken: keys that are not free. Without a style the key is made as Google Scholar makes it: `knuth1984literate`.
    """
    made = _made(_parts(entry), _style(others[-_MOST:])) or "untitled"
    used = {key.casefold() for key in taken}
    return next(key for key in _series(made) if key.casefold() not in used)


def _series(made: str) -> Iterator[str]:
    """A key, and what follows it where it is taken."""
    yield made
    yield from (f"{made}{letter}" for letter in string.ascii_lowercase)
    yield from (f"{made}-{number}" for number in count(2))


def _style(others: Sequence[Entry]) -> _Style:
    """The style that fits the most keys; the first of equal ones."""
    styles = tuple(starmap(_Style, product(_SHAPES, _SEPARATORS, (False, True), (False, True))))
    votes = Counter[_Style]()
    for entry in others:
        parts = _parts(entry)
        votes.update(style for style in styles if entry.id and _made(parts, style) == entry.id)
    return max(styles, key=lambda style: votes[style])


def _parts(entry: Entry) -> dict[str, str]:
    """What keys are made of, by the letters of shapes, in lower case ASCII."""
    first = entry.authors[0] if entry.authors else None
    year = str(entry.year) if entry.year else ""
    words = (_plain(word) for word in _BETWEEN_WORDS.split(entry.title.to_plain()[:500]))
    return {
        "f": _plain(first.literal or first.family or first.given) if first else "",
        "y": year,
        "Y": year[-2:],
        "w": next((word for word in words if word and word not in _SMALL_WORDS), ""),
    }


def _made(parts: Mapping[str, str], style: _Style) -> str:
    """A key in one style."""
    capitals = {"f": style.capital_family, "w": style.capital_word}
    shown = (parts[part].capitalize() if capitals.get(part) else parts[part] for part in style.shape)
    return style.separator.join(filter(None, shown))


def _plain(text: str) -> str:
    """A word in letters and digits that every program takes; "" where nothing of it can be written so."""
    return _NOT_IN_KEYS.sub("", fold(text))

"""Values that have a form of their own: pages, keywords, languages, lists of numbers, days."""

import re
from contextlib import suppress
from datetime import date

from sitegen.formats.bibtex.words import plain
from sitegen.text.languages import language_tag
from sitegen.text.numbers import ARTICLE_NUMBER, DASHES, printed_pages
from sitegen.text.repeated import Repeated

__all__ = ["ARTICLE_NUMBER", "day_added", "keys", "keywords", "language", "listed", "pages"]

LONGEST_REPEATED = 200
_LIST_SIGNS = re.compile(r"[,;/]|\band\b|\s{2,}")
_DAY = re.compile(r"(\d{4})[-./](\d{2})[-./](\d{2})")
_SEPARATOR = re.compile(r"\s*;\s*")
_COMMA = re.compile(r"\s*,\s*(?![^{}]*\})")


def pages(source: str) -> str:
    """Pages as printed, ranges with en dashes.

    >>> pages("107--117"), pages("pp. 1-3, 7"), pages("L12--L14"), pages("A-12")
    ('107–117', '1–3, 7', 'L12–L14', 'A-12')
    """
    if source.isdecimal():
        return source
    is_latex = "\\" in source or "$" in source or "{" in source
    return printed_pages(DASHES.sub("–", plain(source)) if is_latex else source)


def keywords(source: str) -> tuple[str, ...]:
    """Keywords in order, each once whatever its letters' case; parted by semicolons where there are any, or commas.

    >>> keywords("Bayesian inference; data, big; bayesian inference")
    ('Bayesian inference', 'data, big')
    """
    if ";" in source and "&" not in source:
        pieces = _SEPARATOR.split(source)
    elif ";" in source:
        pieces = plain(source).split(";")
    else:
        pieces = _COMMA.split(source) if "{" in source and len(source) < 2_000 else source.split(",")
    known = [_KEYWORDS[piece] for piece in pieces]
    found = dict(known)
    if len(found) < len(known) or "" in found:
        found = {}
        for folded, word in known:
            if word:
                found.setdefault(folded, word)
    return tuple(found.values())


def _keyword(source: str) -> tuple[str, str]:
    """What a keyword is told from others by, and the keyword."""
    word = plain(source.strip())
    shown = " ".join(word.split()) if not word.isprintable() or "  " in word else word
    return (word.casefold(), shown) if shown else ("", "")


_KEYWORDS = Repeated(_keyword, most=1 << 16, longest=LONGEST_REPEATED)


def language(source: str) -> str:
    """A language's BCP 47 tag; "" for a name that is not known.

    >>> language("ngerman"), language("en_US"), language("English"), language("Klingon?")
    ('de', 'en-US', 'en', '')
    """
    return language_tag(plain(source))


def listed(source: str) -> list[str]:
    """The members of a short list such as two ISBNs.

    >>> listed("978-3-16-148410-0, 0-306-40615-2")
    ['978-3-16-148410-0', '0-306-40615-2']
    """
    return [piece.strip() for piece in _LIST_SIGNS.split(plain(source[:1_000])) if piece.strip()]


def keys(source: str) -> list[str]:
    """Keys of other entries, parted by commas."""
    return [key.strip() for key in source.split(",") if key.strip()]


def day_added(source: str) -> str:
    """The day in a time stamp, as YYYY-MM-DD; "" when it is none, or not on the calendar.

    >>> day_added("2010.01.05"), day_added("2019-03-01 10:00:00 +0100"), day_added("Wed, 03 May 2017")
    ('2010-01-05', '2019-03-01', '')
    >>> day_added("2019-02-31")
    ''
    """
    match = _DAY.match(source.strip())
    with suppress(ValueError):
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else ""
    return ""

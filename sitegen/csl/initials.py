"""Given names as initials (CSL 1.0.2, "Name", `initialize-with`)."""

import re
from functools import lru_cache

from sitegen.csl.marks import ANY, CLOSE, SPAN_OPENERS

_WORD = re.compile(r"[^\s\u00a0]+")
_RUN_TOGETHER = re.compile(r"\.(?=[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]{2,3}\.")
_CAPITALS = re.compile(r"([A-Z]{2,3})[a-z]")
"""Several capitals before a small letter, which make one initial: `TSerendorj` is `Ts.`."""
_IJ = "IJ"
"""One letter of Dutch, of which both parts are capitals: `IJsbrand` is `IJ.`."""
_HYPHENS = "-‐‑"


@lru_cache(maxsize=8_192)
def initials(given: str, sign: str, *, hyphen: bool, shorten: bool) -> str:
    """Given names shortened. sign: what follows each initial (`initialize-with`).

    hyphen: whether the hyphens of compound names stay. shorten: whether whole names are shortened; otherwise only
    the initials that are there get the sign (`initialize="false"`).

    >>> initials("Jean-Luc M", ". ", hyphen=True, shorten=True), initials("James T", ".", hyphen=True, shorten=False)
    ('J.-L. M.', 'James T.')
    """
    out, initial = "", False
    for match in _WORD.finditer(_RUN_TOGETHER.sub(". ", given)):
        word = match[0]
        short = _short(word, sign, hyphen=hyphen, shorten=shorten)
        if short:
            gap = "" if not out or out[-1:] in " \u00a0" or initial else " "
            out += gap + short
        else:
            out = f"{out.rstrip()} {word} " if out else f"{word} "
        initial = bool(short)
    return out.strip()


def _short(word: str, sign: str, *, hyphen: bool, shorten: bool) -> str:
    """A word as initials; "" when it stays whole."""
    parts = [part for part in re.split(f"[{_HYPHENS}]", word) if part.strip(".")]
    if not parts:
        return ""
    letters = [_letter(part, shorten=shorten) for part in parts]
    if not all(letters):
        return "" if not any(letters) or not shorten else _mixed(letters, sign, hyphen=hyphen)
    return _with_sign(letters, sign, hyphen=hyphen)


def _with_sign(letters: list[str], sign: str, *, hyphen: bool) -> str:
    """Initials of a compound with their signs, which stand in the formatting of their letters."""
    bare = sign.rstrip() if hyphen else sign
    signed = [f"{letter[:-1]}{bare}{CLOSE}" if letter[-1:] == CLOSE else letter + bare for letter in letters]
    return ("-" if hyphen else "").join(signed) + sign[len(bare) :]


def _mixed(letters: list[str], sign: str, *, hyphen: bool) -> str:
    """The initials of a compound whose other parts begin small, such as `Ji-hyun`."""
    found = [letter for letter in letters if letter]
    if not letters[0]:
        return ""
    return _with_sign(found, sign, hyphen=hyphen)


def _letter(part: str, *, shorten: bool) -> str:
    """The initial of a part; "" for one that has none: it begins small, or is a whole name that stays."""
    bare = ANY.sub("", part)
    if _INITIAL.fullmatch(bare):
        return part.replace(".", "") if bare[0].isupper() or not bare.isascii() else ""
    if not shorten:
        return ""
    at = next((at for at, char in enumerate(bare) if char.isalpha()), -1)
    if at < 0 or bare[at].islower():
        return ""
    capitals = _CAPITALS.match(bare)
    letter = (capitals[1] if capitals[1] == _IJ else capitals[1].capitalize()) if capitals else bare[at]
    return f"{part[0]}{letter}{CLOSE}" if part[0] in SPAN_OPENERS and part[-1] == CLOSE else letter

"""Slugs, the address-safe form of a text, and folding, the form in which two spellings compare equal."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath

from sitegen.text.normal import normal

LONGEST = 60
"""Characters a slug may have, its fingerprint included."""
_READ = 1000

_LATIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h",
        "ŋ": "ng", "ŧ": "t", "ĸ": "k",
        "ȷ": "j", "ə": "e", "ƒ": "f", "ɨ": "i", "ʉ": "u", "ɛ": "e", "ɔ": "o", "ĳ": "ij", "ŀ": "l", "ŉ": "n", "ʹ": "",
        "ʺ": "", "ʻ": "",
        "ʼ": "", "ʾ": "", "ʿ": "", "ʽ": "", "ʰ": "h",
    }
)  # fmt: skip
_QUOTES = str.maketrans(dict.fromkeys("'’‘`´“”„\"", None))
_GAP = re.compile(r"[\W_]+")
_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """The address-safe form of a text: lower case, accents dropped, words parted by hyphens, other scripts kept.

    It is never empty, has at most 60 characters, never begins with a sign, and is no name that Windows reserves: where
    the text alone would give such a thing, a hyphen and 8 hexadecimal digits of its SHA-256 follow.

    >>> slug("Gödel, Kurt & the Łódź School")
    'godel-kurt-the-lodz-school'
    >>> slug("محمدی")
    'محمدی'
    >>> slug("aux")
    'aux-321f6814'
    """
    folded = _without_marks(text[:_READ], only_latin=True).translate(_QUOTES)
    plain = _GAP.sub("-", folded) if folded.isascii() else "-".join(_words(folded))
    plain = plain.strip("-")
    if len(plain) <= LONGEST and plain and plain not in _WINDOWS:
        return plain
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    short = plain[: LONGEST - 9].rstrip("-")
    return f"{short}-{digest}" if short else f"x-{digest}"


def file_slug(path: str) -> str:
    """The name of a file as it stands in an address: its stem as a slug, its ending in lower case.

    >>> file_slug("talks/My Slides.PDF")
    'my-slides.pdf'
    """
    file = PurePosixPath(path)
    return slug(file.stem) + file.suffix.lower()


def _words(text: str) -> list[str]:
    """Runs of letters, digits and the marks that belong to letters; a mark on anything else goes."""
    kept: list[str] = []
    for c in text:
        belongs = c.isalnum() or (kept and kept[-1] != " " and unicodedata.category(c)[0] == "M")
        kept.append(c if belongs else " ")
    return "".join(kept).split()


def fold(text: str) -> str:
    """The text for comparing: compatibility forms, case, accents and kinds of blank made equal.

    >>> fold("Straße ﬁn  ÉCOLE") == fold("strasse fin ecole")
    True
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_without_marks(text).replace("’", "'").split())


def _without_marks(text: str, *, only_latin: bool = False) -> str:
    """Lower case in compatibility form, without marks that letters can do without.

    Latin letters lose theirs, and for comparing also Greek, Cyrillic (but й), Hebrew and Arabic ones; the vowel signs
    of Devanagari and its like belong to the word (Unicode 15, section 12.1).
    """
    if text.isascii():
        return text.lower()
    last = "\u0250" if only_latin else "\u0780"
    kept: list[str] = []
    letter = ""
    for c in normal(normal(text, "NFKC").casefold(), "NFKD"):
        category = unicodedata.category(c)
        if category not in ("Mn", "Me", "Cf"):
            letter = c.translate(_LATIN)
            kept.append(letter)
        elif category == "Mn" and (letter >= last or (letter == "и" and c == "\u0306")):
            kept.append(c)
    return normal("".join(kept))

"""Text reduced to what a reader would miss: its letters and digits, without case, accents and signs between them."""

import re
import unicodedata

GAP, FORMULA = "\ue000", "\ue001"
"""What stands in a text for something that cannot be compared: markup that is not known, a formula."""

_FOLDED = str.maketrans(
    {
        "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ŋ": "ng",
        "ħ": "h", "ŧ": "t", "ĸ": "k", "ſ": "s", "ƒ": "f", "ɛ": "ε", "µ": "μ", "ς": "σ",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, in lower case."""
_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    r"""The letters and digits of a text, folded.

    >>> letters("Über $ die Größe–Łódź: n² {\\o}"), letters("هم‌ارز")
    ('uberdiegrosselodzn2o', 'همارز')
    """
    return _NO_LETTERS.sub("", folded(text))


def folded(text: str) -> str:
    """A text without case and accents, its other signs as they are."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().translate(_FOLDED)
    return unicodedata.normalize("NFKC", bare)


def words(text: str) -> tuple[str, ...]:
    """The words of a name in the order of the alphabet, so that “Family, Given” equals “Given Family”.

    >>> words("Knuth, D.E."), words("D. E. Knuth")
    (('d', 'e', 'knuth'), ('d', 'e', 'knuth'))
    """
    return tuple(sorted(word for word in _NO_LETTERS.split(folded(text)) if word))

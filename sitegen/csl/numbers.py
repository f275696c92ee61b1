"""Numbers in number variables: what is numeric, what is plural, and the forms in which they are printed."""

import re

from sitegen.csl.locale import Locale

# Blanks before a sign are taken from where they begin, so that no run of them is gone through more than once.
_BEFORE = r"(?:(?<!\s)\s+)?"
_ONE = r"[^\W\d_]{0,12}\d{1,18}[^\W\d_]{0,12}"
_NUMBER = re.compile(_ONE)
_SEPARATOR = re.compile(rf"{_BEFORE}(?:[,&]|\\?[-–—])\s*")
_PLURAL = re.compile(
    r"\d[^\W\d_]{0,12}\s*(?:,|&|-|–|—|;)\s*(?:[^\W\d_]{1,12}\.?\s*)?[^\W\d_]{0,12}\d|"
    r"\d\s+[^\W\d_]{1,12}\.?\s+[^\W\d_]{0,12}\d|"
    r"\d\s*[–—]\s*[\w.:-]{0,20}\d|"
    r"\b[ivxlcmIVXLCM]{1,12}\s*(?:,|&|-|–|—)\s*[ivxlcmIVXLCM]{1,12}\b"
)
_HYPHEN = re.compile(rf"{_BEFORE}(?:-{{1,3}}|–|—)\s*")
_COMMA, _AMPERSAND = re.compile(rf"{_BEFORE},\s*"), re.compile(rf"{_BEFORE}&\s*")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 6_000


def is_numeric(value: str) -> bool:
    """Whether a value is numbers and nothing else (CSL 1.0.2, "Choose", `is-numeric`).

    >>> [is_numeric(value) for value in ("2nd", "2, 3", "2–4", "D2 & 4", "second", "2nd edition")]
    [True, True, True, True, False, False]
    """
    if value.isdecimal():
        return True
    return bool(value) and len(value) < 1_000 and all(map(_NUMBER.fullmatch, _SEPARATOR.split(value.strip())))


def is_plural(value: str) -> bool:
    """Whether a value names several things.

    >>> [is_plural(value) for value in ("3", "22-45", "2 & 4", "213, and 235", "iv–x", "A-1–A-3", "3b")]
    [False, True, True, True, True, True, False]
    """
    if value.isdecimal():
        return False
    return "\\-" not in value and bool(_PLURAL.search(value[:1_000]))


def is_above_one(value: str) -> bool:
    """Whether a count, such as of volumes, is more than one."""
    return (value.isdecimal() and int(value[:18]) > 1) or is_plural(value)


def spaced(value: str, delimiter: str = "–") -> str:
    """Numbers with the blanks around their separators that belong there.

    >>> spaced("2 - 4"), spaced("2,3"), spaced("2&3")
    ('2–4', '2, 3', '2 & 3')
    """
    if value.isdecimal():
        return value
    value = _HYPHEN.sub(delimiter, value)
    return _AMPERSAND.sub(" & ", _COMMA.sub(", ", value)).replace(f"\\{delimiter}", "-")


def printed(value: str, delimiter: str = "–") -> str:
    r"""A value of a number variable as it is printed: numbers spaced, in other texts a hyphen that is no range.

    >>> printed("2 - 4"), printed(r"HI\-7")
    ('2–4', 'HI-7')
    """
    return spaced(value, delimiter) if is_numeric(value) else value.replace("\\-", "-")


def roman(number: int) -> str:
    """A number in small Roman numerals, as it is where there are none for it.

    >>> roman(1994)
    'mcmxciv'
    """
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def ordinal(locale: Locale, number: int, gender: str = "") -> str:
    """A number with the suffix of its ordinal (CSL 1.0.2, "Ordinal Suffixes")."""
    digits = str(number)
    for wanted in dict.fromkeys((gender, "")):
        suffix = _suffix(locale, digits, wanted)
        if suffix is not None:
            return digits + suffix
    return digits + _older_suffix(locale, number)


def _suffix(locale: Locale, digits: str, gender: str) -> str | None:
    """The suffix of a gender: for the whole number, its last two digits, its last digit, or any."""
    if ("ordinal", "") not in locale.ordinals and ("ordinal", gender) not in locale.ordinals:
        return None
    for name, match, fits in (
        (f"ordinal-{digits.zfill(2)}", "whole-number", len(digits) <= 2),
        (f"ordinal-{digits[-2:].zfill(2)}", "last-two-digits", len(digits) > 1),
        (f"ordinal-0{digits[-1]}", "last-digit", True),
    ):
        found = locale.ordinals.get((name, gender)) if fits else None
        if found and (found[1] == match or (match == "whole-number" and found[1] == "last-two-digits")):
            return found[0]
    found = locale.ordinals.get(("ordinal", gender))
    return found[0] if found else None


def _older_suffix(locale: Locale, number: int) -> str:
    """The suffix in a locale of CSL 1.0, which has terms for 1, 2, 3 and all others."""
    last = number % 10 if number % 10 in {1, 2, 3} and number % 100 not in {11, 12, 13} else 4
    found = locale.ordinals.get((f"ordinal-0{last}", ""))
    return found[0] if found else ""


def long_ordinal(locale: Locale, number: int, gender: str = "") -> str:
    """A number as an ordinal in words, up to the tenth; others with a suffix."""
    name = f"long-ordinal-{number:02}"
    if 1 <= number <= 10:
        words = (gender and locale.term(f"{name}/{gender}")) or locale.term(name)
        if words:
            return words
    return ordinal(locale, number, gender)


_BARE = re.compile(r"(?<!\w)\d{1,18}(?!\w)")


def in_form(locale: Locale, value: str, form: str, gender: str) -> str:
    """A numeric value in a form of `cs:number`; numbers with letters stay as they are."""
    if form == "roman":
        return _BARE.sub(lambda match: roman(int(match[0])), value)
    if form == "ordinal":
        return _BARE.sub(lambda match: ordinal(locale, int(match[0]), gender), value)
    if form == "long-ordinal":
        return _BARE.sub(lambda match: long_ordinal(locale, int(match[0]), gender), value)
    return value


def names_itself(edition: str, locale: Locale) -> bool:
    """Whether an edition ends in the word that would label it, so that none reads "Revised ed. ed."."""
    last = edition.rstrip(".").rpartition(" ")[2].lower()
    return last in {locale.term("edition", form).rstrip(".").lower() for form in ("long", "short")} - {""}

"""Numbers in the digits and with the separators of a language."""

from functools import lru_cache

from babel.numbers import format_decimal, format_percent

from sitegen.words.locales import direction, locale_of

_ZERO = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "nkoo": "߀", "olck": "᱐", "tibt": "༠",
}  # fmt: skip
"""The digit zero of the numbering systems that languages have for their own (CLDR, "Numbering systems"); the other
digits follow it in Unicode. Babel knows which system a language has, but writes European digits all the same."""


@lru_cache(maxsize=32)
def _table(tag: str) -> dict[int, str]:
    """European digits as those of a language; empty for a language that has them."""
    zero = _ZERO.get(locale_of(tag).default_numbering_system, "")
    return {ord("0") + number: chr(ord(zero) + number) for number in range(10)} if zero else {}


def digits(text: str, tag: str) -> str:
    """A text with the digits of a language; one with Latin letters stays, since it is a code ("e1234", "12A").

    >>> digits("23(4)", "fa"), digits("e12", "fa"), digits("23(4)", "de")
    ('۲۳(۴)', 'e12', '23(4)')
    """
    table = _table(tag)
    if not table or any("a" <= c <= "z" or "A" <= c <= "Z" for c in text):
        return text
    return text.translate(table)


def run(text: str, tag: str) -> str:
    """Numbers and the signs between them, to be read in the direction of a language wherever they are put.

    Digits and signs have no direction of their own, so that "737–738" alone would be read from the left (Unicode
    Standard Annex 9): the right-to-left mark says it.

    >>> run("3, 4", "fa") == "\u200f3, 4", run("3, 4", "de")
    (True, '3, 4')
    """
    return f"\u200f{text}" if text and direction(tag) == "rtl" else text


@lru_cache(maxsize=4096)
def whole(number: int, tag: str) -> str:
    """A whole number.

    >>> whole(12345, "fa"), whole(12345, "de"), whole(12345, "zh")
    ('۱۲٬۳۴۵', '12.345', '12,345')
    """
    return digits(format_decimal(number, locale=locale_of(tag), numbering_system="default"), tag)


def tenths(number: float, tag: str) -> str:
    """A number with one digit after the point."""
    return digits(format_decimal(number, "#,##0.0", locale=locale_of(tag), numbering_system="default"), tag)


def percent(share: float, tag: str) -> str:
    """A share from 0 to 1 in percent; less than all is never shown as all, more than none never as none.

    >>> percent(0.999, "en"), percent(0.12, "fa")[:3]
    ('99%', '۱۲٪')
    """
    rounded = round(100 * share)
    rounded = 99 if rounded == 100 and share < 1 else 1 if rounded == 0 and share > 0 else rounded
    locale = locale_of(tag)
    said = digits(format_percent(rounded / 100, locale=locale, numbering_system="default"), tag)
    symbols = locale.number_symbols.get(locale.default_numbering_system, {})
    return said.replace("%", symbols.get("percentSign", "%"))

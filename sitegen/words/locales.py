"""What Babel (CLDR) knows of a language."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """Babel's locale nearest to a BCP 47 tag; English for one it does not know."""
    parts = tag.replace("_", "-").split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale("en")


@lru_cache(maxsize=256)
def direction(tag: str) -> str:
    """`rtl` for a language written right to left, else `ltr`.

    >>> direction("fa")
    'rtl'
    """
    return str(locale_of(tag).text_direction) if tag else "ltr"


@lru_cache(maxsize=1024)
def language_name(tag: str, shown_in: str) -> str:
    """The name of a language in another; the tag itself where Babel knows none.

    >>> language_name("de", "fa"), language_name("fa", "fa")
    ('آلمانی', 'فارسی')
    """
    name = locale_of(shown_in).languages.get(tag.split("-")[0].lower())
    return str(name) if name else tag

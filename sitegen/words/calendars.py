"""Days and months in words, in the calendar that a site has chosen."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from sitegen.model.date import Day
from sitegen.words.locales import locale_of
from sitegen.words.numerals import digits

CALENDARS = ("gregorian", "solar-hijri")
"""Values of `calendar` in site.toml. Babel has no other calendar than the Gregorian: jdatetime counts the other."""


@lru_cache(maxsize=65536)
def gregorian(day: Day, tag: str) -> str:
    """A day or month of the Gregorian calendar.

    >>> gregorian(Day(2022, 1, 5), "fa"), gregorian(Day(2022, 1), "es"), gregorian(Day(2022, 1), "zh")
    ('۵ ژانویه ۲۰۲۲', 'enero de 2022', '2022年1月')
    """
    try:
        when = date(day.year, day.month, day.day or 1)
    except ValueError:
        return digits(day.iso(), tag)
    locale = locale_of(tag)
    said = format_date(when, "long", locale=locale) if day.day else format_skeleton("yMMMM", when, locale=locale)
    # A month that is no code: digits are those of the language, whatever letters stand beside them.
    return "".join(digits(c, tag) for c in said)


@lru_cache(maxsize=65536)
def solar_hijri(day: Day) -> tuple[int, int, int] | None:
    """Year, month and day of the Solar Hijri calendar; None for a day before it began, or one that there is not.

    >>> solar_hijri(Day(2022, 10, 7))
    (1401, 7, 15)
    """
    import jdatetime

    try:
        found = jdatetime.date.fromgregorian(year=day.year, month=day.month, day=day.day)
    except ValueError:
        return None
    return (found.year, found.month, found.day) if found.year > 0 else None

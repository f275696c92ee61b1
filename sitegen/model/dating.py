"""Dates as formats have them and people fill them in: EDTF (levels 0 and 1), and year, month and day apart."""

import re
from calendar import monthrange
from collections.abc import Callable
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from sitegen.model.date import SEASONS, Date, Day
from sitegen.model.entry import Status
from sitegen.problems import excerpt

Finding = tuple[str, str]
"""A code and a message."""

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
MONTHS = {form.lower(): name for name in _MONTH_NAMES for form in (name, name[:3])} | {"sept": "September"}
"""The months in English, as BibTeX styles and people write them."""
_MONTH_NUMBERS = {form: 1 + list(dict.fromkeys(MONTHS.values())).index(name) for form, name in MONTHS.items()}
_FOREIGN = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
for _names in _FOREIGN:
    _MONTH_NUMBERS.update((name, number) for number, name in enumerate(_names.split(), 1))
_MONTH_NUMBERS |= {name: number for number, name in SEASONS.items()} | {"fall": 23}

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d{1,9}(?!\d)", re.ASCII)
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d|XX|uu)(?:-(\d\d|XX|uu))?)?(?:T[\d:.+\-Z]*)?\s*([?~%]?)", re.ASCII)
_UNSPECIFIED = re.compile(r"(\d\d)(?:(\d)[Xxu]|[Xxu]{2})([?~%]?)", re.ASCII)
_YEAR = re.compile(r"-?\d{3,4}", re.ASCII)
_CIRCA = re.compile(r"\s*(?:c\.?|ca\.?|circa|about|approx\.?|~)\s*(-?\d{3,4})\s*", re.IGNORECASE | re.ASCII)
_UNCERTAIN = re.compile(r"\s*(?:\[(-?\d{3,4})\??\]|(-?\d{3,4})\s*\(?\?\)?)\s*", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|/)\s*(\d{4}|\d{2})", re.ASCII)
_SINCE = re.compile(r"(\d{4})\s*(?:--?|–)", re.ASCII)
_YEAR_LETTER = re.compile(r"(\d{4})\s?[a-z]", re.ASCII)
_DAY_AND_YEAR = re.compile(r"\s*(\d{1,2})\s*,\s*(\d{4})\s*", re.ASCII)
_YEAR_WITHIN = re.compile(r"(?<![0-9])([0-9]{4})(?![0-9])")
_ORDERS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?", re.ASCII),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})", re.ASCII),
    re.compile(r"(?P<m>\d{1,2})/(?P<y>\d{4})", re.ASCII),
)
_DAY_NUMBER = r"[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_WORDED = re.compile(
    rf"(?:(?P<d>{_DAY_NUMBER}(?:\s*(?:--?|–)\s*(?P<e>{_DAY_NUMBER})?\s+)?(?P<m>[^\W\d_]{{3,10}})\.?"
    rf"(?:\s+(?P<d2>{_DAY_NUMBER})?,?\s+(?P<y>[0-9]{{4}})"
)
LONGEST = 200
WORDS: dict[str, Status] = {
    "in press": "in-press", "inpress": "in-press", "forthcoming": "in-press", "to appear": "in-press",
    "accepted": "in-press", "accepted for publication": "in-press", "im druck": "in-press",
    "im erscheinen": "in-press", "à paraître": "in-press", "submitted": "submitted",
    "under review": "submitted", "in review": "submitted", "in preparation": "in-preparation",
    "inpreparation": "in-preparation", "in prep": "in-preparation", "unpublished": "", "undated": "", "n.d": "",
    "nd": "", "no date": "",
}  # fmt: skip
"""Words that stand where a date would, and the status they mean."""


class Dated(msgspec.Struct, frozen=True):
    """A date and what was odd about it. date: None when the source says nothing."""

    date: Date | None
    findings: tuple[Finding, ...] = ()


def issued(date: str, year: str, month: str, day: str) -> Dated:
    """When the work was issued, from plain text; `date` goes before the others, as BibLaTeX has it.

    >>> issued("", "1953", "April", "25").date.start.iso()
    '1953-04-25'
    >>> issued("", "in press", "", "").date
    Date(start=None, end=None, circa=False, uncertain=False, open_end=False, literal='in press')
    """
    if date:
        return read_date(date, month)
    if not year:
        return Dated(None)
    if len(year) == 4 and year.isdecimal() and year.isascii() and year != "0000":
        number = _MONTH_NUMBERS.get(month.lower(), -1) if month else 0
        if number >= 0 and not day:
            return _plain_date(year, number)
        dated = Dated(Date(Day(int(year))))
    else:
        slipped = _DAY_AND_YEAR.fullmatch(year[:LONGEST]) if month and not day else None
        if slipped:
            dated = issued("", slipped[2], month, slipped[1])
            said = ("odd-year", f"the year {excerpt(year)!r} was read as {slipped[2]}, and {slipped[1]} as the day")
            return replace(dated, findings=(said, *dated.findings))
        dated = _year(year[:LONGEST])
    if dated.date and dated.date.start and dated.date.end is None and (month or day):
        return _with_month(dated, month[:LONGEST], day[:LONGEST])
    return dated


@lru_cache(maxsize=1 << 12)
def _plain_date(year: str, month: int) -> Dated:
    """A year with or without a month; nearly all dates are so, and they repeat."""
    return Dated(Date(Day(int(year), month)))


def read_date(text: str, month: str = "") -> Dated:
    """A date as BibLaTeX or a person writes it.

    >>> read_date("2004-21/2005~").date.end
    Day(year=2005, month=0, day=0)
    """
    text = text.strip()[:LONGEST]
    if _YEAR.fullmatch(text) and month:
        return issued("", text, month, "")
    found = _edtf(text) or _numeric(text) or _worded(text)
    if found:
        return found
    dated = _year(text)
    if dated.findings or not dated.date:
        return Dated(dated.date, (("odd-date", f"{excerpt(text)!r} is not a date"),))
    return dated


def _edtf(text: str) -> Dated | None:
    """EDTF of levels 0 and 1 (Library of Congress, 2019); None for anything else."""
    first, slash, second = text.partition("/")
    open_start, open_end = first in ("", ".."), slash and second in ("", "..")
    if slash and open_start:
        end = _EDTF.fullmatch(second)
        return _checked(end, text, lambda date: Date(date.start, uncertain=True, literal=text)) if end else None
    start = _EDTF.fullmatch(first)
    if not start:
        return _decade(first) if not slash else None
    if not slash or open_end:
        return _checked(start, text, lambda date: replace(date, open_end=bool(open_end)))
    end = _EDTF.fullmatch(second)
    if not end:
        return None
    begun, ended = _checked(start, text), _checked(end, text)
    if not begun.date or not ended.date:
        return begun
    circa, uncertain = begun.date.circa or ended.date.circa, begun.date.uncertain or ended.date.uncertain
    date = replace(begun.date, end=ended.date.start, circa=circa, uncertain=uncertain)
    return Dated(date, begun.findings + ended.findings)


def _checked(match: re.Match[str], text: str, change: Callable[[Date], Date] = lambda date: date) -> Dated:
    """One EDTF date, checked against the calendar."""
    year, month, day, mark = match.groups()
    number = int(month) if month and month.isdecimal() else 0
    dated = on_calendar(int(year), number, int(day) if day and day.isdecimal() else 0, text)
    if not dated.date:
        return dated
    return Dated(change(replace(dated.date, circa=mark in ("~", "%"), uncertain=mark in ("?", "%"))), dated.findings)


def _decade(text: str) -> Dated | None:
    """A decade or century whose last digits are not known (`199X`, `19XX`)."""
    match = _UNSPECIFIED.fullmatch(text)
    if not match:
        return None
    first = int(match[1]) * 100 + int(match[2] or 0) * 10
    last = first + (9 if match[2] else 99)
    return Dated(Date(Day(first), Day(last), circa=True))


def _numeric(text: str) -> Dated | None:
    """Numbers in an order that cannot be mistaken."""
    for order in _ORDERS:
        match = order.fullmatch(text)
        if match:
            parts = match.groupdict()
            return on_calendar(int(parts["y"]), int(parts["m"]), int(parts.get("d") or 0), text)
    return None


def _worded(text: str) -> Dated | None:
    """Dates with the month as a word: "12 May 2004", "May 12, 2004", "May 2004"."""
    match = _WORDED.fullmatch(text.replace("~", " "))
    number = _month_number(match["m"]) if match else 0
    if not match or not number:
        return None
    dated = on_calendar(int(match["y"]), number, int(match["d"] or match["d2"] or 0), text)
    last = on_calendar(int(match["y"]), number, int(match["e"]), text) if match["e"] else Dated(None)
    return (
        Dated(replace(dated.date, end=last.date.start))
        if dated.date and last.date and not dated.findings + last.findings
        else dated
    )


def on_calendar(year: int, month: int, day: int, text: str) -> Dated:
    """A date whose month (or season, 21 to 24) and day exist; the parts that do not are left out and reported."""
    seasons = 21 <= month <= 24
    if month and not (1 <= month <= 12 or seasons):
        return Dated(Date(Day(year)), (("impossible-date", f"{excerpt(text)!r} has no month {month}"),))
    if day and (seasons or not month or not 1 <= day <= monthrange(max(year, 1), month)[1]):
        return Dated(Date(Day(year, month)), (("impossible-date", f"{excerpt(text)!r} has no day {day}"),))
    return Dated(Date(Day(year, month, day)))


def _year(text: str) -> Dated:
    """A year that is more or less than four digits."""
    text = " ".join(text.split()).strip("{}")
    if _YEAR.fullmatch(text) and int(text) > 0:
        return Dated(Date(Day(int(text))))
    if match := _CIRCA.fullmatch(text):
        return Dated(Date(Day(int(match[1])), circa=True))
    if match := _UNCERTAIN.fullmatch(text):
        return Dated(Date(Day(int(match[1] or match[2])), uncertain=True))
    if match := _YEARS.fullmatch(text):
        first, last = int(match[1]), match[2]
        end = int(last) if len(last) == 4 else first - first % 100 + int(last)
        if end > first:
            return Dated(Date(Day(first), Day(end)))
    if match := _SINCE.fullmatch(text):
        return Dated(Date(Day(int(match[1])), open_end=True))
    if match := _YEAR_LETTER.fullmatch(text):
        return Dated(Date(Day(int(match[1]))), (("odd-year", f"the year {excerpt(text)!r} was read as {match[1]}"),))
    if not text or text.lower().strip("().") in WORDS:
        return Dated(Date(literal=text) if text else None)
    worded = _worded(text)
    if worded:
        return Dated(
            worded.date,
            (*worded.findings, ("odd-year", f"the year {excerpt(text)!r} is a whole date and was read as one")),
        )
    within = _YEAR_WITHIN.search(text)
    if within and within[1] != "0000":
        shown = f"the year {excerpt(text)!r} is shown as it stands and sorted as {within[1]}"
        return Dated(Date(Day(int(within[1])), literal=text), (("odd-year", shown),))
    return Dated(Date(literal=text), (("odd-year", f"the year {excerpt(text)!r} is none; it is shown as it stands"),))


def _with_month(dated: Dated, month: str, day: str) -> Dated:
    """A year with the month and the day that stand in fields of their own, or both in `month`."""
    date = dated.date
    if not date or not date.start:
        return dated
    numbers, days = _months(month)
    if month and not numbers:
        return Dated(date, (*dated.findings, ("odd-month", f"the month {excerpt(month)!r} is none")))
    if not numbers:
        return dated
    day_number = int(day) if day.isdecimal() and day.isascii() and len(day) < 4 else days[0] if days else 0
    first = on_calendar(date.start.year, numbers[0], day_number, f"{date.start.year} {month} {day}".strip())
    if not first.date:
        return dated
    changed = replace(date, start=first.date.start)
    if len(numbers) > 1:
        second = on_calendar(date.start.year, numbers[-1], days[-1] if len(days) > 1 else 0, month)
        changed = replace(changed, start=first.date.start, end=second.date.start if second.date else None)
    elif (
        len(days) == 2
        and changed.start
        and days[0] < days[1] <= monthrange(max(changed.start.year, 1), numbers[0] if numbers[0] < 13 else 1)[1]
    ):
        changed = replace(changed, end=replace(changed.start, day=days[1]))
    return Dated(changed, dated.findings + first.findings)


def _months(text: str) -> tuple[list[int], list[int]]:
    """Numbers of the months that a text names, at most two, and the days beside them."""
    if text.isdecimal() and text.isascii() and len(text) <= 2:
        return [int(text)], []
    numbers = [number for word in _WORD.findall(text) if (number := _month_number(word))]
    days = [int(day) for day in _NUMBER.findall(text) if len(day) <= 2]
    if not numbers and len(days) == 2 and all(1 <= day <= 12 for day in days):
        return days, []
    return ([numbers[0], numbers[-1]] if len(numbers) > 1 and numbers[0] < numbers[-1] else numbers[:1]), days[:2]


def _month_number(word: str) -> int:
    """A month or season by its name or the first three letters of its English name; 0 for any other word."""
    word = word.lower()
    return _MONTH_NUMBERS.get(word, 0) or (_MONTH_NUMBERS.get(word[:3], 0) if word[3:] in ("", "t", "e", "y") else 0)

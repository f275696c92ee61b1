"""Dates in date variables (CSL-JSON, "Date variables"): in parts, as one text, or as words that are no date."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.csl.markup import marked


class Day(NamedTuple):
    """A date as precise as it is known. month: 13 to 16 for the seasons from spring on. 0: not known."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """What a date variable says. literal: words that are no date. open_end: whether a range goes on."""

    start: Day | None = None
    end: Day | None = None
    literal: str = ""
    circa: bool = False
    season: str = ""
    open_end: bool = False


_SEASONS = {
    "spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16,
    "1": 13, "2": 14, "3": 15, "4": 16, "21": 13, "22": 14, "23": 15, "24": 16,
}  # fmt: skip
_MONTHS = dict(
    zip(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], range(1, 13), strict=True)
)
_LARGEST_YEAR = 1_000_000
_WHOLE = re.compile(r"\s*(-?\d{1,6})\s*", re.ASCII)
_FALSE = (None, False, 0, "", "0", "false")


def moment(value: object) -> Moment | None:
    """What a date variable says; None when nothing.

    >>> moment({"date-parts": [["2005", 4], [2005, 7]]}).end
    Day(year=2005, month=7, day=0)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < _LARGEST_YEAR else ""
    if isinstance(value, str):
        return _from_words(value[:200], circa=False)
    if not isinstance(value, dict):
        return None
    circa = value.get("circa") not in _FALSE
    listed = value.get("date-parts")
    days = [_day(each) for each in listed[:2]] if isinstance(listed, list | tuple) else []
    if days and days[0]:
        start, said = days[0], _season(value.get("season"))
        season = said if isinstance(said, str) else ""
        if isinstance(said, int) and not start.month:
            start = start._replace(month=said)
        end = days[1] if len(days) > 1 else None
        open_end = len(days) > 1 and end is None and _is_open(listed)
        return Moment(start, end if end != start else None, circa=circa, season=season, open_end=open_end)
    for key in ("raw", "edtf"):
        words = value.get(key)
        if isinstance(words, str) and words.strip():
            return _from_words(words[:200], circa=circa)
    literal = value.get("literal")
    return Moment(literal=marked(literal), circa=circa) if isinstance(literal, str) and literal.strip() else None


def _is_open(listed: object) -> bool:
    """Whether the second date of a range is there and says nothing but 0."""
    return isinstance(listed, list) and listed[1] in ([0], ["0"], [0, 0, 0])


def _number(value: object) -> int:
    """A whole number of a few digits; 0 for anything else."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, float) and abs(value) < _LARGEST_YEAR:
        return int(value)
    if isinstance(value, int):
        return value if abs(value) < _LARGEST_YEAR else 0
    match = _WHOLE.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) if match else 0


def _day(parts: object) -> Day | None:
    """Year, month and day from a list of them."""
    if not isinstance(parts, list | tuple) or not parts:
        return None
    year, month, day = (*(_number(part) for part in parts[:3]), 0, 0)[:3]
    return _checked(year, month, day) if year else None


def _checked(year: int, month: int, day: int) -> Day:
    """A date whose month and day are possible; EDTF's seasons are 21 to 24."""
    if 21 <= month <= 24:
        return Day(year, month - 8)
    if not 1 <= month <= 16:
        return Day(year)
    return Day(year, month, day if 1 <= day <= 31 else 0)


def _season(value: object) -> int | str:
    """The number of a season's month, or the words that are used instead; 0 for none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value)) if abs(value) < 100 else ""
    if not isinstance(value, str) or not value.strip():
        return 0
    return _SEASONS.get(value.strip().lower()) or marked(value)


_ISO = re.compile(r"(-?\d{3,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.]+Z?)?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,4})[/.-](\d{1,2})(?:[/.-](\d{1,4}))?", re.ASCII)
_ERA = re.compile(r"(\d{1,6})\s*(B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_CIRCA = re.compile(r"(?:ca?\.|ca|circa)\s*|[?~]$|\[|\]", re.IGNORECASE)
_RANGE_DASH = re.compile(r"\s*[–—/]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4}$)")


def _from_words(words: str, *, circa: bool) -> Moment | None:
    """A date that is one text; words that are none are kept."""
    words = words.strip()
    if not words:
        return None
    bare = _CIRCA.sub("", words).strip()
    circa = circa or bare != words
    whole = _one(bare)
    if whole:
        return Moment(whole, circa=circa)
    ends = _RANGE_DASH.split(bare)
    if len(ends) == 2:
        last = _one(ends[1])
        first = _one(ends[0]) or (_one(f"{ends[0]} {last.year}") if last else None)
        if first and last:
            return Moment(first, last if last != first else None, circa=circa)
        if first and ends[1] in {"", ".."}:
            return Moment(first, circa=circa, open_end=True)
    return Moment(literal=marked(words), circa=circa)


def _one(words: str) -> Day | None:
    """A single date in one of the usual spellings."""
    match = _ISO.fullmatch(words)
    if match:
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        return _checked(year, month, day) if month <= 12 or 21 <= month <= 24 else None
    match = _ERA.fullmatch(words)
    if match:
        return Day(-int(match[1]) if match[2].lower().startswith("b") else int(match[1]))
    match = _NUMERIC.fullmatch(words)
    if match:
        return _numeric(*(int(part or 0) for part in match.groups()))
    return _worded([word.lower() for word in _WORD.findall(words)])


def _numeric(first: int, second: int, third: int) -> Day | None:
    """A date in numbers: year first, else month, day and year."""
    if first > 31:
        return _checked(first, second, third)
    if third > 31:
        month, day = (first, second) if first <= 12 else (second, first)
        return _checked(third, month, day)
    return _checked(second, first, 0) if second > 31 and not third else None


def _worded(words: list[str]) -> Day | None:
    """A date whose month is a word."""
    year = next((int(word) for word in words if word.isdecimal() and 3 <= len(word) <= 4), 0)
    day = next((int(word) for word in words if word.isdecimal() and len(word) <= 2), 0)
    months = [_MONTHS.get(word[:3]) or _SEASONS.get(word) for word in words if not word.isdecimal()]
    if not year or len(months) != 1 or not months[0]:
        return None
    return _checked(year, months[0], day)

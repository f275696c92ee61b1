"""CSL's dates (CSL-JSON, "Date variables"): in parts, as one text, or as words that are no date."""

import re

from msgspec.structs import replace

from sitegen.formats.csl_json.tables import SEASONS
from sitegen.model import dating
from sitegen.model.date import Date, Day
from sitegen.model.dating import Dated, on_calendar
from sitegen.model.facts import Facts
from sitegen.problems import excerpt

_NUMBER = re.compile(r"-?\d{1,4}", re.ASCII)
_SEASON_MONTHS = {13: 21, 14: 22, 15: 23, 16: 24}
"""Months by which processors say seasons; EDTF's own numbers are those of `Day`."""


def read_date(facts: Facts, variable: str, value: object) -> bool:
    """Give an entry a date; whether there was one."""
    if isinstance(value, str):
        return facts.dated(variable, dating.read_date(facts.line(value, variable)))
    if not isinstance(value, dict):
        return False
    parts = value.get("date-parts")
    days = [_day(facts, each) for each in parts[:2]] if isinstance(parts, list) else []
    start = days[0] if days else None
    if start is None:
        return _from_words(facts, variable, value)
    end = days[1] if len(days) > 1 else None
    season = value.get("season")
    if isinstance(season, str) and not start.month:
        start = replace(start, month=SEASONS.get(season.strip().lower(), 0))
    circa = value.get("circa") not in (None, False, "", "0", "false")
    return facts.put(variable, Date(start, end, circa=circa))


def _from_words(facts: Facts, variable: str, value: dict[str, object]) -> bool:
    """A date that is one text: `raw` is to be read, `literal` to be shown."""
    for key in ("raw", "edtf"):
        said = value.get(key)
        if isinstance(said, str) and said.strip():
            return facts.dated(variable, dating.read_date(facts.line(said, variable)))
    literal = value.get("literal")
    shown = facts.line(literal, variable) if isinstance(literal, str) else ""
    return bool(shown) and facts.dated(variable, Dated(Date(literal=shown)))


def _day(facts: Facts, parts: object) -> Day | None:
    """Year, month and day; None where there is no year."""
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], str) or not parts[0].strip():
        return None
    numbers = [int(each) if isinstance(each, str) and _NUMBER.fullmatch(each.strip()) else 0 for each in parts[:3]]
    shown = "-".join(excerpt(str(each), 10) for each in parts[:3])
    if not _NUMBER.fullmatch(parts[0].strip()):
        facts.note("odd-date", f"{excerpt(shown)!r} is not a date")
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    dated = on_calendar(year, _SEASON_MONTHS.get(month, month), day, shown)
    for code, message in dated.findings:
        facts.note(code, message)
    return dated.date.start if dated.date else None

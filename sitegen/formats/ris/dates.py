"""Dates of RIS: `YYYY/MM/DD/other`, as far as they are known, and what people write in their place."""

import re

from msgspec.structs import replace

from sitegen.model import dating
from sitegen.model.date import Date
from sitegen.model.dating import Dated, on_calendar
from sitegen.model.facts import Facts

_PARTS = re.compile(r"(-?\d{1,4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?", re.ASCII)


def read_date(text: str) -> Dated:
    """A date in the parts of RIS, or as a person writes it.

    >>> read_date("2004/05//").date.start, read_date("2004///summer").date.start.month
    (Day(year=2004, month=5, day=0), 22)
    """
    match = _PARTS.fullmatch(text[: dating.LONGEST])
    if not match:
        return dating.read_date(text)
    year, month, day, other = match.groups()
    dated = on_calendar(int(year), int(month or 0), int(day or 0) if int(month or 0) else 0, text)
    if other and not month:
        worded = dating.issued("", f"{int(year):04d}", other, day or "")
        return dated if worded.findings or not worded.date else worded
    return dated


def issued(facts: Facts, line: str) -> bool:
    """The date of issue, from PY or Y1; whether it is now known to be so."""
    return facts.dated("issued", read_date(line))


def more_precise(facts: Facts, line: str) -> bool:
    """The date of issue, from DA, which knows more than the year or only the day; whether it fits."""
    known: Date | None = facts.known.get("issued")
    if known is None or known.start is None:
        return facts.dated("issued", read_date(line))
    if _PARTS.fullmatch(line) or str(known.start.year) in line:
        dated = read_date(line)
    else:
        dated = dating.issued("", f"{known.start.year:04d}", line, "")
    start = dated.date.start if dated.date else None
    if start is None or dated.findings or start.year != known.start.year:
        return False
    if known.start.month and replace(start, day=known.start.day) != known.start:
        return False
    if not known.start.day and dated.date:
        facts.known["issued"] = dated.date
    return True

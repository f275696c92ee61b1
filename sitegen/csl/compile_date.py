"""`cs:date`: localized and other dates, ranges, seasons (CSL 1.0.2, "Date")."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.csl import marks
from sitegen.csl.dates import Day, Moment
from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.formatting import Change, around, change, prefix, suffix
from sitegen.csl.locale import Locale
from sitegen.csl.numbers import ordinal
from sitegen.csl.rendering import EMPTY, FILLED, Fn, Rendering, empty

_LEVELS = {"year": 0, "month": 1, "day": 2}
_SHOWN = {"year": ("year",), "year-month": ("year", "month"), "year-month-day": ("year", "month", "day")}
Print = Callable[[Day, Moment], str]


@dataclass(slots=True)
class _Part:
    """A `cs:date-part`: its level, how it is printed, what stands around it, and what parts the ends of a range."""

    level: int
    print: Print
    change: Change | None
    before: str
    after: str
    open: str
    close: str
    range_delimiter: str
    suffixed: bool = False

    def piece(self, day: Day, moment: Moment, rendering: Rendering) -> str:
        """The part of a day, formatted; "" where it is not known."""
        text = self.print(day, moment)
        if not text:
            return ""
        if self.change:
            text = self.change(text, rendering.english)
        if self.suffixed and rendering.year_suffix:
            text += rendering.year_suffix
            rendering.suffix_text, rendering.year_suffix = rendering.year_suffix, ""
        return f"{self.open}{text}{self.close}"


def compile_date(element: Element, env: Environment) -> Fn:
    """What prints a date."""
    variable = element.get("variable")
    if not variable:
        raise env.error(element, "the attribute variable is missing")
    if env.known.lacks(variable):
        return empty
    parts, delimiter = _parts(element, env)
    if env.sorting:
        return _sort_key(variable, {part.level for part in parts})
    for part in parts:
        part.suffixed = part.level == 0 and variable == "issued" and not env.explicit_year_suffix
    before, after = around(element)
    changed = change(element, strip=env.strip_periods)
    recording = env.names is not None
    has_year = any(part.level == 0 for part in parts)

    def date(rendering: Rendering) -> str:
        moment = rendering.dates[variable]
        if moment and moment.start is None:
            text = moment.literal if has_year else ""
        else:
            text = _printed(moment, parts, delimiter, rendering) if moment else ""
        if not text:
            rendering.state = rendering.state or EMPTY
            return ""
        rendering.state = FILLED
        if recording:
            rendering.used.append(variable)
        if changed and moment and moment.start:
            text = changed(text, rendering.english)
        return f"{before}{text}{after}"

    return date


def _parts(element: Element, env: Environment) -> tuple[list[_Part], str]:
    """The parts of a date in order, and what parts them."""
    form = element.get("form")
    if not form:
        listed = [part for part in element.all("date-part") if part.get("name") in _LEVELS]
        return [_part(part, env.locale, strip=env.strip_periods) for part in listed], marks.joinable(
            marks.clean(element.get("delimiter"))
        )
    model = env.locale.dates.get(form)
    if model is None:
        return [], ""
    changes = {part.get("name"): part.attributes for part in element.all("date-part")}
    wanted = _SHOWN.get(element.get("date-parts"), ("year", "month", "day"))
    listed = [part for part in model.all("date-part") if part.get("name") in wanted]
    merged = [
        Element(part.tag, {**part.attributes, **_without_affixes(changes.get(part.get("name"), {}))}, part.line)
        for part in listed
    ]
    return [_part(part, env.locale, strip=env.strip_periods) for part in merged], marks.joinable(
        marks.clean(model.get("delimiter"))
    )


def _without_affixes(attributes: dict[str, str]) -> dict[str, str]:
    """What a style may change of a localized date."""
    return {name: value for name, value in attributes.items() if name not in {"prefix", "suffix"}}


def _part(element: Element, locale: Locale, *, strip: bool) -> _Part:
    """A part of a date."""
    name = element.get("name")
    prints = {"year": _year, "month": _month, "day": _day}[name]
    before, after = around(element, affixes=False)
    return _Part(
        _LEVELS[name],
        prints(element, locale),
        change(element, strip=strip),
        prefix(element),
        suffix(element),
        before,
        after,
        marks.joinable(marks.clean(element.get("range-delimiter", "–"))),
    )


def _year(element: Element, locale: Locale) -> Print:
    """The year; before 1000 with its era."""
    ad, bc = locale.term("ad"), locale.term("bc")
    short = element.get("form") == "short"

    def year(day: Day, _moment: Moment) -> str:
        number = day.year
        if number < 0:
            return f"{-number}{bc}"
        if number < 1000:
            return f"{number}{ad}"
        return f"{number % 100:02}" if short else str(number)

    return year


def _month(element: Element, locale: Locale) -> Print:
    """The month or season."""
    form = element.get("form", "long")
    if form.startswith("numeric"):
        width = 2 if form == "numeric-leading-zeros" else 1
        return lambda day, _: f"{day.month:0{width}}" if 1 <= day.month <= 12 else ""
    words = [""] + [locale.term(f"month-{number:02}", form) for number in range(1, 13)]
    words += [locale.term(f"season-{number:02}", form) for number in range(1, 5)]
    return lambda day, moment: words[day.month] if day.month else moment.season


def _day(element: Element, locale: Locale) -> Print:
    """The day of the month."""
    form = element.get("form", "numeric")
    if form == "numeric-leading-zeros":
        return lambda day, _: f"{day.day:02}" if day.day else ""
    if form != "ordinal":
        return lambda day, _: str(day.day) if day.day else ""
    first_only = locale.option("limit-day-ordinals-to-day-1")

    def in_words(day: Day, _moment: Moment) -> str:
        if not day.day:
            return ""
        if first_only and day.day > 1:
            return str(day.day)
        return ordinal(locale, day.day, locale.gender(f"month-{day.month:02}"))

    return in_words


def _printed(moment: Moment, parts: list[_Part], delimiter: str, rendering: Rendering) -> str:
    """A date or range; words that are no date as they are."""
    start, end = moment.start, moment.end
    if start is None:
        return moment.literal
    if end is None and not moment.open_end:
        pieces = [
            f"{part.before}{text}{part.after}" for part in parts if (text := part.piece(start, moment, rendering))
        ]
        return delimiter.join(pieces) if delimiter else "".join(pieces)
    if end is None:
        return _half(parts, start, moment, delimiter, rendering, first=True) + "–"
    level = 0 if start.year != end.year else 1 if start.month != end.month else 2
    return _range(parts, moment, (start, end), level, delimiter, rendering)


def _range(
    parts: list[_Part], moment: Moment, ends: tuple[Day, Day], level: int, delimiter: str, rendering: Rendering
) -> str:
    """Both ends of a range, with what they share printed once."""
    differing = [at for at, part in enumerate(parts) if part.level >= level]
    if not differing:
        start = Moment(ends[0], season=moment.season)
        return _printed(start, parts, delimiter, rendering)
    first, last = differing[0], differing[-1]
    block = parts[first : last + 1]
    sign = next((part.range_delimiter for part in block if part.level == level), "–")
    years = rendering.year_suffix
    if years and any(part.level == 0 for part in block):
        rendering.year_suffix = ""
    one = _half(block, ends[0], moment, delimiter, rendering, first=True)
    rendering.year_suffix = years
    two = _half(block, ends[1], moment, delimiter, rendering, first=False)
    around_block = [_half(some, ends[0], moment, delimiter, rendering) for some in (parts[:first], parts[last + 1 :])]
    middle = f"{one}{sign}{two}" if one and two else one or two
    pieces = [piece for piece in (around_block[0], middle, around_block[1]) if piece]
    return delimiter.join(pieces)


def _half(
    parts: list[_Part],
    day: Day,
    moment: Moment,
    delimiter: str,
    rendering: Rendering,
    *,
    first: bool | None = None,
) -> str:
    """One end of a range.

    first: whether it is the first, which ends without its suffix; the other begins without its prefix.
    """
    shown = [(part, text) for part in parts if (text := part.piece(day, moment, rendering))]
    pieces = []
    for at, (part, text) in enumerate(shown):
        before = "" if first is False and at == 0 else part.before
        after = "" if first is True and at == len(shown) - 1 else part.after
        pieces.append(f"{before}{text}{after}")
    return delimiter.join(pieces)


def _sort_key(variable: str, levels: set[int]) -> Fn:
    """A date as it sorts; only the parts that are printed count."""

    def key(rendering: Rendering) -> str:
        moment = rendering.dates[variable]
        if moment is None:
            return ""
        return date_key(moment, levels)

    return key


def date_key(moment: Moment, levels: set[int] | frozenset[int] = frozenset({0, 1, 2})) -> str:
    """A date as text that sorts by time."""
    if moment.start is None:
        return moment.literal
    return "".join(_day_key(day, levels) for day in (moment.start, moment.end or Day(0)))


def _day_key(day: Day, levels: set[int] | frozenset[int]) -> str:
    """A day in digits; years before our era count backwards."""
    year = day.year + 1_000_000 if 0 in levels else 0
    month = day.month if 1 in levels else 0
    return f"{year:07}{month:02}{day.day if 2 in levels else 0:02}"

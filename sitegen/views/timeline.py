"""Works over time: a thin bar for each year that has works; and the columns of every chart over time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.date import year_key
from sitegen.model.entry import Entry
from sitegen.site import Here, Site
from sitegen.views.charts import Bar, Tick
from sitegen.words import _

MOST_DECADES = 26
"""Columns of 24 pixels that stand beside each other on a tablet; works before them share the first column."""
MOST_YEARS = 40
"""Up to so many years each get a column of their own; a longer span is shown by decade."""

FEW = 7
"""Columns that all have room for their label on a phone."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The columns of a chart over time.

    step: years in a column, 1 or 10. first, last: the years with which the first and the last column begin.
    early: whether there are works before the first, which share a column before it.
    """

    step: int
    first: int
    last: int
    early: bool

    def starts(self) -> range:
        """The years with which the columns begin, but for the one of early works."""
        return range(self.first, self.last + 1, self.step)

    def label(self, start: int, site: Site) -> str:
        """What a column is called."""
        return (
            site.words.year(start)
            if self.step == 1
            else site.words.say(_("%(year)ss")) % {"year": site.words.year(start)}
        )

    def is_marked(self, start: int) -> bool:
        """Whether a column's label shows on a phone: of each where there are few, else of those with round years."""
        columns = len(self.starts()) + self.early
        if columns <= FEW:
            return True
        return start % (5 if self.step == 1 else 20 if columns <= 2 * FEW else 50) == 0

    def ticks(self, site: Site) -> tuple[Tick, ...]:
        """The columns as an axis shows them."""
        early = (Tick(early_label(self.first, site), marked=True, early=True),) if self.early else ()
        return (*early, *(Tick(self.label(start, site), self.is_marked(start)) for start in self.starts()))

    def numbers(self, years: Mapping[int, int]) -> tuple[int, ...]:
        """How many works each column has."""
        numbers = [0] * (len(self.starts()) + self.early)
        for year, number in years.items():
            numbers[0 if year < self.first else (year - self.first) // self.step + self.early] += number
        return tuple(numbers)


def scale(years: Mapping[int, int]) -> Scale:
    """The columns for works of these years, of which there is one at least."""
    first, last = min(years), max(years)
    if last - first < MOST_YEARS:
        return Scale(1, first, last, early=False)
    last = last // 10 * 10
    begins = max(first // 10 * 10, last - (MOST_DECADES - 1) * 10)
    return Scale(10, begins, last, early=first < begins)


def years_of(entries: Iterable[Entry]) -> Mapping[int, int]:
    """How many works there are by year, without those of no known year."""
    return Counter(year for entry in entries if (year := entry.year) is not None)


def early_label(first: int, site: Site) -> str:
    """What the column before the first is called."""
    return site.words.say(_("before %(year)s")) % {"year": site.words.year(first)}


def timeline(years: Mapping[int, int], site: Site, here: Here, *, complete: bool) -> tuple[Bar, ...]:
    """Columns from the first year to the last; empty where all works are of one year.

    years: number of works by year. complete: whether the page lists all works, so that columns lead into it.
    """
    if len(years) < 2:
        return ()
    columns = scale(years)
    most = max(number for year, number in years.items() if year >= columns.first)
    targets = _Targets(here, complete=complete)
    present: dict[int, list[int]] = {start: [] for start in columns.starts()}
    before: list[int] = []
    for year in sorted(years):
        (present[year // columns.step * columns.step] if year >= columns.first else before).append(year)
    bars = [_before(columns.first, before, years, site, targets)] if before else []
    for start, found in present.items():
        paths = "".join(_path(year - start, columns.step, years[year], most) for year in found)
        marked = columns.is_marked(start)
        bars.append(_bar(columns.label(start, site), found, years, paths, site, targets, marked=marked))
    return tuple(bars)


class _Targets:
    """Where a column leads: into the page that lists all works, else to the page of the year."""

    def __init__(self, here: Here, *, complete: bool) -> None:
        self._here, self._complete = here, complete

    def __call__(self, year: int) -> str:
        """The address of a year's works."""
        return f"#y{year_key(year)}" if self._complete else self._here.to("year", year_key(year))


def _before(first: int, present: Sequence[int], years: Mapping[int, int], site: Site, targets: _Targets) -> Bar:
    """The first column, for all works older than the others."""
    return _bar(
        early_label(first, site),
        present,
        years,
        "M35 100v-6h8v6zM50 100v-6h8v6zM65 100v-6h8v6z",
        site,
        targets,
        marked=False,
    )


def _bar(
    label: str,
    present: Sequence[int],
    years: Mapping[int, int],
    paths: str,
    site: Site,
    targets: _Targets,
    *,
    marked: bool,
) -> Bar:
    """One column; it leads to the newest of its works, which stand first in the list."""
    number = sum(years[year] for year in present)
    count = site.words.count("%(num)s work", "%(num)s works", number)
    return Bar(label, number, paths, targets(present[-1]) if present else "", f"{label}: {count}", marked)


def _path(offset: int, step: int, number: int, most: int) -> str:
    """A rectangle in a box of 100 by 100 for one year of a column."""
    width = 100 / step
    height = max(4, round(100 * number / most))
    left, bar = round((offset + 0.15) * width, 1), round(0.7 * width, 1)
    return f"M{left:g} 100v-{height}h{bar:g}v{height}z"

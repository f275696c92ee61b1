"""The timeline of the home page: a thin bar for each year that has works."""

from collections.abc import Mapping, Sequence

from sitegen.model.date import year_key
from sitegen.site import Here, Site
from sitegen.views.home import Bar
from sitegen.words import _

MOST_DECADES = 26
"""Columns of 24 pixels that stand beside each other on a tablet; works before them share the first column."""
MOST_YEARS = 40
"""Up to so many years each get a column of their own; a longer span is shown by decade."""


def timeline(years: Mapping[int, int], site: Site, here: Here, *, complete: bool) -> tuple[Bar, ...]:
    """Columns from the first year to the last; empty where all works are of one year.

    years: number of works by year. complete: whether the page lists all works, so that columns lead into it.
    """
    if len(years) < 2:
        return ()
    step = 1 if max(years) - min(years) < MOST_YEARS else 10
    last = max(years) // step * step
    first = max(min(years) // step * step, last - (MOST_DECADES - 1) * step if step == 10 else min(years))
    most = max(number for year, number in years.items() if year >= first)
    targets = _Targets(here, complete=complete)
    columns: dict[int, list[int]] = {start: [] for start in range(first, last + 1, step)}
    before = sorted(year for year in years if year < first)
    for year in years:
        if year >= first:
            columns[year // step * step].append(year)
    bars = [_before(first, before, years, site, targets)] if before else []
    for start, present in columns.items():
        label = site.words.year(start) if step == 1 else site.words.say(_("%(year)ss")) % {"year": start}
        paths = "".join(_path(year - start, step, years[year], most) for year in sorted(present))
        marked = start % (5 if step == 1 else 50) == 0
        bars.append(_bar(label, sorted(present), years, paths, site, targets, marked=marked))
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
    label = site.words.say(_("before %(year)s")) % {"year": site.words.year(first)}
    return _bar(label, present, years, "M35 100v-6h8v6zM50 100v-6h8v6zM65 100v-6h8v6z", site, targets, marked=False)


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

"""A date lies in the future: a year of issue later than next year, or a day of access that has not come.

Journals date their issues ahead, but not by years: most such dates are slips of the pen, and they put the work on top
of every list.

Correct the date. A work that has not appeared yet needs none: `pubstate = {inpress}`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Dates after the day on which the check runs; nothing where nobody tells that day."""
    today = site.today
    if not today:
        return
    last = int(today[:4]) + 1
    for entry in site.library.entries.values():
        if (entry.year or 0) > last:
            yield CHECK.problem(entry, f"{entry.id!r} is dated {entry.year}, which is years ahead", "date", "year")
        for date, fields in (
            (entry.accessed, ("urldate", "accessed")),
            (entry.original_date, ("origdate", "origyear")),
        ):
            if date and date.start and date.start.iso() > today[: len(date.start.iso())]:
                shown = date.start.iso()
                yield CHECK.problem(entry, f"{fields[0]} of {entry.id!r} is {shown}, which has not come yet", *fields)


CHECK = Check(
    name="future-date",
    run=run,
    documentation=__doc__ or "",
    hint="Correct the date.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {Press},
  year = 3001,
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {Press},
  year = 2001,
}
"""),
)

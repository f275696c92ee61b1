"""Two dates of a work stand in the wrong order: it ends before it begins, or its original appeared after it.

One of the two is wrong, and lists sort the work by it.

Correct the one that is wrong.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.model.date import Day
from sitegen.problems import Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """Ranges that run backwards, and originals younger than their copies."""
    for entry in site.library.entries.values():
        issued, original = entry.issued, entry.original_date
        for name, date in (("date", issued), ("eventdate", entry.event_date)):
            if date and date.start and date.end and date.end < date.start and not _only_vaguer(date.start, date.end):
                shown = f"{date.start.iso()} to {date.end.iso()}"
                yield CHECK.problem(
                    entry, f"{name} of {entry.id!r} runs backwards, from {shown}", name, "year", "month"
                )
        if issued and issued.year and original and original.year and original.year > issued.year:
            shown = f"{original.year}, after the work itself ({issued.year})"
            yield CHECK.problem(entry, f"the original of {entry.id!r} is dated {shown}", "origdate", "origyear")


def _only_vaguer(start: Day, end: Day) -> bool:
    """Whether the end says less than the start but nothing else ("2004-05-12/2004-05")."""
    return end.year == start.year and (not end.month or (end.month == start.month and not end.day))


CHECK = Check(
    name="backward-dates",
    run=run,
    documentation=__doc__ or "",
    hint="Correct the date that is wrong.",
    finds=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {P},
  date = {1901},
  origdate = {1910},
}
"""),
    spares=Example("""
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  publisher = {P},
  date = {1910},
  origdate = {1901},
}
"""),
)

"""A range of pages runs backwards.

A digit is wrong or missing: reference managers import the range as it stands, and Google Scholar takes its first page.
An end that leaves out digits (`1123--31`) is understood and not reported.

Correct the page that is wrong: `pages = {107--117}`.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

_THOUSANDS = re.compile(r"(?<!\d)(\d{1,3}),\s?(\d{3})(?!\d)")
"""Numbers with a comma inside, as some journals print them: 14,357–14,373."""
_RANGE = re.compile(r"([A-Za-z]{0,3})(\d{1,6})–([A-Za-z]{0,3})(\d{1,6})")


def run(site: Site) -> Iterator[Problem]:
    """Ranges whose last page goes before the first."""
    for entry in site.library.entries.values():
        if "–" not in entry.page:
            continue
        for part in _THOUSANDS.sub(r"\1\2", entry.page).split(","):
            found = _RANGE.fullmatch(part.strip())
            if found and _is_backward(*found.groups()):
                shown = excerpt(part.strip(), 20)
                yield CHECK.problem(entry, f"the pages {shown} of {entry.id!r} run backwards", "pages")


def _is_backward(prefix: str, first: str, second: str, last: str) -> bool:
    """Whether the range ends before it begins, also when the end is read as the digits in which it differs."""
    if second not in ("", prefix) or int(last) >= int(first):
        return False
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    return int(whole) < int(first)


CHECK = Check(
    name="backward-pages",
    run=run,
    documentation=__doc__ or "",
    hint="Correct the page that is wrong.",
    finds=Example("""
@misc{a,
  title = {On Light},
  pages = {123--119},
}
"""),
    spares=Example("""
@misc{a,
  title = {On Light},
  pages = {1123--31, L12--L14},
}
@misc{b,
  title = {On Heat},
  pages = {14,357--14,373},
}
"""),
)

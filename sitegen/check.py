"""The stage that runs the checks, sets aside what the site's owner does not want to hear, and sorts the rest."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from sitegen.checks import Check
from sitegen.config import Ignored
from sitegen.content import FOLDER
from sitegen.model.entry import Entry
from sitegen.problems import Place, Problem
from sitegen.site import Site
from sitegen.text.slugs import slug

_ORDER = {"error": 0, "warning": 1, "info": 2}
LONGEST_LIST = 1_000
"""Letters of an entry's list of codes that are read."""
_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, in the order of file, line and column, each once.

    aside: what the owner does not want to hear in one place, with the reason given, "" for none.
    """

    problems: tuple[Problem, ...]
    aside: tuple[tuple[Problem, str], ...] = ()


def check(
    site: Site, checks: Mapping[str, Check], found: Iterable[Problem], *, proposals: bool = True
) -> tuple[Problem, ...]:
    """Every problem of a site that is to be reported."""
    return examined(site, checks, found, proposals=proposals).problems


def examined(site: Site, checks: Mapping[str, Check], found: Iterable[Problem], *, proposals: bool = True) -> Checked:
    """Every problem of a site, and what was set aside.

    found: what the stages before this one had to say. A check whose name is ignored everywhere is not run, and without
    `proposals` none whose problems are of level "info".
    """
    everywhere = site.config.check.ignored_codes
    problems = list(found)
    for each in checks.values():
        if each.name not in everywhere and (proposals or each.level != "info"):
            problems.extend(each.run(site))
    return sifted(site, problems)


def sifted(site: Site, problems: Iterable[Problem]) -> Checked:
    """Problems in reading order, each once, without those that the owner does not want to hear."""
    everywhere = site.config.check.ignored_codes
    reasons = [*_by_configuration(site), *_by_entry(site.library.entries.values())]
    kept: list[Problem] = []
    aside: list[tuple[Problem, str]] = []
    for problem in sorted(dict.fromkeys(problems), key=reading_order):
        if problem.code in everywhere:
            continue
        reason = next((said for reason in reasons if (said := reason(problem)) is not None), None)
        if reason is None:
            kept.append(problem)
        else:
            aside.append((problem, reason))
    return Checked(tuple(kept), tuple(aside))


def reading_order(problem: Problem) -> tuple[object, ...]:
    """By place as one reads; at one place errors first."""
    return (problem.place, _ORDER[problem.level], problem.code, problem.message)


Reason = Callable[[Problem], str | None]
"""Why a problem is set aside; None when it is not."""


def _by_configuration(site: Site) -> Iterator[Reason]:
    """The tables of `[check] ignore`."""
    rules: dict[str, list[Ignored]] = {}
    for rule in site.config.check.ignored:
        if rule.file or rule.entry:
            rules.setdefault(rule.code, []).append(rule)

    def reason(problem: Problem) -> str | None:
        return next((rule.reason for rule in rules.get(problem.code, ()) if _is_meant(problem, rule)), None)

    if rules:
        yield reason


def _is_meant(problem: Problem, rule: Ignored) -> bool:
    """Whether a problem stands where a rule says."""
    file = problem.place.file.removeprefix(f"{FOLDER}/")
    in_file = not rule.file or fnmatchcase(file, rule.file.removeprefix(f"{FOLDER}/"))
    return in_file and (not rule.entry or (bool(problem.id) and slug(problem.id) == slug(rule.entry)))


def ignored_by(entry: Entry) -> tuple[tuple[str, ...], str]:
    """The codes that an entry's field `sitegen-ignore` lists, and the reason it gives.

    >>> ignored_by(Entry(id="a", ignore="missing-date, no-issn: a leaflet"))
    (('missing-date', 'no-issn'), 'a leaflet')
    """
    codes, _, reason = entry.ignore.partition(":")
    return tuple(code for code in _BETWEEN.split(codes[:LONGEST_LIST]) if code), reason.strip()


def _by_entry(entries: Iterable[Entry]) -> Iterator[Reason]:
    """The entries' own fields: a problem belongs to the entry it stands in, whatever stage found it."""
    codes = {entry.id: ignored_by(entry) for entry in entries if entry.ignore}
    if not codes:
        return
    files = {entry.place.file for entry in entries if entry.ignore}
    starts: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        if entry.place.file in files:
            starts.setdefault(entry.place.file, []).append((entry.place.line, entry.id))
    for each in starts.values():
        each.sort()

    def reason(problem: Problem) -> str | None:
        own = codes.get(problem.id) or codes.get(_entry_at(problem.place, starts))
        return own[1] if own and problem.code in own[0] else None

    yield reason


def _entry_at(place: Place, starts: Mapping[str, list[tuple[int, str]]]) -> str:
    """The id of the entry that a place lies in, "" when there is none."""
    begun = starts.get(place.file, [])
    at = bisect_right(begun, (place.line, "\U0010ffff")) - 1
    return begun[at][1] if at >= 0 else ""

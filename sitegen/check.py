"""The stage that runs the checks, leaves out what the site's owner does not want to hear, and sorts the rest."""

from collections.abc import Iterable, Mapping

from sitegen.checks import Check
from sitegen.problems import Problem
from sitegen.site import Site

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check(site: Site, checks: Mapping[str, Check], found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem of a site, once, in the order of file, line and column.

    found: what the stages before this one had to say. A check whose name is ignored is not run.
    """
    ignored = frozenset(site.config.check.ignore)
    problems = [problem for problem in found if problem.code not in ignored]
    for each in checks.values():
        if each.name not in ignored:
            problems.extend(problem for problem in each.run(site) if problem.code not in ignored)
    return tuple(sorted(dict.fromkeys(problems), key=_reading_order))


def _reading_order(problem: Problem) -> tuple[object, ...]:
    """By place as one reads; at one place errors first."""
    return (problem.place, _ORDER[problem.level], problem.code, problem.message)

"""Checks: one rule per file, `run(site)` yields problems and repairs nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.problems import Problem
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Check:
    """A rule on the shelf. `name` is the code of its problems and the word in `[check] ignore`."""

    name: str
    run: Callable[[Site], Iterable[Problem]]

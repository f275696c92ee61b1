"""Checks: one rule per file, `run(site)` yields problems and repairs nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.problems import Example, Level, Place, Problem
from sitegen.site import Site

__all__ = ["Check", "Example"]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule on the shelf. `name` is the code of its problems and the word in `[check] ignore`.

    level: of its problems; what is certainly wrong is a warning, a proposal is "info", and then a build does not ask.
    documentation: for people, in paragraphs: what is found, why it matters, how to mend it.
    hint: the way out, starting with a verb. finds, spares: libraries in which it finds something, and nothing.
    """

    name: str
    run: Callable[[Site], Iterable[Problem]]
    level: Level = "warning"
    documentation: str = ""
    hint: str = ""
    finds: Example | None = None
    spares: Example | None = None

    def problem(
        self, entry: Entry, message: str, *fields: str, hint: str = "", paste: str = "", place: Place | None = None
    ) -> Problem:
        """What the rule says of an entry. fields: names of those that may be the cause."""
        return Problem(
            self.name,
            message,
            place or entry.place,
            hint or self.hint,
            self.level,
            entry.id,
            fields=fields,
            paste=paste,
        )

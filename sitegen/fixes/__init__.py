"""Fixes: one repair of the source per file. A fix writes down what the reader understands anyway, and nothing else.

That is what makes a repair safe: the entries read before and after it are equal. `mend` holds every fix to it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Edit:
    """Other text for a piece of a file.

    start, end: offsets, equal where something is put in. message: what was done, in a few words.
    """

    start: int
    end: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair on the shelf.

    name: the code of the problem it mends, and the word in `[check] ignore` that keeps it from being run.
    repair: pure; edits that do not overlap but for the blanks they delete.
    documentation: for people, where no reader of a format explains the code.
    """

    name: str
    repair: Callable[[Manuscript], Iterable[Edit]]
    documentation: str = ""

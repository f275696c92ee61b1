"""How far a build has come, and how long each stage took; the clock is the caller's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Announce = Callable[[str, int, int], None]
"""Called with a stage, how many things are done and how many there are (0: not known)."""
Clock = Callable[[], float]
"""Seconds since whenever."""


def silent(stage: str, done: int, total: int) -> None:
    """The announcement that nobody hears."""


def stopped() -> float:
    """The clock of those who do not care for times."""
    return 0.0


@dataclass(slots=True)
class Stopwatch:
    """Adds up the seconds spent in each stage."""

    clock: Clock = stopped
    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what happens inside."""
        began = self.clock()
        try:
            yield
        finally:
            self.stages[stage] = self.stages.get(stage, 0.0) + self.clock() - began

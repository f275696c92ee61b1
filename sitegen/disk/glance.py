"""The files of the last build, looked at while the next one reads and compares."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from sitegen.beside import beside
from sitegen.disk.manifest import Records, load, untouched

MANY = 5000
"""Files from which on it pays to look at them beside the build."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A look at the files of a manifest that began before the build got to them.

    written: those files. touched: the paths of those that are not on the disk as they were written, once that is known.
    """

    written: Records
    touched: Callable[[], AbstractSet[str]]

    @classmethod
    def at(cls, output: Path, state: Path, jobs: int) -> "Glance | None":
        """Look at the files of an output folder; None for those that are few. jobs: of several, one looks."""
        written = load(state, output).written
        if len(written) < MANY:
            return None
        return cls(written, beside(lambda: written.keys() - set(untouched(str(output), written.items())), jobs))

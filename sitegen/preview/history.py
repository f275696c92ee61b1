"""What the last builds changed, so that an open page knows whether it is still as the site has it."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

REMEMBERED = 50
"""Builds whose changes are known."""


@dataclass(slots=True)
class History:
    """The builds of one run of the preview, and the files that each of them wrote or removed.

    >>> history = History()
    >>> before = history.mark
    >>> history.add({"index.html"})
    >>> sorted(history.since(before)), sorted(history.since(history.mark))
    (['index.html'], [])
    >>> history.since("of another run") is None
    True
    """

    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _last: int = 0
    _changes: dict[int, frozenset[str]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The name of the last build, no other run's; it may stand in an address."""
        return f"{self._run}-{self._last}"

    def add(self, paths: Iterable[str]) -> None:
        """A build is done that wrote or removed these files."""
        self._last += 1
        self._changes[self._last] = frozenset(paths)
        self._changes.pop(self._last - REMEMBERED, None)

    def since(self, mark: str) -> frozenset[str] | None:
        """The files that changed after the build of this name; None where that is not known, so that all may have."""
        run, _, number = mark.partition("-")
        if run != self._run or not number.isascii() or not number.isdigit() or len(number) > 9:
            return None
        later = range(int(number) + 1, self._last + 1)
        if int(number) > self._last or any(each not in self._changes for each in later):
            return None
        return frozenset().union(*(self._changes[each] for each in later))

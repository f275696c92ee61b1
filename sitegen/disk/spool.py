"""Texts that are made once and shown often: the latest in memory, those before them in a file without a name."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Hashable
from typing import IO

from sitegen.disk.handles import pour, read_at

HELD = 8_000_000
"""Characters that are held in memory before they go to the file."""
_LENGTH = 24
"""Bits for the length of a text in its place; a longer one is forgotten."""


class Spool:
    """Texts by a group and a key. What was forked from a process that holds texts begins with none.

    Where the disk refuses, texts are forgotten, and whoever needs them makes them again.
    """

    __slots__ = ("_end", "_file", "_held", "_lying", "_process", "_size")

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._begin()

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def get(self, group: Hashable, key: Hashable) -> str | None:
        """A text; None where it has to be made."""
        if self._process != os.getpid():
            self._begin()
        held = self._held[group].get(key)
        if held is not None:
            return held
        place = self._lying[group].get(key)
        if place is None or self._file is None:
            return None
        try:
            data = read_at(self._file.fileno(), place & ((1 << _LENGTH) - 1), place >> _LENGTH)
            return data.decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, group: Hashable, key: Hashable, text: str) -> None:
        """Take a text in."""
        if self._process != os.getpid():
            self._begin()
        self._held[group][key] = text
        self._size += len(text)
        if self._size > HELD:
            self._lay_down()

    def _begin(self) -> None:
        """Hold nothing."""
        self._process, self._end, self._size = os.getpid(), 0, 0
        if self._file is not None:
            self._file.close()
            self._file = None
        self._held: dict[Hashable, dict[Hashable, str]] = defaultdict(dict)
        self._lying: dict[Hashable, dict[Hashable, int]] = defaultdict(dict)

    def _lay_down(self) -> None:
        """Write what is held behind what lies in the file."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 -- as long as the texts are wanted
            for group, texts in self._held.items():
                lying, parts = self._lying[group], list[bytes]()
                for key, text in texts.items():
                    data = text.encode("utf-8", "surrogatepass")
                    if not len(data) >> _LENGTH:
                        lying[key] = self._end << _LENGTH | len(data)
                        self._end += len(data)
                        parts.append(data)
                pour(self._file.fileno(), b"".join(parts))
        except OSError:
            self._begin()
        self._held.clear()
        self._size = 0

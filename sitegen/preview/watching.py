"""What changed on the disk."""

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from watchfiles import watch


class Times(NamedTuple):
    """What tells a state of a file from others: when its bytes changed last, when anything of it did, its size."""

    bytes: int
    file: int
    size: int


Snapshot = dict[str, Times]
"""Files by their paths."""

QUIET = 10
"""Milliseconds without a change after which a save is over: editors write a file in several steps."""
LONGEST = 100
"""Milliseconds after which changes are told while more come."""
BEAT = 1000
"""Milliseconds between two looks where the system says nothing: some network and container disks never do."""
PAUSE = 0.1
"""Seconds between two looks where the system cannot be asked."""


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """The files below the folders, but for hidden ones, through which editors save; links are not followed."""
    found: Snapshot = {}
    waiting = [str(folder) for folder in folders]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as items:
            for item in items:
                if item.name.startswith("."):
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
                else:
                    found[item.path] = _times(item.stat(follow_symlinks=False))
    return found


def seen(path: str) -> Times | None:
    """A file as a snapshot has it; None where it cannot be seen."""
    with suppress(OSError):
        return _times(os.lstat(path))
    return None


def _times(found: os.stat_result) -> Times:
    """What a snapshot has of a file."""
    return Times(found.st_mtime_ns, found.st_ctime_ns, found.st_size)


def glances(folders: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    """The moments at which something below the folders may have changed, until `stop` is set.

    At once where the system tells, and on a slow beat besides. A folder may come, go, and come again.
    """
    while not stop.is_set():
        there = _there(folders)
        try:
            for _ in watch(
                *there,
                watch_filter=None,
                debounce=LONGEST,
                step=QUIET,
                stop_event=stop,
                rust_timeout=BEAT,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                yield
                if _there(folders) != there:
                    break
        except (OSError, RuntimeError):  # no such folder any more, or more folders than the system lets one watch
            stop.wait(PAUSE)
            yield


def _there(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that there are, with what tells each from a later one of its name."""
    found = {}
    for folder in folders:
        with suppress(OSError):
            seen = folder.stat()
            found[folder] = (seen.st_dev, seen.st_ino)
    return found

"""What changed on the disk."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

Snapshot = dict[str, tuple[int, int, int]]
"""Files by their paths: time of the last change of the bytes, of the file, and size."""


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
                    seen = item.stat(follow_symlinks=False)
                    found[item.path] = (seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size)
    return found

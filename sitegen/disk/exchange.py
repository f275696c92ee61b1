"""Putting a whole folder in the place of another in one step."""

import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(new: Path, place: Path, aside: Path) -> bool:
    """Move the folder `new` to `place`; what stood there is then at `new` or `aside`. Whether it could be done.

    Where the system cannot exchange two folders (other systems than Linux, some file systems), two renames do it:
    between them there is no folder at `place`, and a build killed there leaves it so until the next one.
    False, with everything as it was, for a place that cannot be renamed at all, such as a mount point.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        if not place.exists() or not any(place.iterdir()):
            if os.name == "nt" and place.exists():
                place.rmdir()
            new.rename(place)
            return True
        return _exchange(new, place) or _rename_twice(new, place, aside)
    except OSError as error:
        if place.exists() and new.exists() and not isinstance(error, PermissionError):
            return False
        raise


def _exchange(one: Path, other: Path) -> bool:
    """renameat2(2) with RENAME_EXCHANGE; False where the system has none or will not."""
    # Only a site that is made from the ground up is put in place so.
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _rename_twice(new: Path, place: Path, aside: Path) -> bool:
    """The old folder out of the way, the new one in; the old one back when the second step fails."""
    place.rename(aside)
    try:
        new.rename(place)
    except BaseException:
        aside.rename(place)
        raise
    return True

"""One build at a time."""

from pathlib import Path

import pytest

from sitegen.disk.staging import Stage
from sitegen.write import write

fcntl = pytest.importorskip("fcntl", reason="this system has no locks of this kind")


def test_the_lock_is_held_before_the_first_file_and_free_after_the_last(tmp_path: Path) -> None:
    held: list[bool] = []

    def fill(stage: Stage) -> None:
        held.append(_is_locked(tmp_path / ".sitegen/lock"))
        stage.add("index.html", b"home")

    write(fill, tmp_path / "output", tmp_path / ".sitegen")
    assert [*held, _is_locked(tmp_path / ".sitegen/lock")] == [True, False]


def _is_locked(path: Path) -> bool:
    """Whether a second build would have to wait."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False

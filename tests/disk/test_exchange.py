"""A whole site is put in the place of another in one step."""

from pathlib import Path

from sitegen.disk.staging import Stage
from sitegen.write import write


def test_a_clean_build_brings_a_new_folder_and_any_other_changes_the_old_one(tmp_path: Path) -> None:
    output = tmp_path / "output"

    def made(data: bytes, *, clean: bool) -> int:
        write(lambda stage: _fill(stage, data), output, tmp_path / ".sitegen", clean=clean)
        assert (output / "a/index.html").read_bytes() == data
        return output.stat().st_ino

    first = made(b"one", clean=False)
    assert made(b"two", clean=False) == first
    assert made(b"three", clean=True) != first


def _fill(stage: Stage, data: bytes) -> None:
    stage.add("index.html", b'<meta name="generator" content="sitegen 1.0">')
    stage.add("a/index.html", data)

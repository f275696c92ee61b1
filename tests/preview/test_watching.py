"""What the preview sees of the disk."""

import os
from pathlib import Path

import pytest

from sitegen.preview.watching import snapshot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/refs.bib").write_bytes(b"old")
    return tmp_path


def test_nothing_done_is_no_change(folder: Path) -> None:
    assert snapshot([folder]) == snapshot([folder])


def test_a_change_of_bytes_is_seen_even_with_size_and_time_kept(folder: Path) -> None:
    file = folder / "deep/refs.bib"
    before, when = snapshot([folder]), file.stat().st_mtime_ns
    file.write_bytes(b"new")
    os.utime(file, ns=(when, when))
    assert snapshot([folder]) != before


def test_new_and_removed_files_are_seen(folder: Path) -> None:
    before = snapshot([folder])
    (folder / "more.bib").write_bytes(b"")
    assert snapshot([folder]) != before
    (folder / "more.bib").unlink()
    assert snapshot([folder]) == before


def test_hidden_files_links_to_folders_and_missing_folders_are_passed_over(folder: Path) -> None:
    before = snapshot([folder, folder / "missing"])
    (folder / ".refs.bib.swp").write_bytes(b"")
    assert snapshot([folder, folder / "missing"]) == before
    (folder / "loop").symlink_to(folder)
    assert len(snapshot([folder])) == len(before) + 1

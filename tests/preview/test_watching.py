"""What the preview sees of the disk."""

import os
import threading
from pathlib import Path

import pytest

from sitegen.preview.watching import glances, snapshot


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


def test_a_change_is_told_at_once_and_so_is_one_in_a_folder_that_came_later(folder: Path) -> None:
    stop, told, later = threading.Event(), threading.Semaphore(0), folder / "later"

    def look() -> None:
        for _ in glances([folder / "deep", later], stop):
            told.release()

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        for file in (folder / "deep/refs.bib", later / "a.html"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(b"x")
            assert told.acquire(timeout=20)
    finally:
        stop.set()
        watcher.join(20)
    assert not watcher.is_alive()


def test_where_nothing_can_be_watched_one_looks_now_and_then(tmp_path: Path) -> None:
    stop = threading.Event()
    looks = glances([tmp_path / "missing"], stop)
    assert [next(looks), next(looks)] == [None, None]
    stop.set()
    assert list(looks) == []

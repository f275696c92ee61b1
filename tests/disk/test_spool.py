"""Texts that are held in memory and in a file."""

import os
import tempfile
from typing import Any

import pytest

from sitegen.disk import spool
from sitegen.disk.handles import read_at
from sitegen.disk.spool import Spool


@pytest.mark.parametrize("held", [1, 20, 10**6])
def test_texts_come_back_wherever_they_lie(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "HELD", held)
    texts = {("a", number): f"Ärger {number} \ud800" * (number % 7) for number in range(50)}
    made = Spool()
    for (group, key), text in texts.items():
        made.put(group, key, text)
    assert {each: made.get(*each) for each in texts} == texts
    assert made.get("a", 50) is made.get("b", 1) is None


def test_texts_are_forgotten_where_the_disk_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool, "HELD", 3)
    made = Spool()
    made.put("a", 1, "text")
    monkeypatch.setattr(os, "write", full)
    made.put("a", 2, "more")
    assert made.get("a", 1) is made.get("a", 2) is None
    monkeypatch.undo()
    made.put("a", 3, "again")
    assert made.get("a", 3) == "again"


def test_a_text_that_is_too_long_for_its_place_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "HELD", 3)
    made = Spool()
    made.put("a", 1, "x" * (1 << 24))
    made.put("a", 2, "short")
    assert made.get("a", 1) is None
    assert made.get("a", 2) == "short"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_has_texts_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "HELD", 1)
    made = Spool()
    made.put("a", 1, "of the parent")
    child = os.fork()
    if not child:
        held = made.get("a", 1)
        made.put("a", 1, "of the child")
        os._exit(0 if held is None and made.get("a", 1) == "of the child" else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert made.get("a", 1) == "of the parent"


def test_bytes_are_read_where_they_lie_on_systems_without_pread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "pread", raising=False)
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(b"0123456789")
        assert [read_at(file.fileno(), 3, 4), read_at(file.fileno(), 9, 8)] == [b"456", b"89"]

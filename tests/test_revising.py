"""Files of many works after edits of a few: they are mended, and are what making them anew gives."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sitegen.pages
from sitegen.build import BuildOptions, build
from sitegen.pages import PageKind
from sitegen.pages.export import PAGE, revised
from sitegen.shelf import load
from tests.test_questions import OTHER, WORKS


@pytest.mark.parametrize("damaged", [False, True])
def test_an_export_of_the_library_is_mended_where_records_changed(
    damaged: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    mended: list[str] = []

    def mend(key: str, data: bytes, told: Sequence[tuple[str, Any, Any]]) -> bytes | None:
        found = revised(key, data, told)
        mended.extend([key] if found is not None else [])
        return found

    kinds = {**load(sitegen.pages, PageKind), "export": replace(PAGE, revised=mend)}
    monkeypatch.setattr("sitegen.making.load", lambda *_: kinds)
    for edited in (WORKS, [each.replace("Work 5", "Ünother") for each in WORKS], [*WORKS, OTHER], WORKS):
        (tmp_path / "content/all.bib").write_text("".join(edited), "utf-8")
        build(tmp_path, BuildOptions())
        build(tmp_path, BuildOptions(output="clean", clean=True))
        for name in ("library.bib", "library.ris", "library.json"):
            assert (tmp_path / "output" / name).read_bytes() == (tmp_path / "clean" / name).read_bytes(), name
        if damaged:
            for path in (tmp_path / ".sitegen").glob("*.answers/*"):
                path.write_bytes(b"x" * path.stat().st_size)
    assert sorted(mended) == ([] if damaged else ["library.bib", "library.json", "library.ris"])


@pytest.mark.parametrize(("data", "was"), [(b"one\n\ntwo\n", b"three\n"), (b"one\n\none\n", b"one\n"), (b"one\n", b"")])
def test_an_export_is_not_mended_where_a_record_is_not_found_once(data: bytes, was: bytes) -> None:
    told = [("record_of", was, b"new")]
    assert revised("library.bib", data, told) is None

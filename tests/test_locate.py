"""Places sharpened from the entry to the field."""

from pathlib import Path

import pytest

from sitegen.locate import Sources, located
from sitegen.problems import Place, Problem

BIB = """@article{a,
  Title = {On Light}, pages = {3--1},
  note = {year = 1},
}
@article{b, title = {On Heat},
  year = 3001,
}
"""


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/x.bib").write_text(BIB, "utf-8")
    return Sources(tmp_path)


def where(sources: Sources, line: int, *fields: str, file: str = "content/x.bib") -> str:
    (found,) = located([Problem("c", "m", Place(file, line), fields=fields)], sources)
    return str(found.place)


def test_a_problem_stands_at_the_field_that_causes_it_in_any_case(sources: Sources) -> None:
    assert where(sources, 1, "title") == "content/x.bib:2:3"
    assert where(sources, 1, "pages") == "content/x.bib:2:23"


def test_the_first_field_that_the_entry_has_counts(sources: Sources) -> None:
    assert where(sources, 5, "date", "year") == "content/x.bib:6:3"


def test_a_field_of_the_next_entry_is_not_taken(sources: Sources) -> None:
    assert where(sources, 5, "pages") == "content/x.bib:5"
    assert where(sources, 1, "doi") == "content/x.bib:1"


def test_a_field_on_the_line_of_the_key_is_found(sources: Sources) -> None:
    assert where(sources, 5, "title") == "content/x.bib:5:13"


def test_what_cannot_be_read_leaves_the_place_as_it_is(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "content/y.bib").symlink_to("/etc/hostname")
    for file in ("content/none.bib", "content/y.bib", "../outside.bib", "content/x.ris", ""):
        assert where(sources, 1, "title", file=file) == str(Place(file, 1))
    assert where(sources, 99, "title") == "content/x.bib:99"
    assert sources.line(Place("content/y.bib", 1)) == ""


def test_windows_line_ends_and_encodings_count_letters(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_bytes("@misc{a,\r\n  note = {é}, title = {T}\r\n}".encode("cp1252"))
    assert where(Sources(tmp_path), 1, "title", file="x.bib") == "x.bib:2:15"


def test_problems_stay_in_reading_order(sources: Sources) -> None:
    problems = [
        Problem("a", "m", Place("content/x.bib", 1), fields=("note",)),
        Problem("b", "m", Place("content/x.bib", 2)),
    ]
    assert [problem.code for problem in located(problems, sources)] == ["b", "a"]

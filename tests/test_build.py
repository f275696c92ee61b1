"""A whole build, through its front door."""

import itertools
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from sitegen.outcome import BuildResult
from sitegen.problems import Problem, SitegenError

REFS = """
@article{noether1918,
  title = {Invariante Variationsprobleme}, author = {Noether, Emmy}, year = 1918, journal = {Nachrichten}
}

@book{euler1748, title = {Introductio in analysin infinitorum}, author = {Euler, Leonhard}, year = 1748}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    return tmp_path


def tree(root: Path) -> dict[str, bytes]:
    folder = root / "output"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_bibliography_file_is_enough_for_a_site(root: Path) -> None:
    result = build(root, BuildOptions())
    files = tree(root)
    assert (result.read, result.entries, result.incomplete) == (2, 2, False)
    assert result.pages == sum(path.endswith(".html") for path in files)
    assert result.files.written == len(files)
    assert result.files.bytes == sum(map(len, files.values()))
    assert {"index.html", "articles/noether1918/index.html", "articles/euler1748/index.html"} <= set(files)


def test_a_build_with_nothing_to_do_writes_nothing(root: Path) -> None:
    first = build(root, BuildOptions())
    assert build(root, BuildOptions()).files.unchanged == first.files.written


def test_an_incremental_build_equals_a_clean_one(root: Path) -> None:
    build(root, BuildOptions())
    refs = root / "content/refs.bib"
    refs.write_text(REFS.replace("euler1748", "euler").replace("Nachrichten", "Göttinger Nachrichten"), "utf-8")
    (root / "content/about.md").write_text("# About\n\nText.\n", "utf-8")
    build(root, BuildOptions())
    incremental = tree(root)
    build(root, BuildOptions(clean=True))
    assert tree(root) == incremental


def test_strict_stops_before_anything_is_written(root: Path) -> None:
    (root / "content/refs.bib").write_text("@book{x, title = {No date}, author = {Euler, Leonhard}}", "utf-8")
    result = build(root, BuildOptions(strict=True))
    assert result.refused
    assert result.incomplete
    assert [problem.code for problem in result.problems] == ["missing-date"]
    assert not (root / "output").exists()
    assert not (root / ".sitegen").exists()


def test_strict_does_not_mind_remarks(root: Path) -> None:
    (root / ".git").mkdir()
    (root / ".git/config").write_text('[remote "origin"]\n\turl = git@github.com:ada/papers.git\n', "utf-8")
    result = build(root, BuildOptions(strict=True))
    assert [problem.level for problem in result.problems] == ["info"]
    assert not result.refused
    assert result.base_path == "/papers/"


def test_a_site_is_incomplete_only_where_something_was_left_out() -> None:
    flagged, left_out = Problem("a", "b", level="error"), Problem("a", "b", level="error", left_out=True)
    assert not BuildResult(read=1, entries=1, problems=(flagged,)).incomplete
    assert BuildResult(read=1, entries=0, problems=(left_out,)).incomplete


def test_a_broken_template_leaves_the_old_site(root: Path) -> None:
    build(root, BuildOptions())
    before = tree(root)
    (root / "templates").mkdir()
    (root / "templates/home.html").write_text("{% block main %}", "utf-8")
    with pytest.raises(SitegenError, match=r"home\.html:1"):
        build(root, BuildOptions())
    assert tree(root) == before


def test_a_wrong_output_folder_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SitegenError, match="holds more than the site"):
        build(tmp_path, BuildOptions(output="."))


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SitegenError, match="no folder content"):
        build(tmp_path, BuildOptions())
    assert list(tmp_path.iterdir()) == []


def test_times_are_those_of_the_clock_that_is_given(root: Path) -> None:
    ticks = itertools.count()
    result = build(root, BuildOptions(), clock=lambda: float(next(ticks)))
    assert set(result.stages) == {
        "compare", "read", "assemble", "examine", "check", "plan", "render", "write", "remember",
    }  # fmt: skip
    assert result.seconds >= sum(result.stages.values()) > 0


def test_the_announcements_name_the_stages_in_their_order(root: Path) -> None:
    heard: list[str] = []
    build(root, BuildOptions(), lambda stage, _, __: heard.append(stage))
    assert list(dict.fromkeys(heard)) == ["read", "assemble", "check", "plan", "render", "write"]


def test_a_value_cut_at_a_limit_is_a_warning_and_its_entry_is_built(root: Path) -> None:
    value = "word " * 300_000
    (root / "content/refs.bib").write_text(f"@book{{k, title = {{T}}, abstract = {{{value}}}, year = 2001}}", "utf-8")
    result = build(root, BuildOptions())
    assert ("value-too-long", "warning") in [(problem.code, problem.level) for problem in result.problems]
    assert not result.incomplete
    assert "articles/k/index.html" in tree(root)

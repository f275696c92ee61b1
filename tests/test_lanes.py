"""Several processes make the site that one makes."""

import multiprocessing
import os
from pathlib import Path

import pytest

from sitegen import lanes
from sitegen.build import BuildOptions, build
from sitegen.problems import SitegenError

ENTRIES = "".join(
    f"@article{{k{number}, author = {{Doe, Jane and Roe, R{number % 7}.}}, title = {{Title {number}}},"
    f" journal = {{Journal {number % 5}}}, volume = {number % 9}, year = {1990 + number % 20}}}\n"
    for number in range(60)
)

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork processes"
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, for which several processes are taken all the same, in small bites."""
    monkeypatch.setattr(lanes, "WORTH_IT", 1)
    monkeypatch.setattr(lanes, "CHUNK", 3)
    monkeypatch.setattr(lanes, "PIECE", 2)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.bib").write_text(ENTRIES, "utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_bytes_do_not_depend_on_how_many_processes_make_them(root: Path, jobs: int) -> None:
    one = build(root, BuildOptions())
    alone = tree(root / "output")
    many = build(root, BuildOptions(output="elsewhere", jobs=jobs))
    assert tree(root / "elsewhere") == alone
    assert (many.files, many.pages) == (one.files, one.pages)


def test_a_rebuild_by_several_writes_what_changed_and_nothing_else(root: Path) -> None:
    build(root, BuildOptions(jobs=2))
    before = {path: (root / "output" / path).stat().st_mtime_ns for path in tree(root / "output")}
    (root / "content/a.bib").write_text(ENTRIES.replace("Title 7}", "Heptagons}"), "utf-8")
    build(root, BuildOptions(jobs=2))
    after = tree(root / "output")
    assert b"Heptagons" in after["articles/k7/index.html"]
    assert (root / "output/articles/k31/k31.bib").stat().st_mtime_ns == before["articles/k31/k31.bib"]
    build(root, BuildOptions(output="elsewhere"))
    assert tree(root / "elsewhere") == after


def test_several_remake_a_site_of_several_languages(root: Path) -> None:
    (root / "content/site.toml").write_text('languages = ["en", "de"]\n', "utf-8")
    build(root, BuildOptions(jobs=2))
    (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")
    build(root, BuildOptions(jobs=2))
    build(root, BuildOptions(output="elsewhere"))
    assert tree(root / "output") == tree(root / "elsewhere")


def test_what_one_of_them_cannot_make_is_said_as_if_there_were_one(root: Path) -> None:
    build(root, BuildOptions(jobs=2))
    before = tree(root / "output")
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text("<p>\n{{ page.nothing }}", "utf-8")
    with pytest.raises(SitegenError, match=r"^article\.html:2: .*nothing") as raised:
        build(root, BuildOptions(jobs=2))
    assert raised.value.hint == "Mend the template."
    assert tree(root / "output") == before


def test_a_process_whose_parent_is_gone_ends(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getppid", lambda: 1)
    with pytest.raises(SitegenError, match="ended"):
        build(root, BuildOptions(jobs=2))

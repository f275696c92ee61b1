"""Work beside the build gives what it gives in the build itself."""

import os
import signal
from pathlib import Path

import pytest

from sitegen.beside import beside
from sitegen.build import BuildOptions, build
from sitegen.disk import glance
from sitegen.disk.glance import Glance


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_result_is_that_of_the_work_however_often_it_is_asked_for(jobs: int) -> None:
    result = beside(lambda: {"a": [1, 2]}, jobs)
    assert result() == {"a": [1, 2]}
    assert result() is result()


def test_of_several_jobs_another_process_works() -> None:
    assert beside(os.getpid, 2)() != os.getpid()
    assert beside(os.getpid, 1)() == os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_work_raises_is_raised_where_its_result_is_asked_for(jobs: int) -> None:
    def fails() -> int:
        raise LookupError("gone")

    result = beside(fails, jobs)
    with pytest.raises(LookupError, match="gone"):
        result()


def test_work_that_somebody_ended_is_done_again() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert beside(work, 2)() == "done"


def test_a_result_that_cannot_be_handed_over_is_made_here() -> None:
    assert beside(lambda: lambda: "made", 2)()() == "made"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_somebody_touched_is_made_again(jobs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(glance, "MANY", 1)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.bib").write_text("@misc{a, title={A}}\n@misc{b, title={B}}")
    build(tmp_path, BuildOptions())
    page = tmp_path / "output/articles/b/index.html"
    page.write_text("touched")
    seen = Glance.at(tmp_path / "output", tmp_path / ".sitegen", jobs)
    assert seen
    assert seen.touched() == {"articles/b/index.html"}
    (tmp_path / "content" / "a.bib").write_text("@misc{a, title={Other}}\n@misc{b, title={B}}")
    result = build(tmp_path, BuildOptions(jobs=jobs))
    build(tmp_path, BuildOptions(output="clean"))
    assert page.read_bytes() == (tmp_path / "clean/articles/b/index.html").read_bytes()
    assert "articles/a/index.html" in result.files.paths
    assert result.files.unchanged


def test_checks_beside_the_build_say_what_they_say_in_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.bib").write_text("@article{a, title={A}, year=1900}\n@misc{b, isbn={1}}")
    found = [build(tmp_path, BuildOptions(jobs=jobs, clean=True)).problems for jobs in (1, 2)]
    assert found[0] == found[1]
    assert {problem.code for problem in found[0]} >= {"bad-isbn", "missing-author"}
    refused = build(tmp_path, BuildOptions(jobs=2, strict=True, output="strict"))
    assert refused.refused
    assert not (tmp_path / "strict").exists()

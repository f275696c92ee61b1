"""`sitegen check --site`, as it is typed."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("selectolax")

from sitegen.cli import commands

GOLDEN = Path(__file__).parents[1] / "golden" / "content"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["-C", str(root), *arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "content")
    return tmp_path


def test_a_built_site_is_read_back(site: Path) -> None:
    assert run(site, "build", "--quiet").exit_code == 0
    result = run(site, "check", "--site")
    assert result.exit_code == 0
    assert "read back: 5 articles, 0 differences (" in result.output


def test_a_difference_fails_the_check_and_stands_in_its_json(site: Path) -> None:
    run(site, "build", "--quiet", "--output", "public")
    page = site / "public" / "articles" / "quill2020knots" / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1><bdi>On DNA", "<h1><bdi>On RNA"), "utf-8")
    result = run(site, "check", "--site", "--output", "public", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout.splitlines()[0])
    assert (found["site"]["articles"], found["site"]["differences"]) == (5, 1)
    assert [problem["code"] for problem in found["problems"] if problem["level"] == "error"] == ["title-differs"]


def test_without_a_built_site_there_is_nothing_to_read(site: Path) -> None:
    result = run(site, "check", "--site")
    assert result.exit_code != 0
    assert "no built site" in str(result.exception)
    assert "site" not in json.loads(run(site, "check", "--format", "json").stdout.splitlines()[0])


def test_mending_and_reading_back_are_two_steps(site: Path) -> None:
    assert run(site, "check", "--site", "--fix").exit_code == 2

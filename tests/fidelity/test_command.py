"""`sitegen check --site`, as it is typed."""

import json
import re
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


def test_a_site_in_several_languages_is_read_back_in_its_first(site: Path) -> None:
    config = site / "content" / "site.toml"
    told = re.sub(r"^language = .*\n", "", config.read_text("utf-8"), flags=re.MULTILINE)
    config.write_text(f'languages = ["fa", "en"]\n{told}', "utf-8")
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


def quality(site: Path) -> str:
    page = (site / "output" / "data-quality" / "index.html").read_text("utf-8")
    return page[page.index("<h1") :]


@pytest.fixture
def proven(site: Path) -> Path:
    settings = site / "content" / "site.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[pages]\ndata_quality = true\n", "utf-8")
    run(site, "build", "--quiet")
    assert "Compared with the sources" not in quality(site)
    assert run(site, "check", "--site", "--record").exit_code == 0
    run(site, "build", "--quiet")
    return site


def test_a_result_that_is_kept_stands_on_the_page_about_the_data(proven: Path) -> None:
    page = quality(proven)
    assert "Compared with the sources" in page
    assert '<th scope="row">Works</th><td>5</td>' in page
    assert '<th scope="row">Differences</th><td>0</td>' in page
    run(proven, "build", "--quiet", "--clean")
    assert quality(proven) == page, "a build knows it from the content alone"
    run(proven, "check", "--site", "--record")
    run(proven, "build", "--quiet")
    assert quality(proven) == page, "the page does not change what it speaks of"


def test_a_result_is_not_told_of_a_site_that_has_changed_since(proven: Path) -> None:
    (proven / "content" / "more.bib").write_text("@misc{more, title = {One more}, year = 2020}\n", "utf-8")
    run(proven, "build", "--quiet")
    assert "Compared with the sources" not in quality(proven)
    (proven / "content" / "more.bib").unlink()
    run(proven, "build", "--quiet")
    assert "Compared with the sources" in quality(proven), "it is the site that was compared again"


def test_a_result_of_a_damaged_site_is_not_told_of_a_sound_one(proven: Path) -> None:
    page = proven / "output" / "articles" / "quill2020knots" / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1><bdi>On DNA", "<h1><bdi>On RNA"), "utf-8")
    assert run(proven, "check", "--site", "--record").exit_code == 1
    assert "differences = 1" in (proven / "content" / "proof.toml").read_text("utf-8")
    run(proven, "build", "--quiet")
    assert "Compared with the sources" not in quality(proven)


def test_a_result_is_only_kept_of_a_site_that_is_read_back(site: Path) -> None:
    assert run(site, "check", "--record").exit_code == 2

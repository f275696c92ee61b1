"""In a large library, whose lists come without abstracts, an abstract is fetched when a reader unfolds it."""

import shutil
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from tests.search.browser import ORIGIN, chromium, reader, started

pytest.importorskip("playwright", reason="Playwright is not installed")
if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

CONTENT = Path(__file__).parents[2] / "content"
YEAR = "/years/1950/"


def test_an_abstract_unfolds_in_place_and_without_scripts_its_page_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.site.LARGE", 10)
    shutil.copytree(CONTENT, tmp_path / "content")
    build(tmp_path, BuildOptions())
    with started() as browser:
        page, _wire, wrong = reader(browser, tmp_path / "output")
        page.goto(ORIGIN + YEAR)
        work = page.locator(".work:has(details)").first
        assert work.locator(".fold").count() == 0
        work.locator("summary").click()
        work.locator(".fold").wait_for()
        told = work.locator(".fold").inner_text()
        work.locator("summary").click()
        work.locator("summary").click()
        assert work.locator(".fold").count() == 1
        work.locator(":is(h3, h4) a").click()
        assert page.locator(".abstract .text").first.inner_text() == told
        assert wrong == []
        plain, _wire, _wrong = reader(browser, tmp_path / "output", scripts=False)
        plain.goto(ORIGIN + YEAR)
        assert not plain.locator(".work summary").first.is_visible()

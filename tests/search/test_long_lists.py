"""A list of hundreds of works is laid out where the reader is; everything in it can be reached all the same."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.pages.test_article import entry
from tests.search.browser import ORIGIN, chromium, reader, started
from tests.search.built import some_pages

pytest.importorskip("playwright", reason="Playwright is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Page

if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

LAID_OUT = "work => work.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
TOP = "element => Math.round(element.getBoundingClientRect().top)"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """The page of a person with thirty works in each of twelve years."""
    root = tmp_path_factory.mktemp("long")
    (root / "content").mkdir()
    works = (entry(f"k{at}", title=f"Title {at}", year=str(2000 + at % 12)) for at in range(360))
    (root / "content" / "all.bib").write_text("".join(works), "utf-8")
    some_pages(root, root / "output", frozenset({"asset", "person"}))
    with started() as browser:
        page, _wire, wrong = reader(browser, root / "output")
        page.emulate_media(reduced_motion="reduce")
        yield page
        assert wrong == []


def test_works_far_down_are_laid_out_when_the_reader_comes_near(page: "Page") -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    assert page.locator(".work").first.evaluate(LAID_OUT)
    assert not page.locator(".work").last.evaluate(LAID_OUT)
    page.locator(".work").nth(358).locator("a").first.focus()
    page.keyboard.press("j")
    page.wait_for_function("() => document.activeElement.checkVisibility({ contentVisibilityAuto: true })")
    last = page.locator(".work").last.locator("a").first
    assert last.evaluate("link => link === document.activeElement")
    assert 0 < last.evaluate(TOP) < 720


def test_all_works_are_printed(page: "Page") -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    page.emulate_media(media="print")
    assert page.locator(".work").last.evaluate(LAID_OUT)
    page.emulate_media(media="screen")


@pytest.mark.parametrize("year", [2005, 2000, 2008])
def test_an_address_with_a_year_leads_to_its_works(page: "Page", year: int) -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/#y{year}")
    page.wait_for_timeout(300)
    assert 0 <= page.locator(f"#y{year}").evaluate(TOP) < 60

"""A list of hundreds of works is laid out where the reader is; everything in it can be reached all the same."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

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
AT_ONCE = 20
"""Works at the start of a group that are laid out wherever the reader is."""
TOP = "element => Math.round(element.getBoundingClientRect().top)"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """The pages of a person with forty works in each of twelve years, and of the years."""
    root = tmp_path_factory.mktemp("long")
    (root / "content").mkdir()
    works = (entry(f"k{at}", title=f"Title {at}", year=str(2000 + at % 12)) for at in range(480))
    (root / "content" / "all.bib").write_text("".join(works), "utf-8")
    some_pages(root, root / "output", frozenset({"asset", "person", "year"}))
    with started() as browser:
        page, _wire, wrong = reader(browser, root / "output")
        yield page
        assert wrong == []


def test_works_far_down_are_laid_out_when_the_reader_comes_near(page: "Page") -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    works = page.locator(".work")
    assert works.first.evaluate(LAID_OUT)
    assert not works.last.evaluate(LAID_OUT)
    works.nth(478).locator("a").first.focus()
    page.keyboard.press("j")
    page.wait_for_function("() => document.activeElement.checkVisibility({ contentVisibilityAuto: true })")
    last = works.last.locator("a").first
    assert last.evaluate("link => link === document.activeElement")
    assert 0 < last.evaluate(TOP) < 720


def test_the_end_of_one_long_group_waits_as_the_end_of_many_does(page: "Page") -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{ORIGIN}/years/2003/")
    works = page.locator(".work")
    page.wait_for_timeout(100)
    laid_out = [works.nth(at).evaluate(LAID_OUT) for at in range(works.count())]
    assert all(laid_out[:AT_ONCE])
    assert not any(laid_out[-5:])
    page.set_viewport_size({"width": 1280, "height": 720})


def test_a_work_that_waits_lies_over_no_other_and_one_with_focus_is_not_cut_off(page: "Page") -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    work = page.locator(".work").last
    assert work.evaluate("work => getComputedStyle(work).overflow") == "hidden"
    work.locator("a").first.focus()
    assert work.evaluate("work => getComputedStyle(work).overflow") == "visible"


def test_all_works_are_printed(page: "Page") -> None:
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    page.emulate_media(media="print")
    assert page.locator(".work").last.evaluate(LAID_OUT)
    page.emulate_media(media="screen")


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_an_address_with_a_year_leads_to_its_works_from_above_and_from_below(
    page: "Page", width: int, motion: Literal["no-preference", "reduce"]
) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.emulate_media(reduced_motion=motion)
    page.goto(f"{ORIGIN}/authors/jane-doe/")
    for year in (2005, 2000, 2008, 2003):
        page.goto(f"{ORIGIN}/authors/jane-doe/#y{year}")
        page.wait_for_timeout(300)
        assert 0 <= page.locator(f"[aria-labelledby=y{year}] .work").first.evaluate(TOP) < 90
    page.set_viewport_size({"width": 1280, "height": 720})

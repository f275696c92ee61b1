"""The preview in a browser: what an edit does to pages that are open."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.browser import chromium, started
from tests.test_serve import Preview
from tests.test_serve import started as serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

if not chromium():
    pytest.skip("there is no Chromium here", allow_module_level=True)
pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

REFS = """\
@book{euler1748, title = {Introductio}, author = {Euler, Leonhard}, publisher = {Bousquet}, year = 1748}
@book{abel1881, title = {Œuvres}, author = {Abel, Niels}, publisher = {Grøndahl}, year = 1881}
"""
PATIENT = 30_000


@pytest.fixture(scope="module")
def visitors() -> Iterator["BrowserContext"]:
    with started() as browser:
        context = browser.new_context()
        context.set_default_timeout(PATIENT)
        yield context


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    server, made = serving(tmp_path)
    yield made
    server.terminate()
    server.wait(20)


def edited(preview: Preview, file: str, old: str, new: str) -> None:
    path = preview.root / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def opened(visitors: "BrowserContext", preview: Preview, path: str) -> "Page":
    """A page in a window that is marked, so that a reload shows."""
    page = visitors.new_page()
    # Idle: the script has also fetched the page as it was sent, which it compares with what a later run serves.
    page.goto(f"http://127.0.0.1:{preview.port}{path}", wait_until="networkidle")
    page.evaluate("window.untouched = true")
    return page


def is_untouched(page: "Page") -> bool:
    return bool(page.evaluate("window.untouched === true"))


def test_the_changed_text_appears_and_only_pages_that_changed_reload(
    visitors: "BrowserContext", preview: Preview
) -> None:
    euler, abel = (opened(visitors, preview, f"/articles/{key}/") for key in ("euler1748", "abel1881"))
    edited(preview, "content/refs.bib", "Introductio", "Institutiones")
    euler.wait_for_selector("h1:has-text('Institutiones')")
    edited(preview, "content/refs.bib", "Œuvres", "Opera")
    abel.wait_for_selector("h1:has-text('Opera')")
    edited(preview, "content/refs.bib", "Institutiones", "Introductio")
    abel.evaluate("window.untouched = true")
    euler.wait_for_selector("h1:has-text('Introductio')")
    assert is_untouched(abel)


def test_a_page_that_showed_an_edit_before_it_was_built_does_not_reload_for_the_build(
    visitors: "BrowserContext", preview: Preview
) -> None:
    page = opened(visitors, preview, "/articles/euler1748/")
    edited(preview, "content/refs.bib", "Introductio", "Institutiones")
    page.wait_for_selector("h1:has-text('Institutiones')")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.untouched = true")
    written = preview.root / "output/articles/euler1748/index.html"
    while "Institutiones" not in written.read_text("utf-8"):
        time.sleep(0.05)
    # What the page is told when the build is done has come by the time another page has come and was told nothing more.
    opened(visitors, preview, "/")
    assert is_untouched(page)


def test_a_style_sheet_is_swapped_without_a_reload(visitors: "BrowserContext", preview: Preview) -> None:
    page = opened(visitors, preview, "/")
    sheet = preview.root / "templates/assets/style.css"
    sheet.parent.mkdir(parents=True)
    for shade in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        sheet.write_text(f"body {{ background: {shade} }}", "utf-8")
        page.wait_for_function("shade => getComputedStyle(document.body).backgroundColor === shade", arg=shade)
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert is_untouched(page)


def test_a_build_that_fails_shows_over_the_last_good_page_and_goes_when_it_is_mended(
    visitors: "BrowserContext", preview: Preview
) -> None:
    page = opened(visitors, preview, "/")
    config, overlay = preview.root / "content/site.toml", page.locator("#sitegen-preview")
    config.write_text('titel = "Works"\n', "utf-8")
    overlay.get_by_text("content/site.toml").wait_for()
    assert overlay.get_by_text("this is the last good one").is_visible()
    assert page.get_by_text("Introductio").first.is_visible()
    config.unlink()
    overlay.wait_for(state="detached")
    assert is_untouched(page)
    assert "sitegen-preview" not in (preview.root / "output/index.html").read_text("utf-8")


def test_problems_in_the_content_show_with_file_and_line_in_every_open_page(
    visitors: "BrowserContext", preview: Preview
) -> None:
    page, other = opened(visitors, preview, "/articles/euler1748/"), opened(visitors, preview, "/about-nothing/")
    edited(preview, "content/refs.bib", "year = 1881", "year = {soon, perhaps}")
    for each in (page, other):
        each.locator("#sitegen-preview summary", has_text=re.compile("problem|warning|error")).click()
        each.locator("#sitegen-preview").get_by_text("content/refs.bib:2").first.wait_for()
    edited(preview, "content/refs.bib", "year = {soon, perhaps}", "year = 1881")
    page.locator("#sitegen-preview").wait_for(state="detached")


def test_an_address_at_which_nothing_was_shows_its_page_as_soon_as_there_is_one(
    visitors: "BrowserContext", preview: Preview
) -> None:
    page = opened(visitors, preview, "/articles/noether1918/")
    edited(
        preview,
        "content/refs.bib",
        "@book{abel1881",
        "@book{noether1918, title={Invarianten}, year=1918}\n@book{abel1881",
    )
    page.wait_for_selector("h1:has-text('Invarianten')")


def test_pages_below_a_base_path_reload_too(visitors: "BrowserContext", tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    server, preview = serving(tmp_path, "--base-path", "repo")
    try:
        page = opened(visitors, preview, "/repo/articles/euler1748/")
        edited(preview, "content/refs.bib", "Introductio", "Institutiones")
        page.wait_for_selector("h1:has-text('Institutiones')")
        edited(preview, "content/refs.bib", "year = 1748", "year = 1755")
        page.wait_for_selector("main:has-text('1755')")
    finally:
        server.terminate()
        server.wait(20)


def test_a_page_that_was_open_while_the_preview_stood_still_catches_up(
    visitors: "BrowserContext", tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    server, preview = serving(tmp_path)
    euler, abel = (opened(visitors, preview, f"/articles/{key}/") for key in ("euler1748", "abel1881"))
    server.terminate()
    server.wait(20)
    edited(preview, "content/refs.bib", "Introductio", "Institutiones")
    server, _ = serving(tmp_path, "--port", str(preview.port))
    try:
        euler.wait_for_selector("h1:has-text('Institutiones')")
        assert is_untouched(abel)
    finally:
        server.terminate()
        server.wait(20)

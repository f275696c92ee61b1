"""The theme's files as a site gets them."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from sitegen.packaged import default_folder
from sitegen.theme import read_assets
from tests.conftest import Built
from tests.search.browser import ORIGIN, chromium, reader, started

if TYPE_CHECKING:
    from playwright.sync_api import Page

STYLE_CEILING = 8_800
"""Bytes of the style sheet as hosts compress it.

theme.md wants 8 KB for the pages it draws; manuals, remarks, code and several languages came since. It allows 14.
"""

RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText);
}"""


def packed(data: bytes) -> int:
    """Bytes as hosts compress them."""
    return len(gzip.compress(data, 9))


def style() -> str:
    """The style sheet as it is written into a site."""
    return read_assets([default_folder()])["style.css"].data.decode()


def test_the_style_sheet_stays_below_its_ceiling() -> None:
    assert packed(style().encode()) <= STYLE_CEILING


def test_the_style_sheet_goes_without_comments() -> None:
    assert "/*" in (default_folder() / "assets/style.css").read_text("utf-8")
    assert "/*" not in style()


def test_a_browser_reads_the_lean_style_sheet_as_the_one_it_was_made_from() -> None:
    pytest.importorskip("playwright", reason="Playwright is not installed")
    if not chromium():
        pytest.skip("no Chromium is installed")
    with started() as browser:
        page = browser.new_page()
        written = rules(page, (default_folder() / "assets/style.css").read_text("utf-8"))
        assert len(written) > 300
        assert rules(page, style()) == written


LINES = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines = Map.groupBy(range.getClientRects(), piece => Math.round(piece.bottom));
  return [...lines.values()].map(line => [Math.min(...line.map(p => p.left)), Math.max(...line.map(p => p.right))]);
}"""
"""Left and right ends of the lines of an element."""
FULL_STOP = """element => {
  const text = element.firstChild, range = document.createRange();
  range.setStart(text, text.length - 1);
  range.setEnd(text, text.length);
  return range.getBoundingClientRect().right;
}"""
"""The right end of the last sign of an element."""


def test_a_field_of_a_record_that_wraps_on_a_phone_goes_on_further_in_than_fields_begin(
    make_site: Callable[..., Built],
) -> None:
    author = " and ".join(f"Quill, Ada {letter}." for letter in "BCDEFGH")
    built = make_site({"content/a.bib": f"@article{{a, title = {{Knots}}, author = {{{author}}}, year = 2001}}"})
    with opened(built, "articles/a/index.html", 360) as page:
        record = page.locator("#record-bibtex")
        assert record.evaluate("element => element.scrollWidth <= element.clientWidth")
        begins = {round(left) for left, _ in record.evaluate(LINES)}
    assert len(begins) == 2
    assert max(begins) - min(begins) > 30


@pytest.mark.parametrize("width", [360, 1280])
def test_in_a_right_to_left_site_an_english_tagline_and_the_words_below_it_begin_on_the_same_side(
    make_site: Callable[..., Built], width: int
) -> None:
    site = 'title = "Toy"\ntagline = "Twice."\nlanguage = "fa"\n'
    built = make_site(
        {"content/site.toml": site, "content/index.md": "It is small.", "content/a.bib": "@misc{a, title = {b}}"}
    )
    with opened(built, "index.html", width) as page:
        heading, words = page.locator(".hero h1"), page.locator(".hero .intro p")
        ends = [*heading.evaluate(LINES), *words.evaluate(LINES)]
        assert len({round(right) for _, right in ends}) == 1
        assert heading.evaluate(FULL_STOP) == ends[0][1]


@contextmanager
def opened(built: Built, path: str, width: int) -> Iterator["Page"]:
    """A page of a site in a browser window of a width, in CSS pixels."""
    pytest.importorskip("playwright", reason="Playwright is not installed")
    if not chromium():
        pytest.skip("no Chromium is installed")
    with started() as browser:
        page, _wire, _wrong = reader(browser, built.folder / "output")
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{ORIGIN}/{path}")
        yield page


def rules(page: "Page", css: str) -> list[str]:
    """The rules a browser makes of a style sheet; blanks after a comma, which mean nothing, are left out."""
    return [re.sub(r",\s+", ",", str(rule)) for rule in page.evaluate(RULES, css)]

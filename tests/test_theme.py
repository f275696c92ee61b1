"""The theme's files as a site gets them."""

import gzip
import re
from typing import TYPE_CHECKING

import pytest

from sitegen.packaged import default_folder
from sitegen.theme import read_assets
from tests.search.browser import chromium, started

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


def rules(page: "Page", css: str) -> list[str]:
    """The rules a browser makes of a style sheet; blanks after a comma, which mean nothing, are left out."""
    return [re.sub(r",\s+", ",", str(rule)) for rule in page.evaluate(RULES, css)]

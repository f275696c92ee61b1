"""The theme's files as a site gets them."""

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.packaged import default_folder
from sitegen.theme import read_assets
from tests.search.browser import chromium, started
from tests.search.built import some_pages
from tests.search.made_library import bibtex

if TYPE_CHECKING:
    from playwright.sync_api import Page

STYLE_CEILING = 9 * 1024
"""Bytes of the style sheet as hosts compress it.

theme.md wants 8 KB for the pages it draws; manuals, remarks, code and several languages came since. It allows 14.
"""

SCRIPT_CEILING = 6 * 1024
"""The same of all scripts that a page loads."""
READER_CEILING = 2 * 1024
"""The same of what the search page fetches with its index, when the first word is typed."""
READERS = ("rows.js", "many.js")

RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText);
}"""


def packed(data: bytes) -> int:
    """Bytes as hosts compress them."""
    return len(gzip.compress(data, 6))


@pytest.fixture(scope="module", params=[40, 1_200, 5_200], ids=lambda works: f"{works} works")
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page that has lists, of a small, a large and a very large library; articles only of the small one."""
    root = tmp_path_factory.mktemp("site")
    (root / "content").mkdir()
    (root / "content" / "all.bib").write_text(bibtex(request.param), "utf-8")
    kinds = {"asset", "home", "person", "venue", "topic", "year", "years", "people", "search", "not_found"}
    some_pages(root, root / "output", frozenset(kinds | ({"article"} if request.param < 100 else set())))
    return root / "output"


def test_the_scripts_of_every_page_stay_below_their_ceiling(pages: Path) -> None:
    weights = {file: packed(file.read_bytes()) for file in (pages / "assets").iterdir()}
    loaded = {}
    for page in sorted(pages.rglob("*.html")):
        names = re.findall(r'<script src="[^"]*/?assets/([^"]+)"', page.read_text("utf-8"))
        assert names, page
        loaded[page.relative_to(pages).as_posix()] = sum(weights[pages / "assets" / name] for name in names)
    assert {page: weight for page, weight in loaded.items() if weight > SCRIPT_CEILING} == {}


def test_what_reads_the_search_index_stays_below_its_ceiling() -> None:
    assets = read_assets([default_folder()])
    assert {name for name in READERS if packed(assets[name].data) > READER_CEILING} == set()


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

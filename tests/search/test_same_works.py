"""Over the example, words typed into the search find the works that the same words list in a page."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.query.evaluate import Evaluator
from sitegen.query.parse import parse
from tests.search.browser import ADDRESSES, ORIGIN, chromium, reader, started
from tests.search.built import some_pages
from tests.search.typed import COMMON, TYPED

pytest.importorskip("playwright", reason="Playwright is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Page

if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

CONTENT = Path(__file__).parents[2] / "content"


ALL_FOUND = f"""async query => {{
  const list = document.querySelector('#works'), field = document.querySelector('#filter input[type=search]');
  const more = document.querySelector('#more'), wait = () => new Promise(done => setTimeout(done, 10));
  field.value = query;
  field.dispatchEvent(new Event('input', {{ bubbles: true }}));
  do await wait();
  while (new URLSearchParams(location.search).get('q') !== query || list.ariaBusy !== 'false');
  while (!more.hidden) {{
    more.click();
    do await wait(); while (list.ariaBusy !== 'false');
  }}
  return ({ADDRESSES})([...list.querySelectorAll('.work h3 a')]);
}}"""
"""Types a query, and asks for more until all is there."""


@dataclass(frozen=True)
class Both:
    """The search page of the example, and the answers that lists in its pages get."""

    page: "Page"
    lists: Evaluator
    parted: bool

    def found(self, query: str) -> set[str]:
        """Ids of all works that the search shows."""
        return {str(each) for each in self.page.evaluate(ALL_FOUND, query)}


@pytest.fixture(scope="module", params=["one file", "many files"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The example with an index of either sort."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(CONTENT, root / "content")
    config = root / "content" / "site.toml"
    options = 'me = ["Alan M. Turing"]\nabstracts_in_search = true\n'
    config.write_text(options + config.read_text("utf-8"), "utf-8")
    parted = request.param == "many files"
    with pytest.MonkeyPatch.context() as patch, started() as browser:
        if parted:
            patch.setattr("sitegen.search.files.ONE_FILE_BELOW", 0)
        site = some_pages(root, root / "output")
        page, _wire, wrong = reader(browser, root / "output")
        page.goto(f"{ORIGIN}/search/")
        yield Both(page, Evaluator(site), parted)
        assert wrong == []


@pytest.mark.parametrize("query", TYPED)
def test_what_is_typed_finds_what_a_list_of_the_same_words_holds(both: Both, query: str) -> None:
    if both.parted and query in COMMON:
        pytest.skip("the index in many files leaves out words that stand in most abstracts")
    assert both.found(query) == both.lists.works(parse(query))

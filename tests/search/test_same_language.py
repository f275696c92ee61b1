"""The search in the browser and the lists in pages read one language: the same words find the same works."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.search.browser import ORIGIN, chromium, reader, search, started
from tests.search.built import some_pages

pytest.importorskip("playwright", reason="Playwright is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Page

if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)
QUERIES = Path(__file__).parents[1] / "query"
if not (QUERIES / "cases.json").is_file():
    pytest.skip("there are no queries to compare with", allow_module_level=True)
CASES = [case for case in json.loads((QUERIES / "cases.json").read_text("utf-8"))["cases"] if not case.get("strict")]


@pytest.fixture(scope="module", params=["one file", "many files"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """The search page of the library that queries are tried on, with an index of either sort."""
    root = tmp_path_factory.mktemp("queries")
    (root / "content").mkdir()
    (root / "content" / "library.bib").write_bytes((QUERIES / "library.bib").read_bytes())
    (root / "content" / "people.toml").write_bytes((QUERIES / "library.toml").read_bytes())
    config = 'me = ["Ada B. Quill"]\nabstracts_in_search = true\n'
    (root / "content" / "site.toml").write_text(config, "utf-8")
    with pytest.MonkeyPatch.context() as patch, started() as browser:
        if request.param == "many files":
            patch.setattr("sitegen.search.files.ONE_FILE_BELOW", 0)
        some_pages(root, root / "output")
        page, _wire, wrong = reader(browser, root / "output")
        page.goto(f"{ORIGIN}/search/")
        yield page
        assert wrong == []


@pytest.mark.parametrize("case", [case for case in CASES if case["query"]], ids=lambda case: case["query"])
def test_a_query_finds_the_works_that_a_page_would_list(page: "Page", case: dict[str, Any]) -> None:
    assert set(search(page, case["query"])) == set(case["keys"])

"""Queries typed into the search page of the example and of 10,000 made works: the wanted one is in the first three."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.asked import EVERYTHING, EXAMPLE, MADE, NOTHING, PASTED
from tests.search.browser import ADDRESSES, ORIGIN, chromium, reader, search, started
from tests.search.built import some_pages
from tests.search.made_library import bibtex

pytest.importorskip("playwright", reason="Playwright is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for all sites."""
    with started() as browser:
        yield browser


@pytest.fixture(scope="module")
def example(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """The search page of the example."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(CONTENT, root / "content")
    yield from opened(browser, root)


@pytest.fixture(scope="module")
def made(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """The search page of a library of 10,000."""
    root = tmp_path_factory.mktemp("made")
    (root / "content").mkdir()
    (root / "content" / "all.bib").write_text(bibtex(10_000), "utf-8")
    yield from opened(browser, root)


def opened(browser: "Browser", root: Path) -> Iterator["Page"]:
    """The search page of a site; nothing may go wrong on it in the whole test."""
    some_pages(root, root / "output")
    page, _wire, wrong = reader(browser, root / "output")
    page.goto(f"{ORIGIN}/search/")
    yield page
    assert wrong == []


@pytest.mark.parametrize(("query", "wanted"), EXAMPLE)
def test_a_query_finds_the_work_of_the_example_among_the_first_three(example: "Page", query: str, wanted: str) -> None:
    assert wanted in search(example, query)[:3]


@pytest.mark.parametrize(("query", "wanted"), PASTED)
def test_what_is_pasted_or_half_remembered_finds_its_work(example: "Page", query: str, wanted: str) -> None:
    assert wanted in search(example, query)[:3]


@pytest.mark.parametrize("query", EVERYTHING)
def test_signs_alone_ask_for_nothing(example: "Page", query: str) -> None:
    assert len(search(example, query)) == 20


@pytest.mark.parametrize("query", NOTHING)
def test_what_no_work_has_is_told_kindly(example: "Page", query: str) -> None:
    assert search(example, query) == []
    assert example.is_visible("#empty")
    assert example.url.startswith(f"{ORIGIN}/search/?q=")


@pytest.mark.parametrize(("query", "wanted"), MADE)
def test_a_query_finds_the_work_among_ten_thousand_among_the_first_three(made: "Page", query: str, wanted: str) -> None:
    assert wanted in search(made, query)[:3]


FIRST_ROWS_HELD = """() => {
  const fetched = window.fetch;
  window.fetch = url => {
    if (window.release || !String(url).includes('/search/d')) return fetched(url);
    return new Promise(done => { window.release = done; }).then(() => fetched(url));
  };
}"""


def test_rows_that_come_late_do_not_take_the_place_of_what_was_asked_since(made: "Page") -> None:
    made.goto(f"{ORIGIN}/search/")
    made.evaluate(FIRST_ROWS_HELD)
    made.fill("#filter input[type=search]", "lukasiewicz")
    made.wait_for_function("() => window.release")
    found = search(made, "ferryman's dilemma")
    assert "oneill-ferry" in found
    made.evaluate("async () => { release(); await new Promise(done => setTimeout(done, 300)); }")
    assert [str(each) for each in made.eval_on_selector_all("#works .work h3 a", ADDRESSES)] == found


def rows_fetched(page: "Page", query: str) -> int:
    """How many files of rows a query needs."""
    asked: list[str] = []

    def ask(request: "Request") -> None:
        asked.append(request.url)

    page.on("request", ask)
    search(page, query)
    page.remove_listener("request", ask)
    return sum("/search/d" in url for url in asked)


def test_a_query_after_one_for_a_whole_name_needs_no_more_rows_than_the_first_of_all(made: "Page") -> None:
    made.goto(f"{ORIGIN}/search/")
    first = rows_fetched(made, "the")
    assert first > 0
    made.goto(f"{ORIGIN}/search/")
    assert "berg-fields" in search(made, 'author:"jan van der berg"')
    assert rows_fetched(made, "the") <= first

"""The filter of a list and of the search page: facets with counts that follow, the state in the address, marks."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.build import BuildOptions, build
from tests.search.browser import ADDRESSES, ORIGIN, chromium, reader, search, settled, started

pytest.importorskip("playwright", reason="Playwright is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Page

if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

CONTENT = Path(__file__).parents[2] / "content"
HALF_TYPED = [
    '"',
    "(",
    "-",
    "not",
    "or",
    "author:",
    'title:"',
    "((((a",
    ")or(",
    "year:x-",
    "--turing",
    "-(turing",
    '""',
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Page"]:
    """A browser on the built example; nothing may go wrong in it in the whole test."""
    root = tmp_path_factory.mktemp("filter")
    shutil.copytree(CONTENT, root / "content")
    build(root, BuildOptions())
    with started() as browser:
        page, _wire, wrong = reader(browser, root / "output")
        yield page
        assert wrong == []


def shown(page: "Page") -> list[str]:
    """Ids of the works of a list that can be seen."""
    return [str(each) for each in page.eval_on_selector_all("#works .work:not([hidden]) :is(h3, h4) a", ADDRESSES)]


def count(page: "Page", value: str) -> int:
    """The number beside a check box."""
    return int(page.locator(f'label:has(input[value="{value}"]) .n').inner_text())


def test_the_list_of_the_home_page_narrows_while_one_types_and_its_counts_follow(page: "Page") -> None:
    page.goto(f"{ORIGIN}/")
    before = count(page, "Article")
    page.fill("#filter input[type=search]", "turing")
    settled(page, "turing")
    assert "turing1950computing" in shown(page)
    assert 0 < len(shown(page)) < 20
    assert 0 < count(page, "Article") < before
    assert page.locator("#count").inner_text().startswith(f"{len(shown(page))} of ")


def test_a_filter_survives_in_the_address(page: "Page") -> None:
    page.goto(f"{ORIGIN}/")
    page.check('input[name=type][value="Thesis"]')
    page.fill("input[name=from]", "1930")
    page.fill("input[name=to]", "1999")
    page.wait_for_url("**/?*to=1999*")
    settled(page, "")
    first = shown(page)
    assert "shannon1940relay" in first
    page.goto(page.url)
    settled(page, "")
    assert shown(page) == first
    assert page.is_checked('input[name=type][value="Thesis"]')


def test_clearing_brings_everything_back(page: "Page") -> None:
    page.goto(f"{ORIGIN}/?q=turing&from=1940")
    settled(page, "turing")
    few = len(shown(page))
    page.click(".count [data-clear]")
    settled(page, None)
    assert len(shown(page)) > few
    assert page.url == f"{ORIGIN}/"


def test_the_list_of_a_topic_is_filtered_on_its_own_page(page: "Page") -> None:
    page.goto(f"{ORIGIN}/topics/computing/")
    page.fill("#filter input[type=search]", "author:knuth -literate")
    settled(page, "author:knuth -literate")
    assert shown(page)
    assert all("knuth" in each and "literate" not in each for each in shown(page))


def test_facets_of_the_search_page_join_the_query(page: "Page") -> None:
    page.goto(f"{ORIGIN}/search/")
    everything = search(page, "the")
    page.check('input[name=has][value="pdf"]')
    page.wait_for_url("**has=pdf**")
    settled(page, "the")
    with_pdf = shown(page)
    assert 0 < len(with_pdf) < len(everything) or set(with_pdf) < set(everything)


def test_more_results_come_when_asked_for(page: "Page") -> None:
    page.goto(f"{ORIGIN}/search/?q=the")
    settled(page, "the")
    first = shown(page)
    assert len(first) == 20
    page.click("#more")
    page.locator("#works .work").nth(20).wait_for()
    assert shown(page)[:20] == first


def test_what_was_typed_is_marked(page: "Page") -> None:
    page.goto(f"{ORIGIN}/search/")
    search(page, "goedel OR godel")
    assert page.evaluate("[...CSS.highlights.get('q')].map(String)").count("Gödel") >= 1


def test_a_query_may_be_typed_half_and_wrong(page: "Page") -> None:
    page.goto(f"{ORIGIN}/search/")
    for query in HALF_TYPED:
        search(page, query)
    assert "turing1950computing" in search(page, "turing computing")


def focused(page: "Page") -> str:
    """Where the focus is: the id of a work, or what else has it."""
    return str(
        page.evaluate(
            """() => {
              const at = document.activeElement;
              return at.type || decodeURIComponent((at.getAttribute('href') || at.localName).split('/').at(-2));
            }"""
        )
    )


def test_enter_opens_the_only_work_that_is_found(page: "Page") -> None:
    page.goto(f"{ORIGIN}/")
    page.keyboard.press("/")
    page.keyboard.type("quicksort")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/hoare1961quicksort/")


def test_enter_leads_to_the_first_of_several_and_the_arrows_lead_on(page: "Page") -> None:
    page.goto(f"{ORIGIN}/")
    page.keyboard.press("/")
    page.keyboard.type("turing")
    settled(page, "turing")
    first, second, *_more = shown(page)
    page.keyboard.press("Enter")
    page.locator(".work a:focus").wait_for()
    assert focused(page) == first
    page.keyboard.press("ArrowDown")
    assert focused(page) == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "search"
    page.keyboard.press("ArrowDown")
    assert focused(page) == first
    page.keyboard.press("o")
    page.wait_for_url(f"**/articles/{first}/")


def test_escape_clears_the_search(page: "Page") -> None:
    page.goto(f"{ORIGIN}/?q=turing")
    settled(page, "turing")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{ORIGIN}/")
    assert page.input_value("#filter input[type=search]") == ""

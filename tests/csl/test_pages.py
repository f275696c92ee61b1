"""Ranges of pages."""

import pytest

from sitegen.csl.pages import page_range
from tests.effort import ends

LONG = {
    "blanks": " " * 990,
    "blanks after a page": "1" + " " * 990 + "x",
    "blanks after a hyphen": "-" + " " * 990 + "x",
    "digits on both sides": "1" * 490 + "-" + "1" * 490 + "!",
}


@pytest.mark.parametrize("name", LONG)
def test_pages_without_sense_cost_hardly_more_than_others(name: str) -> None:
    ends(lambda: [page_range(LONG[name], "chicago", "–") for _ in range(4_000)], seconds=10)


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("1 - 10 , 12 -- 15", "1–10 , 12–15"),
        ("1,  2 ,3 and 4-5", "1,  2 ,3 and 4–5"),
        ("iv - x", "iv–x"),
        ("A12a-A15b", "A12a–A15b"),
        ("A12-B15", "A12-B15"),
        ("x - - y", "x--y"),
        ("2\\-3", "2-3"),
        ("1" * 25 + "-" + "1" * 25, "1" * 25 + "–" + "1" * 25),
    ],
)
def test_ranges_are_told_from_what_only_looks_like_one(pages: str, shown: str) -> None:
    assert page_range(pages, "", "–") == shown

"""Surplus “and”s go from lists of names."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.stray_and import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Noether, Emmy and Hilbert, David and ", "Noether, Emmy and Hilbert, David"),
        ("Noether, Emmy and\n  ", "Noether, Emmy\n  "),
        ("Noether, Emmy\r\n  and\r\n  ", "Noether, Emmy\r\n  "),
        ("and Noether, Emmy", "Noether, Emmy"),
        ("Noether, Emmy and and Hilbert, David", "Noether, Emmy and Hilbert, David"),
        ("Noether, Emmy and and\n and others and and", "Noether, Emmy and others"),
        ("{Procter and Gamble} AND", "{Procter and Gamble}"),
    ],
)
def test_an_and_that_parts_nobody_goes(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, f"@a{{k, author = {{{before}}}, year = 1}}") == f"@a{{k, author = {{{after}}}, year = 1}}"


@pytest.mark.parametrize(
    "names",
    ["Noether, Emmy and Hilbert, David", "Noether and others", "{and}", "{A and and B}", "and", "", "Rand and X"],
)
def test_lists_in_order_and_names_in_braces_stay(mended: Mend, names: str) -> None:
    text = f"@a{{k, author = {{{names}}}, title = {{and}}}}"
    assert mended(FIX, text) == text

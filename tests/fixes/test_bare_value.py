"""Values without braces or quotes get braces."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.bare_value import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@a{k, year = 2010a, note = {x}}", "@a{k, year = {2010a}, note = {x}}"),
        ("@a{k,\n  pages = 12--13\n}\n", "@a{k,\n  pages = {12--13}\n}\n"),
        ("@a(k, month = 5 June,\r\n note = {x})", "@a(k, month = {5 June},\r\n note = {x})"),
    ],
)
def test_words_without_braces_get_them(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, before) == after


@pytest.mark.parametrize(
    "value", ["2010", "jan", "acm # { Press}", "{2010a}", '"2010a"', "'TCS", "a\\", "The {Big} thing", "", "x = y"]
)
def test_numbers_strings_and_what_is_unclear_stay(mended: Mend, value: str) -> None:
    text = f"@a{{k, note = {value}, title = {{x}}}}"
    assert mended(FIX, text) == text

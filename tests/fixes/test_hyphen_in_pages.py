"""Ranges of pages get two hyphens."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.hyphen_in_pages import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12-15", "12--15"),
        ("12–15", "12--15"),
        ("12 - 15", "12--15"),
        ("L12-L15", "L12--L15"),
        ("1-3, 7, 9–11", "1--3, 7, 9--11"),
        ("1--3, 7-9", "1--3, 7--9"),
        ("123–8", "123--8"),
    ],
)
def test_a_range_gets_two_hyphens(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, f"@a{{k, Pages={{{before}}}, note = {{1-2}}}}") == f"@a{{k, Pages={{{after}}}, note = {{1-2}}}}"


@pytest.mark.parametrize("pages", ["12--15", "12", "12-5", "A-12", "3-1--3-9", "e1-e2-e3", "{12-15}", "see 1-2", "5-5"])
def test_what_may_be_no_range_stays(mended: Mend, pages: str) -> None:
    text = f'@a{{k, pages = "{pages}"}}'
    assert mended(FIX, text) == text

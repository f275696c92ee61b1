"""Copies of an entry in its own file go."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.repeated_entry import FIX

Mend = Callable[[Fix, str], str]
ONE = "@book{k,\n  title = {x}\n}\n"
OTHER = "@book{l, title = {y}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{ONE}\n{OTHER}\n{ONE}", f"{ONE}\n{OTHER}\n"),
        (f"{ONE}\n{ONE}\n{OTHER}", f"{ONE}\n{OTHER}"),
        (f"{ONE}{ONE}{ONE}% end\n", f"{ONE}% end\n"),
        (f"{ONE}@book{{k, title = {{x}} }}", ONE),
        (f"{OTHER}{OTHER.strip()} a remark\n", f"{OTHER} a remark\n"),
    ],
)
def test_a_copy_goes_with_its_lines(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, before) == after


@pytest.mark.parametrize(
    "text",
    [
        ONE + ONE.replace("{x}", "{y}"),
        ONE + ONE.replace("@book", "@Book"),
        2 * "@book{, title = {x}}\n",
        f"{ONE}@inbook{{c, crossref = {{K}}}}\n{ONE}",
    ],
)
def test_what_differs_has_no_key_or_is_referred_to_stays(mended: Mend, text: str) -> None:
    assert mended(FIX, text) == text

"""Fields that say again what an earlier one says go."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.duplicate_field import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@a{k,\n  year = {1999},\n  note = {x},\n  Year = {1999}\n}\n", "@a{k,\n  year = {1999},\n  note = {x},\n}\n"),
        ('@a{k, note = {a  b}, note = "a\nb", year = 1}', "@a{k, note = {a  b}, year = 1}"),
        ("@a{k, month = jan, month = jan}", "@a{k, month = jan,}"),
        ("@a{k, doi = {10.1/x}, doi = {}}", "@a{k, doi = {10.1/x},}"),
    ],
)
def test_a_field_that_says_no_more_goes(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "@a{k, note = {x}, note = {y}}",
        "@a{k, doi = {}, doi = {10.1/x}}",
        "@a{k, month = {jan}, month = jan}",
        "@a{k, note = {x}}\n@a{l, note = {x}}",
    ],
)
def test_fields_that_differ_stay(mended: Mend, text: str) -> None:
    assert mended(FIX, text) == text

"""Commas that are missing between fields are put in."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.missing_comma import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize("value", ["{x}", '"x"', "1999"])
@pytest.mark.parametrize("line", ["\n", "\r\n", " \n\n"])
def test_a_comma_is_put_behind_the_value(mended: Mend, value: str, line: str) -> None:
    before = f"@a{{k,{line}  year = {value}{line}  note = {{y}}{line}}}{line}"
    assert mended(FIX, before) == f"@a{{k,{line}  year = {value},{line}  note = {{y}}{line}}}{line}"


@pytest.mark.parametrize(
    "text",
    [
        "@a{k, title = {x} year = 1}",
        "@a{k, title = {x} % remark\n year = 1}",
        "@a{k, title = {x}\n\n}",
        "@a{k, title = {x}\n surplus words\n}",
        "@a{k, month = jan\n year = 1}",
    ],
)
def test_what_could_be_meant_otherwise_stays(mended: Mend, text: str) -> None:
    assert mended(FIX, text) == text

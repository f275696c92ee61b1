"""Empty fields that matter go, with their lines."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.empty_field import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@a{k,\n  title = {x},\n  doi = {},\n  year = 1\n}\n", "@a{k,\n  title = {x},\n  year = 1\n}\n"),
        ("@a{k,\r\n\ttitle = {x},\r\n\tdoi = {}\r\n}\r\n", "@a{k,\r\n\ttitle = {x},\r\n}\r\n"),
        ('@a{k, doi = " ", year = 1}', "@a{k, year = 1}"),
        ("@a{k, title = {x}, doi = {{}}}", "@a{k, title = {x},}"),
        ("@a{k,\n  title = {x}, doi = {},\n  year = 1}", "@a{k,\n  title = {x},\n  year = 1}"),
        ("@a{k\n  , doi = {}\n  , title = {x}\n}", "@a{k\n  , title = {x}\n}"),
        ("@a{k,\n  doi = ,\n  title = {x}\n}", "@a{k,\n  title = {x}\n}"),
        ("@a{k,\n  doi = {}, % none\n  title = {x}\n}", "@a{k,\n  % none\n  title = {x}\n}"),
        ("@a{k, doi = {}, url = {}, title = {x}}", "@a{k, title = {x}}"),
    ],
)
def test_an_empty_field_goes_with_its_comma_or_its_line(mended: Mend, before: str, after: str) -> None:
    assert mended(FIX, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "@a{k, title = {x}, pages = {}}",
        "@a{k, title = {x}, doi = {n/a}}",
        "@a{k, doi = {}}",
        "@a{k, title = {x}, year = {}, crossref = {b}}",
        "@a{k, title = {x}, doi = {} # {}}",
        "@comment{a, title = {x}, doi = {}}",
        "% @a{k, title = {x}, doi = {}}",
        "@a{k, title = {x, doi = {}\n\n@a{l, title = {y}}",
    ],
)
def test_other_fields_and_what_is_not_understood_stay(mended: Mend, text: str) -> None:
    assert mended(FIX, text) == text

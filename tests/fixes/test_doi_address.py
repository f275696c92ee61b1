"""DOIs written as addresses or with a prefix become bare."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.fixes.doi_address import FIX

Mend = Callable[[Fix, str], str]


@pytest.mark.parametrize(
    "written",
    [
        "https://doi.org/10.1000/x_1",
        "http://dx.doi.org/10.1000/x_1",
        "HTTP://DOI.ORG/10.1000/x_1",
        "doi:10.1000/x_1",
        "DOI: 10.1000/x_1",
    ],
)
def test_only_the_doi_is_left(mended: Mend, written: str) -> None:
    assert mended(FIX, f"@a{{k,\n\tDOI = {{{written}}},\n}}") == "@a{k,\n\tDOI = {10.1000/x_1},\n}"


def test_the_doi_keeps_its_escapes(mended: Mend) -> None:
    assert mended(FIX, r'@a{k, doi = "doi:10.1000/x\_1"}') == r'@a{k, doi = "10.1000/x\_1"}'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("doi", "10.1000/x"),
        ("url", "https://doi.org/10.1000/x"),
        ("doi", "https://doi.org/10.1000%2Fx"),
        ("doi", "https://publisher.example/doi/10.1000/x"),
        ("doi", "https://doi.org/10.1000/x and more"),
        ("doi", "doi:n/a"),
        ("doi", "https://doi.org/10.1000/x?from=mail"),
    ],
)
def test_what_is_not_a_bare_doi_behind_a_prefix_stays(mended: Mend, name: str, value: str) -> None:
    text = f"@a{{k, {name} = {{{value}}}}}"
    assert mended(FIX, text) == text


def test_nothing_goes_but_what_stands_before_the_doi(mended: Mend) -> None:
    assert mended(FIX, "@a{k, doi = { doi:10.1000/x.}}") == "@a{k, doi = {10.1000/x.}}"

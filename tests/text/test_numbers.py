import pytest

from sitegen.text.numbers import printed_pages


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("107--117", "107–117"),
        ("107-117", "107–117"),
        ("219----255", "219–255"),
        ("219—-255", "219–255"),
        ("1-3, 7", "1–3, 7"),
        ("430.e1-430.e8", "430.e1–430.e8"),
        ("1.1-1.36", "1.1–1.36"),
        ("23:1-23:37", "23:1–23:37"),
        ("III-153-III-160", "III-153–III-160"),
        ("A-12", "A-12"),
        ("PS-2B.16", "PS-2B.16"),
        ("10-15-20", "10-15-20"),
        ("AIAA-2006-7038", "AIAA-2006-7038"),
        ("doi.org/10.1186/s40537-016-0043-6", "doi.org/10.1186/s40537-016-0043-6"),
    ],
)
def test_ranges_are_printed_with_an_en_dash_and_hyphens_inside_of_pages_stay(source: str, printed: str) -> None:
    assert printed_pages(source) == printed

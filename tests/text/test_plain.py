"""Plain text for machines."""

import pytest

from sitegen.text.plain import first_and_last, one_line, shortened


def test_a_text_on_one_line_has_no_control_characters_and_keeps_joiners() -> None:
    assert one_line("\tOne\x1btwo\u2028three\x00 ") == "One two three"
    assert one_line("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("One two", 7, "One two"),
        ("One two three", 9, "One two…"),
        ("One, two", 5, "One…"),
        ("Incomprehensible", 6, "Incom…"),
        ("", 6, ""),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, limit: int, expected: str) -> None:
    assert shortened(text, limit) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("107–117", ("107", "117")),
        ("L12–L14", ("L12", "L14")),
        ("xii – xv", ("xii", "xv")),
        ("1–3, 7", ("1", "7")),
        ("107–17", ("107", "17")),
        ("S1-4", ("S1-4", "")),
        ("430.e1–430.e8", ("430.e1", "430.e8")),
        ("3564-&", ("3564", "")),
        ("216-+", ("216", "")),
        ("73+", ("73", "")),
        ("3-", ("3", "")),
        ("47–??", ("47", "")),
        ("1156–&", ("1156", "")),
        ("x+123", ("x+123", "")),
        ("775–784 vol.2", ("775", "784")),
        ("123–149 (electronic)", ("123", "149")),
        ("24 [10 pages]", ("24", "")),
        ("A-12–A-20", ("A-12", "A-20")),
        ("III-153–III-160", ("III-153", "III-160")),
        ("I-XVII, 1–414", ("I-XVII", "414")),
        ("A", ("A", "")),
        ("Ⅶ–Ⅻ", ("Ⅶ", "Ⅻ")),
        ("Article 22", ("Article 22", "")),
        ("–", ("", "")),
        ("", ("", "")),
    ],
)
def test_first_and_last_page_are_text(page: str, expected: tuple[str, str]) -> None:
    assert first_and_last(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "to appear",
        "(in press)",
        "to appear, 2019",
        "n/a–n/a",
        "??-??",
        "xx-xx",
        "xxx–yyy",
        "available at http://a.example/1",
        "doi: 10.1000/182",
        "doi.org/10.1000/182",
        "10.1000/182",
        "12 pp.",
        "507 Seiten",
        "xviii, 507 pages",
        "vi + 439",
    ],
)
def test_what_names_no_page_has_neither_a_first_nor_a_last(page: str) -> None:
    assert first_and_last(page) == ("", "")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("87–ff", ("87", "")),
        ("10–pp", ("10", "")),
        ("L08701, doi: 10.1000/182", ("L08701", "")),
    ],
)
def test_what_stands_beside_pages_is_none_of_them(page: str, expected: tuple[str, str]) -> None:
    assert first_and_last(page) == expected

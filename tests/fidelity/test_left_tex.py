"""What is TeX on a page, and what only looks like it."""

import pytest

pytest.importorskip("selectolax")

from selectolax.lexbor import LexborHTMLParser

from sitegen.fidelity.left_tex import left_in_page, left_tex


@pytest.mark.parametrize(
    "text",
    [
        r"\emph{x}",
        r"M\"uller",
        "the $x^2$",
        "{DNA}",
        "a{}b",
        "``so''",
        "1--2",
        "a -- b",
        "von~Neumann",
        r"a \& b",
        r"A\-7",
    ],
)
def test_tex_is_seen(text: str) -> None:
    assert list(left_tex(f"words {text} words"))


@pytest.mark.parametrize(
    "text",
    [
        "$5 a day",
        "US$ 30",
        "https://a.example/~me/{x}",
        "me@a.example",
        "C:/~",
        "a – b",
        "“so”",
        "p{",
        "--help",
        "x ~ y",
    ],
)
def test_what_readers_may_write_is_none(text: str) -> None:
    assert list(left_tex(f"words {text} words")) == []


def test_code_formulas_records_and_scripts_are_not_read() -> None:
    page = r"<title>a</title><p>a <code>\x{y}</code><math><mi>\alpha</mi></math></p><pre>{x}</pre><script>{}</script>"
    assert list(left_in_page(LexborHTMLParser(page))) == []
    assert list(left_in_page(LexborHTMLParser(r'<meta name="a" content="{DNA}"><title>\TeX</title><p>{RNA}</p>'))) == [
        "{DNA}",
        "\\TeX",
        "{RNA}",
    ]


def test_a_count_behind_a_name_is_no_part_of_it() -> None:
    page = '<span class="chip"><bdi>{DNA}</bdi><span class="n">1</span></span><p>x<span class="sc">{y}</span></p>'
    assert list(left_in_page(LexborHTMLParser(page))) == ["{DNA}", "x{y}"]

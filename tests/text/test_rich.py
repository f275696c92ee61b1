"""Rich text and its forms."""

from sitegen.text.rich import EMPTY, Break, Items, Link, Maths, Paragraph, Span, Text


def test_empty_text_is_false() -> None:
    assert not EMPTY
    assert Text.of("") is EMPTY
    assert EMPTY.to_blocks_html() == ""


def test_a_line_break_is_a_blank_in_a_line_and_a_line_in_paragraphs() -> None:
    assert Text(("a", Break(), "b")).to_plain() == "a b"
    assert Text((Paragraph(("a", Break(), "b")), Paragraph(("c",)))).to_plain() == "a\nb\n\nc"


def test_lists_and_links_and_formulas_have_plain_forms() -> None:
    text = Text((Paragraph((Link("http://a.b", ("x",)), " ", Maths("x^2", "x²"))), Items(False, (("one",), ("two",)))))
    assert text.to_plain() == "x x²\n\n• one\n• two"
    assert text.to_html() == '<p><a href="http://a.b">x</a> <code>x^2</code></p><ul><li>one</li><li>two</li></ul>'


def test_everything_is_escaped_once() -> None:
    assert Text((Span("nocase", ("<&",), 'd"'), Link('http://a.b/"', ("'",)))).to_html() == (
        '<span lang="d&quot;">&lt;&amp;</span><a href="http://a.b/&quot;">&#x27;</a>'
    )

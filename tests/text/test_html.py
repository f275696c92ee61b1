"""Strings that may stand in a page."""

import json

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.text.html import blocks_html, json_for_script, safe, text_html
from sitegen.text.rich import EMPTY, Paragraph, Span, Text


def test_text_is_escaped_and_marked_as_safe() -> None:
    assert text_html(Text(("<b> ", Span("em", ("&",))))) == Markup("&lt;b&gt; <em>&amp;</em>")
    assert text_html("a<b") == Markup("a&lt;b")
    assert isinstance(text_html(Text.of("a")), Markup)
    assert safe("<b>") == Markup("<b>")


def test_a_language_is_said_once_and_never_on_nothing() -> None:
    assert text_html(Text.of("a"), 'x"') == Markup('<span lang="x&#34;">a</span>')
    assert text_html(EMPTY, "de") == Markup("")


def test_blocks_are_paragraphs() -> None:
    assert blocks_html(Text.of("a")) == Markup("<p>a</p>")
    assert blocks_html(Text((Paragraph(("a",)), Paragraph(("b",)))), "de") == Markup(
        '<div lang="de"><p>a</p><p>b</p></div>'
    )


@given(
    st.recursive(
        st.one_of(st.text(), st.integers(), st.none()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_json_in_a_script_says_the_same_and_closes_nothing(value: object) -> None:
    shown = json_for_script(value)
    assert json.loads(shown) == value
    assert not set(shown) & set("<>&\u2028\u2029")

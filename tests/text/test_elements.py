"""XML made of elements."""

from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.elements import document, element, filled


@given(st.text(), st.text())
def test_whatever_the_text_the_document_can_be_read(text: str, value: str) -> None:
    root = fromstring(document(element("a", element("b", text, attributes={"c": value})), ["b"]))
    assert root.find("b") is not None


def test_signs_of_markup_are_text() -> None:
    assert "<a>&lt;b&gt;&amp;</a>" in document(element("a", "<b>&"), [])


def test_an_element_with_nothing_in_it_is_none() -> None:
    assert filled("a", None, "", " ") is None
    assert filled("a", element("b")) is not None


def test_blanks_are_added_only_where_they_do_not_count() -> None:
    tree = element("a", element("b", element("i", "x"), "y"), element("c", element("d")))
    assert document(tree, ["b"]).splitlines()[1:] == [
        "<a>", "  <b><i>x</i>y</b>", "  <c>", "    <d />", "  </c>", "</a>",
    ]  # fmt: skip

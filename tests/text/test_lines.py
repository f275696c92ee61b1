"""Lines of a text, whoever asks in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.lines import Lines

TEXTS = st.text("ab\n", max_size=30)


@given(TEXTS, st.lists(st.integers(0, 30), max_size=6))
def test_a_line_is_the_same_in_whatever_order_it_is_asked_for(text: str, asked: list[int]) -> None:
    offsets = [min(offset, len(text)) for offset in asked]
    lines = Lines(text)
    assert [lines.line(offset) for offset in offsets] == [text.count("\n", 0, offset) + 1 for offset in offsets]


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_text_that_was_let_go_is_asked_for_once_where_a_place_is_needed(text: str, first: int, last: int) -> None:
    asked: list[str] = []

    def again() -> str:
        asked.append(text)
        return text

    first, last = min(first, len(text)), min(last, len(text))
    lines = Lines(text)
    lines.line(first)
    lines.let_go(again)
    assert not asked
    for offset in (last, first):
        before = text[:offset]
        place = lines.place("x.bib", offset)
        assert (place.line, place.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert len(asked) == 1

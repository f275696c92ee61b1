"""Full stops in rich text."""

import pytest

from sitegen.text.rich import Link, Maths, Node, Span
from sitegen.text.sentences import closed


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        (["Lamps"], ["Lamps", "."]),
        (["Lamps?"], ["Lamps?"]),
        (["Lamps Inc."], ["Lamps Inc."]),
        (["چراغ؟"], ["چراغ؟"]),
        (["(Lamps!)"], ["(Lamps!)", "."]),
        (["“Lamps?”"], ["“Lamps?”"]),
        (["“Lamps”"], ["“Lamps.”"]),
        ([Span("i", ("Lamps?",))], [Span("i", ("Lamps?",))]),
        ([Span("i", ("Lamps",))], [Span("i", ("Lamps",)), "."]),
        ([Span("i", ("On ", Link("u", ("“Lamps”",))))], [Span("i", ("On ", Link("u", ("“Lamps.”",))))]),
        ([Maths("x", "x")], [Maths("x", "x"), "."]),
        ([Span("q", ("Lamps?",))], [Span("q", ("Lamps?",)), "."]),
        ([], []),
        ([Span("i", ())], [Span("i", ())]),
    ],
)
def test_a_sentence_ends_in_one_mark(nodes: list[Node], expected: list[Node]) -> None:
    assert closed(nodes) == expected

"""A query's text and what it says, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.query.evaluate import Evaluator
from sitegen.query.nodes import All, Any, Condition, Node, Not, QueryError, Words
from sitegen.query.parse import parse
from sitegen.query.tokens import LONGEST
from sitegen.site import Site


def said(node: Node) -> str:
    """A query with all its brackets."""
    match node:
        case All(nodes=nodes):
            return f"({' and '.join(map(said, nodes))})"
        case Any(nodes=nodes):
            return f"({' or '.join(map(said, nodes))})"
        case Not(node=inner):
            return f"not {said(inner)}"
        case Words(text=text):
            return text
        case Condition(field=field, value=value):
            return f"{field}={value}"


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("a b or c d", "((a and b) or (c and d))"),
        ("a and b or c", "((a and b) or c)"),
        ("a (b or c) d", "(a and (b or c) and d)"),
        ("not a b", "(not a and b)"),
        ("-a -b", "(not a and not b)"),
        ("not not a", "a"),
        ("-(a b)", "not (a and b)"),
        ("Journal:x", "venue=x"),
        ("container_title:x", "venue=x"),
        ("topic:a:b", "topic=a:b"),
        ('by:"a b"', "author=a b"),
        ('"and"', "and"),
        ("", "()"),
    ],
)
def test_or_binds_least_and_not_most(query: str, meaning: str) -> None:
    assert said(parse(query)) == meaning


def test_brackets_may_stand_in_each_other_but_not_without_end() -> None:
    assert said(parse("(" * 30 + "a" + ")" * 30)) == "a"
    with pytest.raises(QueryError, match="more than 30 brackets"):
        parse("(" * 2_000 + "a" + ")" * 2_000)


def test_negations_without_end_are_read_without_depth() -> None:
    assert said(parse("not " * 1_000 + "a")) == "a"


def test_a_query_that_is_too_long_is_refused() -> None:
    with pytest.raises(QueryError, match=r"5,001 characters"):
        parse("a" * (LONGEST + 1))
    with pytest.raises(QueryError, match="more than 300 words"):
        parse("a " * 301)


_PIECES = st.sampled_from(
    ['"', "“", "(", ")", "-", "not ", "or ", "and ", "year:", "type:", "has:", "author:", "me ", " ", "–"]
)


@given(st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_no_text_makes_anything_worse_than_an_error_in_the_query(library: Site, query: str) -> None:
    try:
        found = Evaluator(library).works(parse(query))
    except QueryError as error:
        assert 0 <= error.at.at <= len(query)
        assert error.at.length > 0
        assert "\n" not in str(error) or "\n" in query
    else:
        assert found <= set(library.library.entries)

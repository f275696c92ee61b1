"""A file's text cut into records."""

import pytest

from sitegen.formats.bibtex.split import Chunk, split
from tests.effort import in_proportion


def _chunks(text: str) -> list[Chunk]:
    return list(split(text))


def _pieces(text: str) -> list[str]:
    return [text[chunk.start : chunk.end] for chunk in split(text)]


def test_records_begin_at_lines_after_closers_and_within_lines() -> None:
    assert [chunk.word for chunk in _chunks("@Book{a, x = {1}}@misc{b, x = {1}}\n text @online{c, x = {1}}")] == [
        "Book",
        "misc",
        "online",
    ]


def test_mail_addresses_and_husks_are_no_records() -> None:
    assert _chunks("write to me@example.org {really} and @{X,}") == []


def test_a_line_that_begins_with_a_percent_sign_is_skipped() -> None:
    assert _chunks("% @article{a, title = {x}}\n  % @article{b,\n") == []


def test_comments_hide_what_they_enclose() -> None:
    assert _pieces("@comment{\n@misc{a, title = {x}}\n}\n@misc{b, title = {y}}") == ["@misc{b, title = {y}}"]


def test_a_comment_that_never_closes_hides_only_its_line() -> None:
    chunks = _chunks("@comment{old things\n@misc{a, title = {x}}\n@misc{b, title = {x}}\n")
    assert [(chunk.word, chunk.fault) for chunk in chunks] == [
        ("comment", "runaway-comment"),
        ("misc", ""),
        ("misc", ""),
    ]


def test_a_comment_over_many_lines_is_one_comment() -> None:
    assert _chunks("@comment{jabref-meta: groups:\n0 AllEntriesGroup:;\n1 x{y};\n}\n") == []


def test_an_entry_that_never_closes_ends_before_the_next_certain_start() -> None:
    chunks = _chunks("@misc{a,\n title = {x},\n\n@misc{b,\n title = {y}\n}\n")
    assert [chunk.fault for chunk in chunks] == ["unbalanced", ""]


def test_an_entry_that_closes_too_early_goes_on_to_its_surplus_brace() -> None:
    text = "@misc{a,\n title = {x}},\n year = {2001}\n}\n@misc{b, title = {y}}"
    chunks = _chunks(text)
    assert [chunk.fault for chunk in chunks] == ["closed-too-early", ""]
    assert text[chunks[0].start : chunks[0].end].endswith("{2001}\n}")


def test_text_after_an_entry_that_only_looks_like_a_field_is_left_alone() -> None:
    chunks = _chunks("@misc{a, title = {x}}\nnote = {mine}\n@misc{b, title = {y}}")
    assert [chunk.fault for chunk in chunks] == ["", ""]


def test_entries_may_stand_in_parentheses() -> None:
    text = '@article(a, title = "x (y) {)} z", year = 2001)\n@misc{b, title = {y}}'
    assert _pieces(text)[0].endswith("2001)")


def test_an_at_sign_at_the_start_of_a_line_inside_a_value_cuts_nothing() -> None:
    assert (
        len(_chunks("@misc{a, abstract = {\n@home is where\n@author{x} lives\n}, year = 2001}\n@misc{b, title = {y}}"))
        == 2
    )


def test_braces_may_nest_deeper_than_any_pattern() -> None:
    text = "@misc{a, title = " + "{" * 5000 + "x" + "}" * 5000 + "}"
    assert _pieces(text) == [text]


@pytest.mark.parametrize(
    "piece",
    [
        "@a{",
        "@a{b,c={",
        "@a(",
        '@a("',
        "@comment{",
        "@comment{x\n",
        "@a{b,c={}}}\n",
        "@a{x},y=1",
        "\n@a{b,c={",
        '\n@a(b,c="{',
        "{",
        "}",
        "@",
    ],
)
def test_splitting_takes_time_in_proportion_to_the_text(piece: str) -> None:
    in_proportion(lambda times: _chunks(piece * times), 4_000)

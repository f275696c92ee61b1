"""Where entries, fields and values stand in a file."""

import pytest

from sitegen.manuscript import read_manuscript
from tests.effort import ends

TEXT = """\
% a remark
@string{acm = {ACM}}
@article{k,
  title = {A {B} c},
  Note = "x {"} y",
  month = jan, year = 1999
  publisher = acm # { Press},
  pages = 12--13
}
@misc(l, note = {z})
"""


def test_every_value_is_found_to_the_letter() -> None:
    entries = read_manuscript(TEXT).entries
    assert [(entry.word, entry.key) for entry in entries] == [("article", "k"), ("misc", "l")]
    assert [(field.name, field.kind, field.text) for field in entries[0].fields] == [
        ("title", "braces", "A {B} c"),
        ("note", "quotes", 'x {"} y'),
        ("month", "string", "jan"),
        ("year", "number", "1999"),
        ("publisher", "joined", "acm # { Press}"),
        ("pages", "bare", "12--13"),
    ]
    for entry in entries:
        for field in entry.fields:
            assert TEXT[field.inside : field.inside + len(field.text)] == field.text
            assert field.comma < 0 or TEXT[field.comma] == ","


def test_offsets_are_those_of_a_file_with_any_ends_of_lines() -> None:
    for line in ("\r\n", "\r"):
        text = TEXT.replace("\n", line)
        (field, *_) = read_manuscript(text).entries[1].fields
        assert text[field.start : field.end] == "note = {z}"


@pytest.mark.parametrize(
    "entry",
    [
        "@a{k, title = {x}, surplus words}",
        "@a{k, title = {x} more}",
        '@a{k, title = "x}',
        '@a{k, title = "x}"}',
        "@a{k, title = x {y}}",
        "@a{k, title = {x} # }",
        "@a{k, title = {x",
        "@a{k}, title = {x}}",
    ],
)
def test_an_entry_that_is_not_understood_to_its_end_is_left_out(entry: str) -> None:
    assert [each.key for each in read_manuscript(f"{entry}\n\n@b{{good, title = {{y}}}}\n").entries] == ["good"]


@pytest.mark.parametrize("key", ["", "a b", "\n  k"])
def test_entries_with_odd_keys_are_understood(key: str) -> None:
    (entry,) = read_manuscript(f"@a{{{key}, title = {{x}}}}").entries
    assert (entry.key, len(entry.fields)) == (key.strip(), 1)


def test_an_entry_without_key_and_comma_is_understood() -> None:
    (entry,) = read_manuscript("@a{title = {x}}").entries
    assert (entry.key, [field.name for field in entry.fields]) == ("", ["title"])


@pytest.mark.parametrize(
    "text",
    [
        "@a{" * 30_000,
        "@a{k, x = " + "{" * 100_000 + "}" * 100_000 + "}",
        "@a{k, x = " + '"' * 100_000 + "}",
        "@a{k, " + "x = y\n" * 50_000 + "}",
        "@a{k, x = " + "a # " * 50_000 + "b}",
        "@a{k, x = " + " " * 200_000 + "}",
        "@a{k" + "\n" * 200_000 + "}",
        "@a{k, x = {}, " + "% \n" * 100_000 + "}",
        "@a{k, " + "doi = {}, " * 20_000 + "}",
    ],
)
def test_every_file_comes_to_its_end(text: str) -> None:
    def read() -> None:
        manuscript = read_manuscript(text)
        for _, field in manuscript.fields():
            manuscript.span(field)

    ends(read)

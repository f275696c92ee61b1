"""Blocks that are taken out of a Markdown page and put back between its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.markdown import page_html, page_parts
from sitegen.text.markdown_blocks import Block, Parted, parts


def blocks(source: str) -> list[Block]:
    return [part for part in page_parts(source, "works").parts if isinstance(part, Block)]


def test_a_block_is_taken_out_with_its_line_and_its_text() -> None:
    (block,) = blocks("a\n\n```works\nx = 1\ny = 2\n```\n\nb\n")
    assert (block.line, block.text) == (3, "x = 1\ny = 2")


@pytest.mark.parametrize("fence", ["```", "````", "~~~", "~~~~~"])
def test_any_fence_opens_and_an_equal_one_closes(fence: str) -> None:
    (block,) = blocks(f"{fence}works\nx\n``\n{fence}\n")
    assert block.text == "x\n``"


@pytest.mark.parametrize(
    "source",
    [
        "```python\nworks\n```\n",
        "````\n```works\nx\n```\n````\n",
        "    ```works\n    x\n    ```\n",
        "> ```works\n> x\n> ```\n",
        "```workspace\nx\n```\n",
        "`works`\n",
    ],
)
def test_what_is_code_or_stands_inside_something_is_no_block(source: str) -> None:
    assert blocks(source) == []


def test_a_page_with_blocks_is_read_as_one() -> None:
    source = "# A\n\nSee [x] and[^1].\n\n```works\n```\n\n# A\n\n[x]: https://x.example/\n\n[^1]: Note.\n"
    found = page_parts(source, "works").parts
    html = "".join(part for part in found if isinstance(part, str))
    assert 'id="h-a-2"' in html
    assert 'href="https://x.example/"' in html
    assert 'class="footnote"' in html


def test_a_block_knows_the_heading_it_stands_under() -> None:
    source = "```works\n```\n\n## A\n\n```works\n```\n\n### B\n\n```works\n```\n\n```works\n```\n"
    assert [block.above for block in blocks(source)] == [0, 2, 3, 3]


def test_a_block_stands_between_paragraphs_without_blank_lines_too() -> None:
    first, block, last = page_parts("one\n```works\nx\n```\ntwo\n", "works").parts
    assert (first, last) == ("<p>one</p>", "<p>two</p>")
    assert isinstance(block, Block)


def test_words_of_a_page_that_look_like_our_own_change_nothing() -> None:
    found = page_parts("blockhere0z\n\n```works\nx\n```\n", "works").parts
    assert found[0] == "<p>blockhere0z</p>"
    assert len(found) == 2


def test_a_block_whose_word_the_page_lost_stands_at_its_end() -> None:
    block = Block(1, "x")
    assert parts("<p>a</p>", Parted("", "blockhere", (block,))) == ("<p>a</p>", block)


_LINES = st.lists(
    st.sampled_from(
        ["```works", "```", "~~~works", "~~~", "````", "", "- a", "> b", "# c", "    d", "[^1]: e", ": f", "g", "1. h"]
    ),
    max_size=14,
).map("\n".join)


@given(_LINES)
def test_every_block_is_there_once_and_none_of_its_words_stays(source: str) -> None:
    found = page_parts(source, "works").parts
    lines = [part.line for part in found if isinstance(part, Block)]
    assert len(lines) == len(set(lines))
    assert all(source.split("\n")[line - 1].endswith("works") for line in lines)
    assert not any(isinstance(part, str) and "blockhere" in part for part in found)


@given(_LINES)
def test_every_part_is_whole_html(source: str) -> None:
    for part in page_parts(source, "works").parts:
        if isinstance(part, str):
            for tag in ("ul", "ol", "li", "blockquote", "dl", "dd", "p", "pre", "div"):
                assert part.count(f"<{tag}>") + part.count(f"<{tag} ") == part.count(f"</{tag}>"), part


@given(_LINES.filter(lambda text: "works" not in text))
def test_a_page_without_blocks_is_what_it_was(source: str) -> None:
    assert "".join(str(part) for part in page_parts(source, "works").parts) == page_html(source)

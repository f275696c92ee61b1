"""The page of lists in the example library: each block shows the right works in the right order."""

from pathlib import Path

import pytest

import sitegen.pages
from sitegen.draft import draft
from sitegen.pages import PageKind
from sitegen.plan import plan
from sitegen.shelf import load
from sitegen.views.blocks import Block
from sitegen.views.lists import page_parts

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def blocks() -> list[Block]:
    made = draft(ROOT)
    assert [problem for problem in made.problems if problem.level != "info"] == []
    _artifacts, links = plan(made.site, load(sitegen.pages, PageKind))
    here = links.at("reading-lists/index.html")
    return [part for part in page_parts(made.site.prose["reading-lists"], made.site, here) if isinstance(part, Block)]


def keys(block: Block) -> list[str]:
    return [item.work.key for part in block.parts for item in part.items]


def test_five_short_works_stand_in_the_order_of_their_years(blocks: list[Block]) -> None:
    assert blocks[0].style == "compact"
    assert keys(blocks[0]) == [
        "turing1950computing",
        "watson1953molecular",
        "dijkstra1968goto",
        "knuth1984literate",
        "wilkinson2016fair",
    ]


def test_the_seminar_has_a_heading_for_each_year(blocks: list[Block]) -> None:
    assert [part.label for part in blocks[1].parts] == ["1937", "1940", "1948", "1959", "1962", "1968"]
    assert keys(blocks[1])[0] == "turing1937computable"
    assert len(keys(blocks[1])) == 6


def test_references_are_sorted_by_author_and_cut_at_the_limit(blocks: list[Block]) -> None:
    for block in blocks[2:4]:
        families = [str(item.reference.to_plain()) for part in block.parts for item in part.items]
        assert block.style == "references"
        assert len(families) == 8
        assert families == sorted(families, key=str.casefold)
    assert keys(blocks[2])[:2] == ["khayyam1851algebre", "bayes1763essay"]


def test_theses_are_a_table_newest_first(blocks: list[Block]) -> None:
    assert blocks[4].style == "table"
    assert keys(blocks[4]) == [
        "mirzakhani2004thesis",
        "fielding2000architectural",
        "shannon1940relay",
        "payne1925stellar",
        "vanderwaals1873continuiteit",
    ]


def test_works_in_other_languages_are_parted_by_type_and_sorted_by_title(blocks: list[Block]) -> None:
    assert [part.label for part in blocks[5].parts] == ["Articles", "Books"]
    titles = [item.work.plain_title for item in blocks[5].parts[1].items]
    assert titles[0] == "Die Aetiologie, der Begriff und die Prophylaxis des Kindbettfiebers"
    assert len(titles) == 7


def test_code_and_data_are_five_with_their_years(blocks: list[Block]) -> None:
    assert keys(blocks[6])[:3] == ["rcoreteam2023r", "jumper2021highly", "knuth2021tex"]
    assert len(keys(blocks[6])) == 5
    assert not blocks[6].by_year


def test_headings_stand_below_the_sections_of_the_page(blocks: list[Block]) -> None:
    assert [(block.title_level, block.part_level, block.work_level) for block in blocks] == [
        (3, 3, 3),
        (3, 3, 4),
        (3, 4, 4),
        (3, 4, 4),
        (3, 3, 3),
        (3, 3, 4),
        (3, 3, 3),
    ]

"""What a part is a part of."""

import pytest

from sitegen.checks.missing_container import CHECK, CONTAINERS
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.site import Site
from sitegen.text.rich import Text
from sitegen.words import Words


def site_of(entry: Entry) -> Site:
    return Site(library=Library(entries={entry.id: entry}), config=SiteConfig(), words=Words())


def found(entry: Entry) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in CHECK.run(site_of(entry))]


@pytest.mark.parametrize(("kind", "field"), CONTAINERS.items())
def test_a_part_without_a_whole_is_reported_with_the_field_to_add(kind: str, field: str) -> None:
    entry = Entry(id="x", type=kind, place=Place("content/refs.bib", 3))
    assert found(entry) == ["content/refs.bib:3: 'x' does not say where it appeared"]
    assert [problem.hint for problem in CHECK.run(site_of(entry))] == [f"Add {field}."]


def test_a_paper_may_name_its_event_instead_of_its_proceedings() -> None:
    assert found(Entry(id="x", type="paper-conference", event_title=Text(("ICM",)))) == []


def test_a_forthcoming_article_may_not_know_its_journal() -> None:
    assert found(Entry(id="x", type="article-journal", status="submitted")) == []


def test_a_book_is_a_whole() -> None:
    assert found(Entry(id="x", type="book")) == []


def test_a_chapter_by_number_in_the_book_of_that_title_is_a_part_of_it() -> None:
    book = Text(("Springer",))
    assert found(Entry(id="x", type="chapter", chapter_number="4", publisher=book)) == []
    assert found(Entry(id="x", type="chapter", chapter_number="4")) != []

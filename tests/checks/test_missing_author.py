"""Who signs a work."""

import pytest

from sitegen.checks.missing_author import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.site import Site
from sitegen.words import Words


def found(entry: Entry) -> list[str]:
    site = Site(library=Library(entries={entry.id: entry}), config=SiteConfig(), words=Words())
    return [f"{problem.place}: {problem.message}" for problem in CHECK.run(site)]


def test_an_article_without_author_and_editor_is_reported_at_its_line() -> None:
    entry = Entry(id="x", type="article-journal", place=Place("content/refs.bib", 3))
    assert found(entry) == ["content/refs.bib:3: 'x' has no author and no editor"]


def test_an_editor_stands_where_an_author_is_missing() -> None:
    assert found(Entry(id="x", type="book", names={"editor": (Name(literal="IUPAC"),)})) == []


@pytest.mark.parametrize("kind", ["dataset", "legislation", "motion_picture", "software", "document"])
def test_works_that_often_have_no_author_need_none(kind: str) -> None:
    assert found(Entry(id="x", type=kind)) == []

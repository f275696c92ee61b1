"""What a work is called."""

from sitegen.checks.missing_title import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.site import Site
from sitegen.text.rich import Text
from sitegen.words import Words


def found(entry: Entry) -> list[str]:
    site = Site(library=Library(entries={entry.id: entry}), config=SiteConfig(), words=Words())
    return [f"{problem.place}: {problem.message}" for problem in CHECK.run(site)]


def test_a_work_without_a_title_is_reported_at_its_line() -> None:
    assert found(Entry(id="x", place=Place("content/refs.bib", 3))) == ["content/refs.bib:3: 'x' has no title"]


def test_a_title_of_blanks_is_none() -> None:
    assert found(Entry(id="x", title=Text((" ",)))) != []


def test_a_title_is_a_title() -> None:
    assert found(Entry(id="x", title=Text(("Über alles",)))) == []

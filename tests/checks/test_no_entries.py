"""A site without entries."""

from sitegen.checks.no_entries import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.words import Words


def codes(library: Library) -> list[str]:
    return [problem.code for problem in CHECK.run(Site(library=library, config=SiteConfig(), words=Words()))]


def test_an_empty_library_is_reported_once() -> None:
    assert codes(Library(entries={})) == ["no-entries"]
    assert codes(Library(entries={"a": Entry(id="a")})) == []

"""PDFs that are too large for Google Scholar."""

from sitegen.checks.large_pdf import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.site import LocalFile, Site
from sitegen.words import Words


def found(size: int) -> list[str]:
    library = Library(entries={"a": Entry(id="a", place=Place("content/a.bib", 7))})
    pdfs = {"a": LocalFile("/a.pdf", size, "")}
    site = Site(library=library, config=SiteConfig(), words=Words(), pdfs=pdfs)
    return [f"{problem.place}: {problem.message}" for problem in CHECK.run(site)]


def test_a_pdf_above_the_limit_is_told_at_its_entry() -> None:
    assert found(6_240_000) == ["content/a.bib:7: the PDF of 'a' has 6.2 MB"]
    assert found(5_000_000) == []

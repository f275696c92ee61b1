"""When a work appeared."""

import pytest

from sitegen.checks.missing_date import CHECK
from sitegen.config import SiteConfig
from sitegen.model.date import Date
from sitegen.model.entry import Entry, Status
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.site import Site
from sitegen.words import Words


def found(entry: Entry) -> list[str]:
    site = Site(library=Library(entries={entry.id: entry}), config=SiteConfig(), words=Words())
    return [f"{problem.place}: {problem.message}" for problem in CHECK.run(site)]


def test_a_work_without_a_date_is_reported_at_its_line() -> None:
    assert found(Entry(id="x", place=Place("content/refs.bib", 3))) == ["content/refs.bib:3: 'x' has no date"]


def test_a_date_that_could_not_be_read_is_a_date() -> None:
    assert found(Entry(id="x", issued=Date(literal="Michaelmas 1888"))) == []


@pytest.mark.parametrize("status", ["in-press", "submitted", "in-preparation"])
def test_a_forthcoming_work_needs_no_date(status: Status) -> None:
    assert found(Entry(id="x", status=status)) == []

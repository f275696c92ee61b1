"""When two entries are taken for one work."""

from dataclasses import replace

import pytest

from sitegen.checks.duplicate_work import CHECK
from sitegen.config import SiteConfig
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry, Relation
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.site import Site
from sitegen.text.rich import Text
from sitegen.words import Words

FIRST = Entry(
    id="a",
    type="article-journal",
    title=Text.of("The Theory of Light and Colours"),
    names={"author": (Name(family="Cole", given="Ann"),)},
    issued=Date(Day(1901)),
    place=Place("content/x.bib", 1),
)
SECOND = replace(FIRST, id="b", title=Text.of("The theory of light, and colours"), place=Place("content/x.bib", 9))


def found(one: Entry, other: Entry) -> list[str]:
    site = Site(library=Library(entries={"a": one, "b": other}), config=SiteConfig(), words=Words())
    return [problem.message for problem in CHECK.run(site)]


def test_like_titles_of_one_year_and_author_are_one_work_reported_at_the_second() -> None:
    assert found(SECOND, FIRST) == ["'b' seems to be 'a' at content/x.bib:1 once more"]


@pytest.mark.parametrize(
    "second",
    [
        replace(SECOND, issued=Date(Day(1903))),
        replace(SECOND, type="paper-conference"),
        replace(SECOND, names={"author": (Name(family="Dee", given="Bo"),)}),
        replace(SECOND, title=Text.of("The theory of light and heat")),
        replace(SECOND, container_title=Text.of("Another Journal")),
        replace(SECOND, relations=(Relation("version_of", "a"),)),
        replace(SECOND, issued=None),
    ],
)
def test_what_differs_in_year_type_author_title_venue_or_says_so_is_another_work(second: Entry) -> None:
    assert found(replace(FIRST, container_title=Text.of("Optics")), second) == []


@pytest.mark.parametrize("field", ["volume", "issue", "page", "edition", "number", "doi"])
def test_a_number_that_differs_tells_works_apart(field: str) -> None:
    one, other = replace(FIRST, **{field: "12"}), replace(SECOND, **{field: "13"})  # type: ignore[arg-type]
    assert found(one, other) == []
    assert found(one, SECOND) != []


def test_one_subtitle_may_be_missing_but_two_must_agree() -> None:
    with_subtitle = replace(SECOND, title=Text.of("The Theory of Light and Colours: an essay"))
    assert found(FIRST, with_subtitle) != []
    assert found(replace(FIRST, title=Text.of("The Theory of Light and Colours: a reply")), with_subtitle) == []


def test_short_titles_name_no_work() -> None:
    assert found(replace(FIRST, title=Text.of("Editorial")), replace(SECOND, title=Text.of("Editorial"))) == []


def test_equal_pages_make_one_work_of_two_spellings_of_a_venue() -> None:
    one = replace(FIRST, container_title=Text.of("Optics"), page="107–117")
    other = replace(SECOND, container_title=Text.of("J. Opt."), page="107")
    assert found(one, other) != []


def test_a_talk_that_is_held_in_another_month_is_another_one() -> None:
    one, other = (
        replace(each, type="document", issued=Date(Day(1901, month))) for each, month in ((FIRST, 1), (SECOND, 6))
    )
    assert found(one, other) == []
    assert found(replace(one, type="book"), replace(other, type="book")) != []

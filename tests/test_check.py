"""The check stage: runs what is on the shelf, leaves out what is ignored, sorts the rest."""

from collections.abc import Iterator

import sitegen.checks
from sitegen.check import check, examined
from sitegen.checks import Check
from sitegen.config import CheckConfig, Ignored, SiteConfig
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Place, Problem
from sitegen.shelf import load
from sitegen.site import Site
from sitegen.text.rich import Text
from sitegen.words import Words

SHELF = load(sitegen.checks, Check)
GOOD = Entry(
    id="noether1918",
    type="article-journal",
    title=Text(("Invariante Variationsprobleme",)),
    names={"author": (Name(family="Noether", given="Emmy"),)},
    issued=Date(Day(1918)),
    container_title=Text(("Nachrichten",)),
    place=Place("content/refs.bib", 7),
)


def site(*entries: Entry, ignore: tuple[str | Ignored, ...] = ()) -> Site:
    config = SiteConfig(check=CheckConfig(ignore=ignore))
    return Site(library=Library(entries={entry.id: entry for entry in entries}), config=config, words=Words())


def found(entry: Entry) -> list[str]:
    return [problem.code for problem in check(site(entry), SHELF, ())]


def test_a_complete_entry_has_no_problems() -> None:
    assert found(GOOD) == []


def test_an_entry_without_anything_has_every_problem_at_its_line() -> None:
    empty = Entry(id="x", type="article-journal", place=Place("content/refs.bib", 3))
    problems = check(site(empty), SHELF, ())
    assert [problem.code for problem in problems] == [
        "missing-author",
        "missing-container",
        "missing-date",
        "missing-title",
    ]
    assert {(problem.place.line, problem.id, problem.level) for problem in problems} == {(3, "x", "warning")}
    assert all(problem.hint.startswith("Add ") for problem in problems)


def test_ignored_codes_are_dropped_wherever_they_come_from() -> None:
    early = Problem("bad-page", "page '23-' is no range", Place("content/refs.bib", 1))
    problems = check(site(Entry(id="x"), ignore=("bad-page", "missing-date")), SHELF, (early,))
    assert [problem.code for problem in problems] == ["missing-title"]


def test_an_ignored_check_does_not_run() -> None:
    def run(_: Site) -> Iterator[Problem]:
        raise AssertionError("it ran")
        yield

    assert check(site(ignore=("slow",)), {"slow": Check("slow", run)}, ()) == ()


def test_problems_come_in_reading_order_and_once() -> None:
    late = Problem("b", "m", Place("content/b.bib", 2))
    early = Problem("c", "m", Place("content/a.bib", 10))
    earlier = Problem("z", "m", Place("content/a.bib", 9), level="error")
    assert check(site(), {}, (late, early, late, earlier)) == (earlier, early, late)


def test_at_one_place_errors_come_first() -> None:
    warning, error = Problem("a", "m", Place("x", 1)), Problem("b", "m", Place("x", 1), level="error")
    assert check(site(), {}, (warning, error)) == (error, warning)


def test_checks_that_only_propose_are_not_asked_by_a_build() -> None:
    def run(_: Site) -> Iterator[Problem]:
        yield Problem("idea", "m", level="info")

    checks = {"idea": Check("idea", run, "info")}
    assert check(site(), checks, (), proposals=False) == ()
    assert len(check(site(), checks, ())) == 1


def test_a_problem_is_ignored_in_a_file_or_an_entry_with_the_reason_kept() -> None:
    here, there = Problem("c", "m", Place("content/old/a.bib", 1), id="x"), Problem("c", "m", Place("content/b.bib", 1))
    for rule in (Ignored(code="c", file="old/*", reason="imported"), Ignored(code="c", entry="X", reason="imported")):
        checked = examined(site(ignore=(rule,)), {}, (here, there))
        assert checked.problems == (there,)
        assert checked.aside == ((here, "imported"),)


def test_another_code_in_that_file_is_reported() -> None:
    problem = Problem("d", "m", Place("content/old/a.bib", 1))
    assert check(site(ignore=(Ignored(code="c", file="*"),)), {}, (problem,)) == (problem,)


def test_an_entry_says_what_is_not_to_be_heard_of_it_whichever_stage_found_it() -> None:
    first = Entry(id="a", ignore="odd-year, odd-name: a facsimile", place=Place("content/x.bib", 10))
    second = Entry(id="b", place=Place("content/x.bib", 20))
    inside, outside = (
        Problem("odd-year", "m", Place("content/x.bib", 14)),
        Problem("odd-year", "m", Place("content/x.bib", 24)),
    )
    other = Problem("bad-doi", "m", Place("content/x.bib", 14))
    checked = examined(site(first, second), {}, (inside, outside, other))
    assert checked.problems == (other, outside)
    assert checked.aside == ((inside, "a facsimile"),)

"""Which entries a problem speaks of."""

from sitegen.fidelity.reported import codes_by_entry
from sitegen.model.entry import Entry
from sitegen.problems import Place, Problem

ENTRIES = {
    "one": Entry(id="one", place=Place("a.bib", 3)),
    "two": Entry(id="two", place=Place("a.bib", 10)),
    "other": Entry(id="other", place=Place("b.bib", 1)),
}


def test_a_problem_speaks_of_the_entry_it_stands_in() -> None:
    problems = [Problem("bad-doi", "", Place("a.bib", 9)), Problem("odd-year", "", Place("a.bib", 10))]
    assert codes_by_entry(ENTRIES, problems) == {"one": frozenset({"bad-doi"}), "two": frozenset({"odd-year"})}


def test_a_problem_of_a_whole_file_speaks_of_all_its_entries_and_no_others() -> None:
    problems = [Problem("not-utf8", "", Place("a.bib")), Problem("no-url", "")]
    assert codes_by_entry(ENTRIES, problems) == {"one": frozenset({"not-utf8"}), "two": frozenset({"not-utf8"})}


def test_what_stands_before_the_first_entry_speaks_of_none() -> None:
    assert codes_by_entry(ENTRIES, [Problem("runaway-comment", "", Place("a.bib", 1))]) == {}

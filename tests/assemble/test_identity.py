"""Unique ids: equal entries fold, different ones under one key are told apart, in time that grows with their number."""

from sitegen.assemble.identity import identified
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry, Relation
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.text.rich import Text
from tests.effort import in_proportion


def entry(key: str, title: str, year: int = 0, line: int = 1) -> Entry:
    issued = Date(Day(year)) if year else None
    return Entry(id=key, title=Text.of(title), issued=issued, place=Place("content/a.bib", line))


def ids(*entries: Entry) -> list[str]:
    return [each.id for each in identified(entries)[0]]


def test_equal_entries_fold_whatever_the_order_of_their_fields() -> None:
    author, editor = (Name(family="Euler"),), (Name(family="Gauss"),)
    one = Entry(id="a", names={"author": author, "editor": editor}, et_al=frozenset({"author", "editor"}))
    other = Entry(id="A", names={"editor": editor, "author": author}, et_al=frozenset({"editor", "author"}))
    entries, problems = identified([one, other])
    assert [each.id for each in entries] == ["a"]
    assert [problem.code for problem in problems] == ["repeated-entry"]


def test_the_oldest_keeps_the_plain_id() -> None:
    assert ids(entry("Ghoryani", "New", 2023), entry("Ghoryani", "Old", 2020)) == ["ghoryani-2023", "ghoryani"]


def test_an_id_goes_on_to_the_title_and_then_to_a_number() -> None:
    same = [entry("a", f"Alpha {number}", 2020) for number in range(4)]
    assert sorted(ids(*same)) == ["a", "a-2020", "a-2020-alpha", "a-2020-alpha-2"]


def test_a_made_id_never_takes_one_that_an_entry_has() -> None:
    assert sorted(ids(entry("a", "B"), entry("a", "C"), entry("a-c", "D"))) == ["a", "a-c", "a-c-2"]


def test_an_entry_without_key_author_date_or_title_gets_an_id() -> None:
    assert ids(Entry(id="")) == ["untitled"]


def test_many_entries_of_one_key_and_title_take_time_that_grows_with_their_number() -> None:
    def identify(number: int) -> None:
        entries = [entry("a", "Same", 2020, line) for line in range(number)]
        entries = [Entry(id=each.id, title=each.title, doi=f"10.1/{n}") for n, each in enumerate(entries)]
        assert len(identified(entries)[0]) == number

    in_proportion(identify, 100)


def test_a_relation_to_nobody_is_dropped_with_a_warning() -> None:
    lost = Entry(id="a", relations=(Relation("related", "zz"),))
    entries, problems = identified([lost])
    assert entries[0].relations == ()
    assert [problem.code for problem in problems] == ["dangling-relation"]

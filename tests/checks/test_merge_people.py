"""Whom the checks take for one person."""

import tomllib
from collections.abc import Iterable

from sitegen.assemble.people import identify_people
from sitegen.checks.merge_people import CHECK, MOST_ALIKE
from sitegen.config import PersonRecord, SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Problem
from sitegen.site import Site
from sitegen.words import Words


def name(written: str) -> Name:
    family, _, given = written.partition(", ")
    return Name(family=family, given=given)


def found(*works: Iterable[str], recorded: dict[str, PersonRecord] | None = None) -> list[Problem]:
    """What is proposed for works by these authors."""
    entries = [Entry(id=f"e{number}", names={"author": tuple(map(name, work))}) for number, work in enumerate(works)]
    people = identify_people(entries, recorded or {}, ())
    library = Library(
        entries={entry.id: entry for entry in entries},
        people=people.people,
        person_of=people.person_of,
        by_person=people.works,
    )
    tables = frozenset(("people.toml", id_) for id_ in recorded or {})
    return list(CHECK.run(Site(library=library, config=SiteConfig(), words=Words(), recorded=tables)))


ANN, BO, CY = "Cole, Ann", "Dee, Bo", "Eve, Cy"


def test_an_initial_and_two_common_co_authors_make_a_proposal_that_is_toml() -> None:
    (problem,) = found(("Smith, John", ANN, BO), ("Smith, J.", BO, ANN))
    assert problem.message == "'J. Smith' may be 'John Smith': both wrote with Ann Cole and Bo Dee"
    assert tomllib.loads(problem.paste) == {"john-smith": {"name": "John Smith", "variants": ["J. Smith"]}}


def test_one_common_co_author_is_not_enough() -> None:
    assert found(("Smith, John", ANN, BO), ("Smith, J.", BO, CY)) == []


def test_an_initial_that_fits_two_people_stands_for_neither() -> None:
    assert found(("Smith, John", ANN, BO), ("Smith, Jane", ANN, BO), ("Smith, J.", BO, ANN)) == []


def test_two_who_wrote_one_work_together_are_two() -> None:
    assert found(("Smith, John", "Smith, J.", ANN, BO), ("Smith, J.", BO, ANN)) == []


def test_different_given_names_are_different_people() -> None:
    assert found(("Smith, John", ANN, BO), ("Smith, Jane", BO, ANN)) == []
    assert found(("Smith, J. A.", ANN, BO), ("Smith, J. B.", BO, ANN)) == []


def test_several_spellings_go_to_the_fullest_in_one_proposal() -> None:
    (problem,) = found(("Smith, John Adam", ANN, BO), ("Smith, J.", BO, ANN), ("Smith, John A.", ANN, BO))
    assert tomllib.loads(problem.paste)["john-adam-smith"]["variants"] == ["J. Smith", "John A. Smith"]


def test_people_who_have_a_table_of_their_own_are_left_alone() -> None:
    works = (("Smith, John", ANN, BO), ("Smith, J.", BO, ANN))
    assert found(*works, recorded={"j-smith": PersonRecord(name="J. Smith")}) == []


def test_a_table_that_is_there_already_is_told_its_new_variant() -> None:
    works = (("Smith, John", ANN, BO), ("Smith, J.", BO, ANN))
    (problem,) = found(*works, recorded={"john-smith": PersonRecord(name="John Smith")})
    assert problem.hint == 'Add "J. Smith" to the variants of [john-smith] in content/people.toml.'
    assert problem.paste == ""


def test_a_name_that_too_many_have_is_left_alone() -> None:
    crowd = [(f"Wang, X{number}", ANN, BO) for number in range(MOST_ALIKE)]
    assert found(("Wang, Xiu", ANN, BO), ("Wang, X.", ANN, BO), *crowd) == []

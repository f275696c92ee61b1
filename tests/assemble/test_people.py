"""Who is who."""

from sitegen.assemble.people import identify_people
from sitegen.config import PersonRecord
from sitegen.model.entry import Entry
from sitegen.model.name import Name


def entry(id_: str, *names: Name) -> Entry:
    return Entry(id=id_, names={"author": names})


KNUTH = Name(family="Knuth", given="Donald E.")


def test_names_that_differ_in_accents_case_and_dots_are_one_person() -> None:
    people = identify_people(
        [
            entry("a", Name(family="Erdős", given="Paul")),
            entry("b", Name(family="Erdos", given="PAUL")),
            entry("c", Name(family="Knuth", given="D.E.")),
            entry("d", Name(family="Knuth", given="D. E.")),
        ],
        {},
        (),
    )
    assert set(people.people) == {"paul-erdos", "d-e-knuth"}
    assert people.works["paul-erdos"] == ("a", "b")


def test_the_fullest_printed_form_is_shown_and_the_others_are_variants() -> None:
    records = {"donald-knuth": PersonRecord(name="Donald Ervin Knuth", variants=("D. E. Knuth", "Knuth, Don"))}
    people = identify_people(
        [entry("a", Name(family="Knuth", given="D. E.")), entry("b", Name(family="Knuth", given="Don"))], records, ()
    )
    (person,) = people.people.values()
    assert person.id == "donald-knuth"
    assert person.name.to_inverted() == "Knuth, Donald Ervin"
    assert person.variants == ("D. E. Knuth", "Don Knuth")
    assert people.works["donald-knuth"] == ("a", "b")


def test_homonyms_are_told_apart_by_the_entries_the_owner_gives_them() -> None:
    wei = Name(family="Wang", given="Wei")
    records = {"wei-wang-physics": PersonRecord(name="Wei Wang", entries=("b",))}
    people = identify_people([entry("a", wei), entry("b", wei)], records, ())
    assert people.works == {"wei-wang": ("a",), "wei-wang-physics": ("b",)}


def test_the_site_owner_is_found_under_any_spelling() -> None:
    records = {"knuth": PersonRecord(name="Donald E. Knuth", variants=("D. E. Knuth",))}
    people = identify_people([entry("a", KNUTH)], records, ("D. E. Knuth",))
    assert people.people["knuth"].is_me


def test_an_orcid_with_a_wrong_check_digit_is_reported_and_not_shown() -> None:
    records = {"donald-e-knuth": PersonRecord(name="Donald E. Knuth", orcid="0000-0002-1825-0098")}
    people = identify_people([entry("a", KNUTH)], records, ())
    assert people.people["donald-e-knuth"].orcid == ""
    assert [problem.code for problem in people.problems] == ["bad-orcid"]


def test_a_person_nobody_names_is_mentioned() -> None:
    people = identify_people([entry("a", KNUTH)], {"nobody": PersonRecord(name="No Body")}, ())
    assert [problem.code for problem in people.problems] == ["unused-person"]

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


def test_an_owner_whom_nobody_names_is_a_remark() -> None:
    people = identify_people([entry("a", KNUTH)], {}, ("Knuth, Donald E.", "Don Knuth"))
    assert people.people["donald-e-knuth"].is_me
    (problem,) = people.problems
    assert (problem.code, problem.level, problem.place.file) == ("unused-me", "info", "content/site.toml")
    assert "'Don Knuth'" in problem.message


def test_a_spelling_that_two_people_claim_is_the_first_ones_and_is_reported() -> None:
    records = {"one": PersonRecord(name="Donald E. Knuth"), "two": PersonRecord(name="Donald E. Knuth")}
    people = identify_people([entry("a", KNUTH)], records, ())
    assert set(people.people) == {"one"}
    assert "repeated-spelling" in [problem.code for problem in people.problems]


def test_an_entry_of_a_homonym_that_does_not_exist_is_reported() -> None:
    people = identify_people([entry("a", KNUTH)], {"knuth": PersonRecord(name="Donald E. Knuth", entries=("b",))}, ())
    assert "unknown-entry" in [problem.code for problem in people.problems]


def test_of_a_crowd_only_the_first_hundred_and_those_known_elsewhere_get_pages() -> None:
    crowd = tuple(Name(family=f"Member {number}", given="A.") for number in range(300))
    records = {"member-250": PersonRecord(name="A. Member 250")}
    people = identify_people([entry("a", *crowd), entry("b", crowd[299])], records, ("A. Member 270",))
    assert len(people.people) == 103
    assert {"member-250", "a-member-270", "a-member-299"} <= set(people.people)
    assert people.works["a-member-299"] == ("a", "b")


def test_names_of_one_part_or_of_particles_only_are_people() -> None:
    people = identify_people(
        [
            entry(
                "a", Name(non_dropping_particle="van der"), Name(given="Plato"), Name(literal="CERN"), Name(family="?")
            )
        ],
        {},
        (),
    )
    assert {"van-der", "plato", "cern"} <= set(people.people)
    assert len(people.people) == 4

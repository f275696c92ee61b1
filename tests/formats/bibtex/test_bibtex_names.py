"""Lists of names as people write them."""

import pytest

from sitegen.formats.bibtex.names import read_names
from sitegen.model.name import Name
from tests.effort import in_proportion


def _shown(source: str) -> list[str]:
    return [name.to_inverted() for name in read_names(source, 100).names]


def _codes(source: str) -> list[str]:
    return [code for code, _ in read_names(source, 100).findings]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Knuth, Donald E.", ["Knuth, Donald E."]),
        ("Donald E. Knuth", ["Knuth, Donald E."]),
        ("Plato", ["Plato"]),
        ("Jan van der Berg", ["van der Berg, Jan"]),
        ("de la Fuente Garc{\\'i}a, M.", ["de la Fuente García, M."]),
        ("King, Jr., Martin Luther", ["King, Jr., Martin Luther"]),
        ("Martin Luther King Jr.", ["King, Jr., Martin Luther"]),
        ("Martin Luther King, Jr.", ["King, Jr., Martin Luther"]),
        ("King, Martin Luther, Jr.", ["King, Jr., Martin Luther"]),
        ("van Veen, V", ["van Veen, V"]),
        ("Brinch Hansen, Per", ["Brinch Hansen, Per"]),
        ("{World Health Organization}", ["World Health Organization"]),
        ("{Barnes and Noble, Inc.} and Smith, J.", ["Barnes and Noble, Inc.", "Smith, J."]),
        ("{Abbott}, B. and {Abdallah}, J.", ["Abbott, B.", "Abdallah, J."]),
        ("family=Berg, given=Jan, prefix=van der and Smith, John", ["van der Berg, Jan", "Smith, John"]),
        ("\\v{S}pela Vintar", ["Vintar, Špela"]),
        ("H. Hau\\ss ner", ["Haußner, H."]),
        ("Juan Garc\\'\\i a and Jo\\~ao \\O stergaard", ["García, Juan", "Østergaard, João"]),
        ("محمدی, مژگان", ["محمدی, مژگان"]),
    ],
)
def test_a_name_is_taken_apart_as_it_was_meant(source: str, shown: list[str]) -> None:
    assert _shown(source) == shown


def test_a_trailing_and_names_nobody() -> None:
    assert _shown("Ghoryani, Mohsen and Mohammadi, Mojgan and ") == ["Ghoryani, Mohsen", "Mohammadi, Mojgan"]
    assert _codes("Ghoryani, Mohsen and Mohammadi, Mojgan and ") == ["stray-and"]


def test_a_leading_and_and_two_in_a_row_name_nobody() -> None:
    assert _shown("and A and and B") == ["A", "B"]
    assert _codes("and A and and B") == ["stray-and", "stray-and"]


@pytest.mark.parametrize(
    "others",
    [
        "Knuth, D. and others",
        "Knuth, D. et al.",
        "Knuth, D. and et al",
        "Knuth, D. and \\emph{et al.}",
        "{Knuth, D. et al.}",
    ],
)
def test_others_are_nobody_but_are_remembered(others: str) -> None:
    listed = read_names(others, 100)
    assert listed.et_al
    assert len(listed.names) == 1
    assert "Knuth" in listed.names[0].to_plain()


@pytest.mark.parametrize(
    "source",
    [
        "John Smith, Jane Doe, Bob Roe",
        "Smith, J., Doe, J., Roe, B.",
        "John Smith; Jane Doe; Bob Roe",
        "John Smith \\& Jane Doe & Bob Roe",
    ],
)
def test_lists_parted_by_other_signs_are_read_and_said(source: str) -> None:
    assert [name.family for name in read_names(source, 100).names] == ["Smith", "Doe", "Roe"]
    assert "name-list" in _codes(source)


def test_what_cannot_be_taken_apart_is_shown_as_it_stands() -> None:
    assert read_names("In a Basement, actually, Dude", 9).names == (Name(literal="In a Basement, actually, Dude"),)
    assert _codes("In a Basement, actually, Dude") == ["odd-name"]
    assert _shown("x" * 5_000 + " {y") != []


def test_commas_at_the_edge_are_dropped() -> None:
    assert _shown("Knuth, D., and Doe, J.") == ["Knuth, D.", "Doe, J."]
    assert _shown(", and ~") == []


def test_signs_of_footnotes_become_marks() -> None:
    names = read_names(
        "Jane Doe* and Roe*, Richard and Max Mustermann\\textsuperscript{$\\dagger$} and Smith$^*$, A.", 9
    ).names
    assert [name.to_plain() for name in names] == ["Jane Doe", "Richard Roe", "Max Mustermann", "A. Smith"]
    assert [name.marks for name in names] == [("equal",), ("equal",), ("†",), ("equal",)]


def test_a_list_longer_than_the_limit_is_cut_and_said() -> None:
    listed = read_names(" and ".join(f"Name{n}, A." for n in range(50)), 10)
    assert len(listed.names) == 10
    assert [code for code, _ in listed.findings] == ["too-many-names"]


@pytest.mark.parametrize("piece", ["{", "}", "{a} and ", " and", ",", "a, ", "; ", "&", "{\\'e}", "~", "a=b,", "*"])
def test_names_take_time_in_proportion_to_their_list(piece: str) -> None:
    in_proportion(lambda times: read_names(piece * times, 10_000), 2_000)


def test_extended_names_that_are_none_are_shown_as_they_stand() -> None:
    assert _codes("given= , family=, x, y, z") == ["odd-name"]


@pytest.mark.parametrize("word", [" and ", " AND ", "~and ", " And\t"])
def test_and_is_the_same_word_however_it_is_written(word: str) -> None:
    assert _shown(f"Alexander, Sandy{word}Anders, B.") == ["Alexander, Sandy", "Anders, B."]


def test_a_family_name_in_capitals_is_said_but_kept() -> None:
    assert _shown("SMITH, Jane") == ["SMITH, Jane"]
    assert _codes("SMITH, Jane") == ["capital-name"]


@pytest.mark.parametrize("source", ["LI, J.", "Smith, JANE", "NATO", "{SMITH AND SONS}", "CNRS, X.", "محمدی, مژگان"])
def test_acronyms_and_names_without_capitals_are_left_alone(source: str) -> None:
    assert "capital-name" not in _codes(source)


def test_a_part_of_an_extended_name_that_is_given_twice_is_said() -> None:
    assert _codes("family=Berg, given=Jan, given=Piet") == ["odd-name"]
    assert _shown("family=Berg, given=Jan, given=Piet") == ["Berg, Jan"]


def test_an_and_glued_to_an_initial_is_said() -> None:
    assert _shown("Smith, James E.and Pleszkun, Andrew R.") == ["Smith, James E.", "Pleszkun, Andrew R."]
    assert _codes("Smith, James E.and Pleszkun, Andrew R.") == ["name-list"]
    assert _codes("Smith, J. E. and Pleszkun, A. R.") == []


@pytest.mark.parametrize("option", ["useprefix=false", "uniquename = false"])
def test_an_option_of_a_list_names_nobody(option: str) -> None:
    assert _shown(f"{option} and Animal, Alan") == ["Animal, Alan"]
    assert _codes(f"{option} and Animal, Alan") == []


def test_and_parts_names_behind_a_letter_written_as_a_command() -> None:
    assert [name.family for name in read_names(r"Jon Fl\o and Hans Hau\ss ner", 9).names] == ["Flø", "Haußner"]

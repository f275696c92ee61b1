"""Names that only the whole library shows to be misspelt."""

import pytest

from sitegen.formats.bibtex.names import read_names
from sitegen.formats.bibtex.spellings import misspelt
from sitegen.model.entry import Entry
from sitegen.problems import Place


def _said(*lists: str) -> list[tuple[str, str, str]]:
    """Entry, code and message of each finding in a library with these lists of authors."""
    entries = [
        Entry(id=f"e{at}", names={"author": read_names(source, 100).names}, place=Place("a.bib", at + 1))
        for at, source in enumerate(lists)
    ]
    return [(entry.id, code, message) for entry, (code, message) in misspelt(entries)]


def test_a_gap_that_another_spelling_fills_is_a_lost_letter() -> None:
    assert _said("K hler, Anna", "Köhler, Anna") == [
        ("e0", "lost-letter", "the name 'K hler, Anna' has lost a letter; it was probably 'Köhler'")
    ]


@pytest.mark.parametrize("source", ["Vilsb ll, Ada", "M ller, B.", "S rensen, C."])
def test_a_gap_among_consonants_is_a_lost_letter_even_alone(source: str) -> None:
    assert [code for _, code, _ in _said(source)] == ["lost-letter"]


@pytest.mark.parametrize(
    "source",
    [
        "van der Berg, Jan",
        "Berg von, J.",
        "Brinch Hansen, Per",
        "Acme ltd, X.",
        "D von, X.",
        "O neill, A.",
        "Smith jr, J.",
    ],
)
def test_particles_and_suffixes_leave_no_gap(source: str) -> None:
    assert _said(source) == []


def test_a_name_the_other_way_round_is_said_where_the_initials_are_the_family() -> None:
    assert _said("Turing, A. M.", "A. M., Turing") == [
        (
            "e1",
            "swapped-name",
            "'A. M., Turing' stands as 'Turing, A. M.' at a.bib:1; one of the two is the wrong way round",
        )
    ]


def test_two_full_names_the_other_way_round_are_said_once() -> None:
    assert [(id_, code) for id_, code, _ in _said("Ada, Lovelace", "Lovelace, Ada")] == [("e1", "swapped-name")]


def test_two_chinese_names_may_be_two_people() -> None:
    assert _said("Zheng, Cheng", "Cheng, Zheng") == []

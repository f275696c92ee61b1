"""Editions in references, from the words that people write in BibTeX."""

import pytest

from sitegen.csl import style
from sitegen.formats.csl_json.edition import edition_of


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("2", "(2nd ed.)"),
        ("2nd", "(2nd ed.)"),
        ("2nd ed.", "(2nd ed.)"),
        ("2nd edition", "(2nd ed.)"),
        ("Third", "(3rd ed.)"),
        ("third edition", "(3rd ed.)"),
        ("The Twelfth Edition", "(12th ed.)"),
        ("2. Auflage", "(2nd ed.)"),
        ("3e éd.", "(3rd ed.)"),
        ("Revised edition", "(Revised edition)"),
        ("Rev. ed.", "(Rev. ed.)"),
        ("Revised", "(Revised ed.)"),
        ("Kindle edition", "(Kindle edition)"),
        ("2nd revised and enlarged", "(2nd revised and enlarged ed.)"),
        ("With a new preface by the author", "(With a new preface by the author)"),
        ("MMXX", "(MMXX ed.)"),
    ],
)
def test_an_edition_reads_as_readers_know_it(said: str, reads: str) -> None:
    item = {"type": "book", "title": "T", "edition": edition_of(said, "en")}
    assert reads in style("apa", "en-US").reference(item).to_plain()


@pytest.mark.parametrize("said", ["Revised edition", "Rev. ed.", "Revised", "Kindle edition"])
def test_an_edition_that_says_what_it_is_gets_no_label(said: str) -> None:
    item = {"type": "book", "title": "T", "edition": edition_of(said, "en")}
    printed = style("association-for-computing-machinery", "en-US").reference(item).to_plain()
    assert "ed. ed." not in printed
    assert "edition ed." not in printed


def test_words_of_another_language_stand_as_they_are() -> None:
    assert edition_of("Neu bearbeitet", "de") == "Neu bearbeitet"
    assert edition_of("修订版", "zh") == "修订版"
    assert edition_of("", "") == ""

"""The spelling in which words are compared."""

import pytest

from sitegen.query.folding import begins, contains, fold, hay


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Erdős", "erdos"),
        ("Łukasiewicz", "lukasiewicz"),
        ("Søren", "soren"),
        ("Søren", "soeren"),
        ("Đoković", "dokovic"),
        ("Đoković", "djokovic"),
        ("İstanbul", "istanbul"),
        ("خيام", "خیام"),
        ("كتاب", "کتاب"),
        ("می‌شود", "میشود"),
        ("Λόγος", "λογοσ"),
        ("ﬁnite", "finite"),
        ("Å", "aa"),
        ("۱۳۵۷", "1357"),
        ("1357", "۱۳۵۷"),
        ("١٣٥٧", "۱۳۵۷"),
    ],
)
def test_either_spelling_finds_the_other(written: str, sought: str) -> None:
    assert begins(fold(sought), hay(written))


def test_a_latin_word_among_characters_without_blanks_is_found() -> None:
    assert begins("python", hay("使用Python编程"))
    assert contains("python", hay("使用Python编程"))


def test_a_later_beginning_is_found_behind_an_earlier_middle() -> None:
    assert begins("art", "smart art")
    assert not begins("art", "smart start")


def test_a_phrase_goes_not_across_two_values() -> None:
    assert not contains("a b", "a\nb")


def test_a_long_text_has_the_other_forms_of_its_words_too() -> None:
    text = hay("word " * 200 + "Éclair-Müller co-author's")
    for word in ("mueller", "eclairmuller", "coauthors"):
        assert begins(word, text), word
    assert not begins("clair", text)

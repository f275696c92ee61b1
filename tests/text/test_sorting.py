"""The order of titles and names."""

import pytest

from sitegen.text.sorting import initial, sort_key


def test_accents_and_case_do_not_part_neighbours() -> None:
    names = ["Zorn", "Ångström", "angel", "Öz", "Ozon"]
    assert sorted(names, key=sort_key) == ["angel", "Ångström", "Öz", "Ozon", "Zorn"]


@pytest.mark.parametrize(
    ("title", "language"),
    [("The Zoo", "en"), ("Der Zoo", "de-AT"), ("L’zoo", "fr"), ("El Zoo", "es"), ("“The Zoo", "")],
)
def test_a_leading_article_is_passed_over(title: str, language: str) -> None:
    assert sort_key(title, language)[0].startswith("zoo")


def test_names_and_other_languages_keep_their_first_word() -> None:
    assert sort_key("The Beatles")[0] == "the beatles"
    assert sort_key("Die Hard", "en")[0] == "die hard"
    assert sort_key("The", "en")[0] == "the"


@pytest.mark.parametrize(
    ("text", "letter"),
    [("éa", "E"), ("'t Hart", "T"), ("7 up", "#"), ("", "#"), ("“Ж", "Ж"), ("محمدی", "م"), ("Ælfric", "A")],
)
def test_an_index_has_a_letter_for_everyone(text: str, letter: str) -> None:
    assert initial(text) == letter

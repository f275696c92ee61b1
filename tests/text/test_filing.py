"""What readers of a language expect of an index."""

import pytest

from sitegen.text.filing import filed


def in_order(names: str, language: str) -> str:
    return " ".join(sorted(names.split(), key=lambda name: filed(name, language)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Adler Ärger Azur Muller Müller Muster Oslo Österle Zoll"),
        ("en", "Aberg Åberg Adams Oehme Østergaard Şahin Sato Zola"),
        ("sv", "Adams Zetterström Åberg Ärlig Österberg"),
        ("fi", "Aalto Virtanen Åkerman Äijälä Öhman"),
        ("da", "Andersen Zangenberg Ægidius Øster Ågård"),
        ("nb", "Aasen Zahl Ærlig Ødegård Åsen"),
        ("tr", "Cem Çelik Demir Gül Ğar Hakan Irmak İnce Jale Okan Öz Sarı Şahin Ulu Ünal"),
        ("es", "Navarro Nunca Ñíguez Ochoa"),
        ("pl", "Lis Lupa Łukasik Mazur Zając Źrebak Żak"),
        ("cs", "Cibulka Černý Dvořák Sova Šimek Zach Železný"),
        ("fa", "آزاد باقری پارسا تهرانی جعفری چمران ژاله سعدی کاظمی گلستان مولوی نیما ورزی هدایت یاسمی"),
        ("ar", "أحمد باسم جمال حسن كريم محمد هاني وليد ياسر"),
        ("zh", "陈 李 王 张"),
        ("ru", "Абрамов Ёлкин Жуков Яковлев"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(language: str, expected: str) -> None:
    assert in_order(" ".join(reversed(expected.split())), language).split() == expected.split()


@pytest.mark.parametrize(
    ("name", "language", "letter"),
    [
        ("Ågren", "sv", "Å"), ("Ågren", "de", "A"), ("Çelik", "tr", "Ç"), ("İnce", "tr", "İ"), ("Irmak", "tr", "I"),
        ("گلستان", "fa", "گ"), ("كريم", "ar", "ک"), ("王", "zh", "W"), ("王", "en", "漢"), ("42", "en", "#"),
        ("Пушкин", "en", "П"), ("", "en", "#"), ("Ñíguez", "es", "Ñ"), ("李", "zh-TW", "漢"),
    ],
)  # fmt: skip
def test_a_name_stands_under_a_letter_of_the_alphabet(name: str, language: str, letter: str) -> None:
    assert filed(name, language).letter == letter


def test_chinese_names_stand_among_the_latin_ones_for_those_who_read_pinyin() -> None:
    assert in_order("Zhang 张 王 Wang Xu 李", "zh") == "李 Wang 王 Xu Zhang 张"
    assert in_order("王 Zhang Wang", "en") == "Wang Zhang 王"


def test_scripts_follow_each_other() -> None:
    assert in_order("محمدی Пушкин Σωκράτης Zola 王", "en") == "Zola Σωκράτης Пушкин محمدی 王"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fa", "42 محمدی Zola Σωκράτης Пушкин 王"),
        ("ru", "42 Пушкин Zola Σωκράτης محمدی 王"),
        ("el", "42 Σωκράτης Zola Пушкин محمدی 王"),
        ("sr-Latn", "42 Zola Σωκράτης Пушкин محمدی 王"),
    ],
)
def test_the_script_of_the_readers_comes_before_all_others(language: str, expected: str) -> None:
    """As CLDR orders them: `[reorder Arab]` in the rules for Persian, and so on."""
    assert in_order(" ".join(reversed(expected.split())), language) == expected
    assert filed("محمدی", language).letter == "م"


def test_articles_of_titles_are_passed_over_and_those_of_names_are_kept() -> None:
    assert filed("The Zoo", "en", title=True).letter == "Z"
    assert filed("The Zoo", "en").letter == "T"

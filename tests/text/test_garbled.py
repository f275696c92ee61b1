"""Letters that were lost or mistaken before a text came here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.garbled import garbled, mended, with_dots
from tests.effort import in_proportion


@pytest.mark.parametrize("word", ["Müller", "García", "“yes”", "é–è", "Ångström", "Привет", "±5°C"])
def test_utf8_taken_for_windows_1252_is_mended(word: str) -> None:
    data = word.encode()
    wrong = "".join(bytes([byte]).decode("cp1252", "replace") for byte in data)
    wrong = "".join(chr(data[at]) if sign == "\ufffd" else sign for at, sign in enumerate(wrong))
    assert mended(wrong) == word


@pytest.mark.parametrize(
    "text",
    [
        "São Tomé",
        "CAFÉ”",
        "DIE Ä“",
        "Âge d’or",
        "Å, Ø",
        "Int´l",
        "d´Anjou",
        "5´UTR",
        "â",
        "naïve",
        "“Ñ” ",
        "Île-de-France",
    ],
)
def test_letters_that_are_meant_are_left_alone(text: str) -> None:
    assert list(garbled(text)) == []


def test_accents_torn_off_in_a_pdf_are_put_back() -> None:
    assert [found.meant for found in garbled("Mart´ınez and G¨uell")] == ["Martínez", "Güell"]


def test_a_dotless_letter_under_an_accent_gets_its_dot() -> None:
    assert with_dots("Garc\u0131\u0301a") == ("García", 4)
    assert with_dots("Yıldız") == ("Yıldız", -1)


@given(st.text())
def test_ordinary_text_and_any_other_is_searched_without_an_error(text: str) -> None:
    assert all(text[found.start] for found in garbled(text))


@pytest.mark.parametrize("piece", ["Ã©", "Ã", "´ı", "¨u", "\ufffd", "Ä¡", "-", "â€"])
def test_searching_takes_time_in_proportion_to_the_text(piece: str) -> None:
    in_proportion(lambda size: list(garbled(piece * size + "Ã")), 10_000)

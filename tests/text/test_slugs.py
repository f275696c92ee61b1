"""Slugs and folding."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.slugs import LONGEST, fold, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghoryani", "ghoryani"),
        ("Gödel", "godel"),
        ("Łukasz Øst Đặng", "lukasz-ost-dang"),
        ("Straße", "strasse"),
        ("DBLP:conf/x_y", "dblp-conf-x-y"),
        ("../../etc/passwd", "etc-passwd"),
        ("O’Brien", "obrien"),
        ("محمدی", "محمدی"),
        ("東京 大学", "東京-大学"),
        ("Йод", "йод"),
        ("हिन्दी", "हिन्दी"),
        ("ﬁn", "fin"),
        (".-_a", "a"),
        ("Ʉ\u0301\u0304x", "ux"),
    ],
)
def test_a_slug_keeps_letters_and_drops_accents(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["CON", "aux", "com¹", "LPT9", "", "!!!", "x" * 61])
def test_a_reserved_empty_or_shortened_slug_gets_a_fingerprint(text: str) -> None:
    assert re.fullmatch(r".+-[0-9a-f]{8}", slug(text))


def test_two_long_texts_with_one_beginning_differ() -> None:
    assert slug("x" * 100) != slug("x" * 101)


@given(st.text(max_size=200))
def test_a_slug_is_a_safe_file_name(text: str) -> None:
    made = slug(text)
    assert 0 < len(made) <= LONGEST
    assert not re.search(r"[\s/\\:*?\"<>|.%#_&'`\x00-\x1f]", made)
    assert made[0] not in "-._"
    assert made[-1] not in "-. "
    assert slug(made) == made or re.search(r"-[0-9a-f]{8}$", made) or not made.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉCOLE", "ecole"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("a\u00a0 b", "A B"),
        ("O’Neil", "o'neil"),
        ("ё", "Е"),
    ],
)
def test_spellings_that_mean_the_same_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_mark_that_belongs_to_no_letter_is_no_part_of_a_slug() -> None:
    assert slug("z ☃\u032e") == "z"
    assert slug("\udccc\u032ez") == "z"

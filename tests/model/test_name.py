"""Printed names in reading order."""

import pytest

from sitegen.model.name import Name


@pytest.mark.parametrize(
    ("family", "given", "shown"),
    [("屠", "呦呦", "屠呦呦"), ("湯川", "秀樹", "湯川秀樹"), ("김", "철수", "김철수"), ("Tu", "Youyou", "Youyou Tu")],
)
def test_names_in_han_kana_and_hangul_are_written_in_one_with_the_family_first(
    family: str, given: str, shown: str
) -> None:
    name = Name(family=family, given=given)
    assert (name.to_plain(), name.to_inverted()) == (shown, f"{family}, {given}")

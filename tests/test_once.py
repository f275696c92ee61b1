"""Remembering the last answer."""

from sitegen.once import once


def test_the_same_object_is_worked_on_once_and_an_equal_one_again() -> None:
    asked: list[list[int]] = []

    @once
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, other = [1, 2], [1, 2]
    assert (total(one), total(one), total(other)) == (3, 3, 3)
    assert [each is one for each in asked] == [True, False]

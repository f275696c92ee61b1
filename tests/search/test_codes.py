"""Numbers as text."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.codes import HALF, SIGNS, gaps


def read(text: str) -> list[int]:
    """What the search script reads from the text."""
    numbers, total, number = [], 0, 0
    for sign in map(SIGNS.index, text):
        if sign < HALF:
            number = (number + sign + 1) * HALF
        else:
            total += number + sign - HALF
            numbers.append(total)
            number = 0
    return numbers


@given(st.sets(st.integers(0, 10**7)))
def test_ascending_numbers_come_back(numbers: set[int]) -> None:
    assert read(gaps(sorted(numbers))) == sorted(numbers)


def test_the_signs_need_no_escape_in_json() -> None:
    assert len(SIGNS) == 92
    assert not set(SIGNS) & {'"', "\\", " "}

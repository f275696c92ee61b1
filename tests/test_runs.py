"""Runs of numbers that lie in one piece are what they would be as a list of lists."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.traces.runs import Runs

NUMBERS = st.lists(st.lists(st.integers(0, 50), max_size=5), max_size=12)


def runs(lists: list[list[int]]) -> Runs:
    found = Runs()
    for each in lists:
        found.add(each)
    return found


def listed(found: Runs) -> list[list[int]]:
    assert [list(found[at]) for at in range(len(found))] == [list(run) for run in found]
    return [list(run) for run in found]


@given(NUMBERS, NUMBERS)
def test_runs_are_added_and_taken_over_in_their_order(one: list[list[int]], other: list[list[int]]) -> None:
    found = runs(one)
    found.take(runs(other))
    assert listed(found) == one + other
    assert listed(Runs(found.ends.tobytes(), found.numbers.tobytes())) == one + other


@given(NUMBERS, st.sets(st.integers(0, 11)))
def test_some_runs_are_left_out(lists: list[list[int]], rows: set[int]) -> None:
    there = sorted(row for row in rows if row < len(lists))
    assert listed(runs(lists).without(there)) == [run for row, run in enumerate(lists) if row not in rows]


@given(NUMBERS, st.sets(st.integers(0, 50), max_size=4))
def test_the_runs_that_hold_a_number_are_found(lists: list[list[int]], numbers: set[int]) -> None:
    assert runs(lists).meeting(numbers) == [row for row, run in enumerate(lists) if numbers & set(run)]


@given(NUMBERS)
def test_runs_of_other_numbers_are_as_long(lists: list[list[int]]) -> None:
    assert listed(runs(lists).led(lambda number: 100 - number)) == [[100 - number for number in run] for run in lists]

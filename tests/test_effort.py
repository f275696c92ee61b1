"""The measures of effort: they must be able to fail."""

import re

import pytest

from tests.effort import ends, in_proportion, steps


def test_steps_are_calls_and_the_same_each_time() -> None:
    assert steps(lambda: [len("a") for _ in range(100)]) == steps(lambda: [len("a") for _ in range(100)]) > 100


def test_quadratic_steps_are_out_of_proportion() -> None:
    with pytest.raises(AssertionError, match="grew fourfold"):
        in_proportion(lambda size: [len(str(each)) for start in range(size) for each in range(start)], 100)
    in_proportion(lambda size: [len(str(each)) for each in range(size)], 1_000)


def test_work_without_end_inside_one_step_is_ended() -> None:
    with pytest.raises(AssertionError, match="did not end"):
        ends(lambda: re.search(r"(a|a)+b", "a" * 60), seconds=1)


def test_an_error_in_the_work_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="failed"):
        ends(lambda: 1 // 0)

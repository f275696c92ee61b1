"""How much work a call does, told without a clock, so that a busy machine fails no test.

Work that grows in Python's own loops is counted in steps, which are the same on every machine. What a pattern or a
library does inside one step cannot be counted; it has to end under a bound on the processor's time that is a hundred
times what it needs, on an input so large that only work out of proportion meets it.
"""

import os
import resource
import sys
import traceback
from collections.abc import Callable
from types import FrameType

GENEROUS = 30
"""Seconds of the processor's time. Two hundred thousand signs are read in one; in quadratic time it takes minutes."""
_CALLS = ("call", "c_call")


def steps(work: Callable[[], object]) -> int:
    """How many functions are called, Python's and C's."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in _CALLS

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def in_proportion(work: Callable[[int], object], size: int) -> None:
    """Assert that steps grow no faster than the size, and that the work ends at forty times the size."""
    few, many = steps(lambda: work(size)), steps(lambda: work(4 * size))
    assert many <= 6 * few + 1_000, f"{few:,} steps became {many:,} when the input grew fourfold"
    ends(lambda: work(40 * size))


def ends(work: Callable[[], object], seconds: int = GENEROUS) -> None:
    """Assert that a call ends, without an error, before it has used so much of the processor's time."""
    child = os.fork()
    if child == 0:
        _run(work, seconds)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status == 0, "it failed" if status == 1 else f"it did not end within {seconds} seconds of processor time"


def _run(work: Callable[[], object], seconds: int) -> None:
    """Do the work in a process that the system ends at the bound, even within a library; never returns."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        work()
        status = 0
    except BaseException:  # noqa: BLE001 -- the child must not go on as a second test run, whatever happens
        traceback.print_exc()
    finally:
        os._exit(status)

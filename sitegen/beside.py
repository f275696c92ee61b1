"""Work that a process of its own does while the build goes on."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def can_fork(jobs: int) -> bool:
    """Whether there may be another process, and the system can fork one off."""
    return jobs > 1 and "fork" in get_all_start_methods()


def beside(work: Callable[[], T], jobs: int) -> Callable[[], T]:
    """Begin some work; what waits for its result, at every call the same.

    With one job, and where the system cannot fork, it is done when somebody asks for the result. So it is where the
    process ended early; what work raises, it raises then. work: changes nothing that others look at meanwhile; its
    result can be pickled.
    """
    if not can_fork(jobs):
        return cache(work)
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, there), daemon=True)
    process.start()
    there.close()

    def result() -> T:
        with here:
            try:
                found: T = here.recv()
            except (EOFError, OSError):
                found = work()
        process.join()
        return found

    return cache(result)


def _work(work: Callable[[], object], there: Connection) -> None:
    """Do the work and hand its result over; say nothing where that fails, because the build does it again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with suppress(Exception):
            there.send(work())
    finally:
        os._exit(0)

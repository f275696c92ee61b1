"""The files of a site made and staged: by this process, or side by side by several that are forked from it."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from sitegen.disk.manifest import Record
from sitegen.disk.staging import Stage
from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError
from sitegen.progress import Announce
from sitegen.render import Renderer
from sitegen.traces.stale import Noted

CHUNK = 64
"""Files that a process takes at once."""
WORTH_IT = 3000
"""Below so many files another process costs more than it saves."""
_LOOK = 0.1
"""Seconds between two looks at how far the others are."""


class LostProcessError(SitegenError):
    """The system ended one of the processes, as it does when memory runs out."""

    exit_code = 1


class Number(Protocol):
    """A whole number that several processes share."""

    value: int


@dataclass(frozen=True, slots=True)
class Claims:
    """Which chunks are taken. Odd lanes begin at the end, so that each meets pages that share what is made once."""

    front: Number
    back: Number
    lock: AbstractContextManager[bool]

    def take(self, lane: int) -> int | None:
        """The next chunk for a lane; None when all are taken."""
        with self.lock:
            if self.front.value > self.back.value:
                return None
            if lane % 2:
                self.back.value -= 1
                return self.back.value + 1
            self.front.value += 1
            return self.front.value - 1

    def stop(self) -> None:
        """Leave nothing to take."""
        with self.lock:
            self.front.value = self.back.value + 1


@dataclass(frozen=True, slots=True)
class Task:
    """What the processes inherit: files in chunks, how to make them, where to stage them, whose children they are."""

    chunks: Sequence[Sequence[Artifact]]
    renderer: Renderer
    stage: Stage
    claims: Claims
    parent: int


Filled = tuple[Mapping[str, Record], Mapping[str, str], Noted]
_inherited: dict[str, Task] = {}
"""The task of the build on its way: what is forked from here finds it without a copy."""


def fill(
    artifacts: Sequence[Artifact],
    kinds: Mapping[str, PageKind],
    renderer: Renderer,
    stage: Stage,
    noted: Noted,
    *,
    jobs: int,
    announce: Announce,
) -> None:
    """Make and stage every file. jobs: processes at most; one where the system cannot fork, or it would not pay.

    noted: takes in what each file read of the site.
    """
    jobs = min(jobs, len(artifacts) // WORTH_IT + 1)
    ordered = sorted(artifacts, key=lambda artifact: kinds[artifact.kind].lane)
    chunks = [ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK)]
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        for number, chunk in enumerate(chunks):
            announce("render", number * CHUNK, len(artifacts))
            _stage_all(chunk, renderer, stage, noted)
        return
    context = multiprocessing.get_context("fork")
    claims = Claims(context.RawValue("l", 0), context.RawValue("l", len(chunks) - 1), context.Lock())
    task = Task(chunks, renderer, stage, claims, os.getpid())
    with _handed_down(task), ProcessPoolExecutor(jobs, context, _begin) as executor:
        _share_out(executor, jobs, claims, stage, noted, announce, len(artifacts))


@contextmanager
def _handed_down(task: Task) -> Iterator[None]:
    """Let processes that are forked meanwhile inherit the task, and none of them copy memory for the collector."""
    _inherited["task"] = task
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        _inherited.clear()


def _share_out(
    executor: Executor, jobs: int, claims: Claims, stage: Stage, noted: Noted, announce: Announce, total: int
) -> None:
    """Give every process a lane, and take in what they staged.

    Raises what the first of them raised, LostProcessError when one was ended from outside.
    """
    futures = [executor.submit(_lane, lane) for lane in range(jobs)]
    try:
        pending: set[Future[Filled]] = set(futures)
        while pending:
            done, pending = wait(pending, _LOOK, FIRST_EXCEPTION)
            announce("render", max(0, total - CHUNK * (claims.back.value - claims.front.value + 1)), total)
            for future in done:
                records, changed, seen = future.result()
                stage.take(records, changed)
                noted.take(seen)
    except BrokenProcessPool:
        raise LostProcessError(
            "a process of the build ended before its work was done", "Build with --jobs 1."
        ) from None
    finally:
        claims.stop()


def _begin() -> None:
    """Leave it to the parent to say that somebody interrupted; end at once when told to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _lane(lane: int) -> Filled:
    """What one process stages until nothing is left to take."""
    task = _inherited["task"]
    stage = replace(task.stage, lane=f"{lane}-", records={}, changed={}, discarded=[])
    noted = Noted()
    while (number := task.claims.take(lane)) is not None:
        if os.getppid() != task.parent:
            os._exit(1)
        _stage_all(task.chunks[number], task.renderer, stage, noted)
    return stage.records, stage.changed, noted


def _stage_all(artifacts: Sequence[Artifact], renderer: Renderer, stage: Stage, noted: Noted) -> None:
    """Make and stage files one after the other."""
    for artifact in artifacts:
        made, seen = renderer.note(artifact)
        stage.add(artifact.path, made)
        noted.add(artifact.path, seen)

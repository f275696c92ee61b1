"""The files of a site made and staged: by this process, or by a crew, such as processes that are forked from it."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sitegen.disk.manifest import Record
from sitegen.disk.staging import Stage
from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError
from sitegen.progress import Announce
from sitegen.render import Renderer
from sitegen.traces.stale import Noted, Parcel

T = TypeVar("T")

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
    """Files of one language to make and to stage; neighbours share what is made once. language: "" in a site of one."""

    artifacts: Sequence[Artifact]
    renderer: Renderer
    stage: Stage
    language: str = ""


Filled = tuple[Mapping[str, Record], Mapping[str, str], Parcel]
"""What part of a task came to: records of its files, where those that differ wait, and what each read of the site."""


class Crew(Protocol):
    """Those who share a task out among themselves."""

    def __call__(self, task: Task, tell: Callable[[int], None]) -> Iterator[Filled]:
        """Make and stage all files of a task; what came of each part, as soon as that is done.

        tell: is called with how many files are done. Raises what the first of them raised, LostProcessError when one
        was ended from outside.
        """


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the processes inherit: a task in chunks, which of them are taken, whose children they are."""

    task: Task
    chunks: Sequence[Sequence[Artifact]]
    claims: Claims
    parent: int


_inherited: dict[str, _Shared] = {}
"""The task of the build on its way: what is forked from here finds it without a copy."""


def fill(
    artifacts: Sequence[Artifact],
    kinds: Mapping[str, PageKind],
    renderer: Renderer,
    stage: Stage,
    noted: Noted,
    *,
    crew: Crew | None,
    announce: Announce,
    language: str = "",
) -> None:
    """Make and stage every file. crew: who may do it; this process alone where there is none, or it would not pay.

    noted: takes in what each file read of the site. language: of the pages, in a site of several.
    """
    ordered = sorted(artifacts, key=lambda artifact: kinds[artifact.kind].lane)
    if crew is None or len(ordered) < WORTH_IT:
        for at in range(0, len(ordered), CHUNK):
            announce("render", at, len(ordered))
            stage_all(ordered[at : at + CHUNK], renderer, stage, noted)
        return
    task = Task(ordered, renderer, stage, language)
    paths = {artifact.path: artifact.path for artifact in ordered}
    for records, changed, seen in crew(task, lambda done: announce("render", done, len(ordered))):
        # What came from elsewhere brings texts of its own for paths that are known here.
        stage.take(_by(paths, records), _by(paths, changed))
        noted.take(replace(seen, pages=_by(paths, seen.pages)))


def _by(paths: Mapping[str, str], told: Mapping[str, T]) -> dict[str, T]:
    """The same with other texts for the same paths."""
    return {paths[path]: each for path, each in told.items()}


def forked(jobs: int) -> Crew | None:
    """So many processes at most, forked from this one; None for one, and where the system cannot fork."""
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return None

    def work(task: Task, tell: Callable[[int], None]) -> Iterator[Filled]:
        number, total = min(jobs, len(task.artifacts) // WORTH_IT + 1), len(task.artifacts)
        chunks = [task.artifacts[at : at + CHUNK] for at in range(0, total, CHUNK)]
        context = multiprocessing.get_context("fork")
        claims = Claims(context.RawValue("l", 0), context.RawValue("l", len(chunks) - 1), context.Lock())
        shared = _Shared(task, chunks, claims, os.getpid())
        with _handed_down(shared), ProcessPoolExecutor(number - 1, context, _begin) as executor:
            others = {executor.submit(_lane, lane) for lane in range(1, number)}

            def look() -> None:
                tell(max(0, total - CHUNK * (claims.back.value - claims.front.value + 1)))
                if any(each.done() and each.exception() for each in others):
                    claims.stop()

            try:
                # What this process makes itself, nobody has to hand over.
                stage, noted = _part(shared, 0, look)
                yield stage.records, stage.changed, noted.parcel(len(noted.numbers))
                yield from gathered(others, look)
            except BrokenProcessPool:
                raise LostProcessError(
                    "a process of the build ended before its work was done", "Build with --jobs 1."
                ) from None
            finally:
                claims.stop()

    return work


def gathered(pending: set[Future[Filled]], look: Callable[[], None]) -> Iterator[Filled]:
    """What others staged, as soon as they have. look: is called all the while. Raises what the first of them raised."""
    while pending:
        done, pending = wait(pending, _LOOK, FIRST_EXCEPTION)
        look()
        for future in done:
            yield future.result()


@contextmanager
def _handed_down(shared: _Shared) -> Iterator[None]:
    """Let processes that are forked meanwhile inherit the task, and none of them copy memory for the collector."""
    _inherited["task"] = shared
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        _inherited.clear()


def _begin() -> None:
    """Leave it to the parent to say that somebody interrupted; end at once when told to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _lane(lane: int) -> Filled:
    """What a process that was forked stages, as its parent takes it in."""
    shared = _inherited["task"]

    def look() -> None:
        if os.getppid() != shared.parent:
            os._exit(1)

    known = len(shared.task.renderer.numbers)
    stage, noted = _part(shared, lane, look)
    return stage.records, stage.changed, noted.parcel(known)


def _part(shared: _Shared, lane: int, look: Callable[[], None]) -> tuple[Stage, Noted]:
    """What one process stages until nothing is left to take, with a look around before each chunk."""
    task = shared.task
    stage, noted = task.stage.beside(f"{task.language}{lane}-"), Noted(task.renderer.numbers)
    while (number := shared.claims.take(lane)) is not None:
        look()
        stage_all(shared.chunks[number], task.renderer, stage, noted)
    return stage, noted


def stage_all(artifacts: Sequence[Artifact], renderer: Renderer, stage: Stage, noted: Noted) -> None:
    """Make and stage files one after the other."""
    for artifact in artifacts:
        made, seen = renderer.note(artifact)
        stage.add(artifact.path, made)
        noted.add(artifact.path, seen)
    noted.learn(renderer.answered())

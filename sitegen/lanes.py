"""The files of a site made and staged: by this process, or by a crew, such as processes that are forked from it."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sitegen.beside import can_fork
from sitegen.disk.record import Record
from sitegen.disk.staging import Stage
from sitegen.memory import give_back_large_blocks
from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError
from sitegen.progress import Announce
from sitegen.render import Renderer
from sitegen.traces.noted import Noted, Parcel

T = TypeVar("T")

CHUNK = 64
"""Files that a process takes at once."""
PIECE = 100
"""Chunks that a process makes before it hands over what it noted, so that it never holds much of that."""
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


@dataclass(frozen=True, slots=True)
class Staged:
    """What became of some files, in their order.

    records: of each. places: where those that differ wait, None for the others. seen: what each read of the site.
    """

    records: Sequence[Record]
    places: Sequence[str | None]
    seen: Parcel

    @classmethod
    def of(cls, stage: Stage, seen: Parcel) -> "Staged":
        """The files that were staged on a stage of their own."""
        return cls(list(stage.records.values()), [stage.changed.get(path) for path in stage.records], seen)


Filled = tuple[Sequence[Artifact], Staged]
"""Some files of a task, and what became of them."""


class Crew(Protocol):
    """Those who share a task out among themselves."""

    def __call__(self, task: Task, tell: Callable[[int], None]) -> Iterator[Filled]:
        """Make and stage all files of a task; what came of each part, as soon as that is done.

        tell: is called with how many files are done. Raises what the first of them raised, LostProcessError when one
        was ended from outside.
        """


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the processes inherit: a task in chunks, which of them are taken, whose children they are.

    known: how many things were read before they were forked. lanes: so many of them have begun.
    """

    task: Task
    chunks: Sequence[Sequence[Artifact]]
    claims: Claims
    parent: int
    known: int
    lanes: Number


_Piece = tuple[Sequence[int], Staged]
"""The numbers of chunks that a process made, and what became of their files."""
_inherited: dict[str, _Shared] = {}
"""The task of the build on its way: what is forked from here finds it without a copy."""
_own: dict[str, int] = {}
"""Of a process that was forked: its lane, and how many of the numbers that it gave it has told of."""


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
    for made, staged in crew(task, lambda done: announce("render", done, len(ordered))):
        paths = [artifact.path for artifact in made]
        stage.take(paths, staged.records, staged.places)
        noted.take(made, staged.seen)


def forked(jobs: int) -> Crew | None:
    """So many processes at most, forked from this one; None for one, and where the system cannot fork."""
    if not can_fork(jobs):
        return None

    def work(task: Task, tell: Callable[[int], None]) -> Iterator[Filled]:
        give_back_large_blocks()
        number, total = min(jobs, len(task.artifacts) // WORTH_IT + 1), len(task.artifacts)
        chunks = [task.artifacts[at : at + CHUNK] for at in range(0, total, CHUNK)]
        context = multiprocessing.get_context("fork")
        claims = Claims(context.RawValue("l", 0), context.RawValue("l", len(chunks) - 1), context.Lock())
        known = len(task.renderer.numbers)
        shared = _Shared(task, chunks, claims, os.getpid(), known, context.RawValue("l", 0))
        with _handed_down(shared), ProcessPoolExecutor(number - 1, context, _begin) as executor:
            others = list[Future[_Piece]]()

            def look() -> None:
                tell(max(0, total - CHUNK * (claims.back.value - claims.front.value + 1)))
                if any(each.done() and each.exception() for each in others):
                    claims.stop()

            try:
                others += [executor.submit(_piece) for _ in range(number - 1 + len(chunks) // PIECE)]
                # What this process makes itself, nobody has to hand over.
                while (made := _part(shared, 0, known, look))[0]:
                    yield _whole(shared, made)
                    # Looked at from the last one on: where a piece is done, so are those that its process made before.
                    done = [each for each in reversed(others) if each.done()]
                    for each in reversed(done):
                        others.remove(each)
                        yield _whole(shared, each.result())
                for each in gathered(others, look):
                    yield _whole(shared, each.result())
            except BrokenProcessPool:
                raise LostProcessError(
                    "a process of the build ended before its work was done", "Build with --jobs 1."
                ) from None
            finally:
                claims.stop()

    return work


def _whole(shared: _Shared, made: _Piece) -> Filled:
    """A piece with the files that it consists of."""
    numbers, staged = made
    return [artifact for number in numbers for artifact in shared.chunks[number]], staged


def gathered(work: Sequence[Future[T]], look: Callable[[], None]) -> Iterator[Future[T]]:
    """What others do, each as soon as it is done, in the order of `work` what is done at once.

    look: is called all the while. Raises what the first raised.
    """
    pending, order = set(work), {future: at for at, future in enumerate(work)}
    while pending:
        done, pending = wait(pending, _LOOK, FIRST_EXCEPTION)
        look()
        for future in sorted(done, key=order.__getitem__):
            future.result()
            yield future


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
    """Leave it to the parent to say that somebody interrupted; end at once when told to; find the own lane."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    shared = _inherited["task"]
    with shared.claims.lock:
        shared.lanes.value += 1
        _own.update(lane=shared.lanes.value, sent=shared.known)


def _piece() -> _Piece:
    """What a process that was forked stages at once, as its parent takes it in."""
    shared, sent = _inherited["task"], _own["sent"]

    def look() -> None:
        if os.getppid() != shared.parent:
            os._exit(1)

    made = _part(shared, _own["lane"], sent, look)
    _own["sent"] = len(shared.task.renderer.numbers)
    return made


def _part(shared: _Shared, lane: int, sent: int, look: Callable[[], None]) -> _Piece:
    """What one process stages at once, with a look around before each chunk; no chunks when nothing is left to take.

    sent: so many of the numbers that it gave it has told of.
    """
    task, numbers = shared.task, list[int]()
    renderer = task.renderer
    noted = Noted(renderer.numbers)
    stage: Stage | None = None
    while len(numbers) < PIECE and (number := shared.claims.take(lane)) is not None:
        look()
        stage = stage or task.stage.beside(f"{task.language}{lane}.{number}-")
        stage_all(shared.chunks[number], renderer, stage, noted)
        numbers.append(number)
    seen = noted.parcel(str(lane), shared.known, sent) if lane else noted.ours()
    return numbers, Staged.of(stage, seen) if stage else Staged((), (), seen)


def stage_all(artifacts: Sequence[Artifact], renderer: Renderer, stage: Stage, noted: Noted) -> None:
    """Make and stage files one after the other."""
    for artifact in artifacts:
        made, seen = renderer.note(artifact)
        stage.add(artifact.path, made)
        noted.add(artifact, seen)
    noted.learn(renderer.answered())

"""The preview's workshop: shows an edit as soon as it can be told, and builds it."""

import gc
import threading
import time
import traceback
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tornado.ioloop import IOLoop

from sitegen import report
from sitegen.build import BuildOptions, build
from sitegen.disk.output_guard import output_folder
from sitegen.making import Planned, prepared
from sitegen.outcome import BuildResult
from sitegen.preview.early import Early
from sitegen.preview.handlers import Live
from sitegen.preview.history import History
from sitegen.preview.last import Last
from sitegen.preview.watching import Snapshot, glances, snapshot
from sitegen.problems import Problem, SitegenError

WATCHED = ("content", "templates")
SHOWN = 20
"""A page shows at most so many problems."""
PAUSE = 0.7
"""Seconds that a build lets pass after an edit that pages show already: who types goes before it."""
PATIENCE = 5.0
"""Seconds after which it waits no longer, whatever is edited."""
NAMED = 5000
"""Open pages are told the names of at most so many changed files; of more, that all may have changed."""


@dataclass(slots=True)
class Workshop:
    """Builds when something changed, one build at a time, and remembers how the last one went.

    An edit of a few entries shows before it is built. early: what makes it.
    error: why the last build failed, "" when it did not. lines: the gravest problems of the last good build.
    """

    root: Path
    options: BuildOptions
    mount: str = ""
    base_path: str = "/"
    error: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    history: History = field(default_factory=History)
    early: Early = field(init=False)
    _seen: Snapshot = field(default_factory=dict)
    _shown: Snapshot = field(default_factory=dict)
    _busy: bool = False
    _waits: object = None
    _since: float = 0.0
    _told: frozenset[Problem] = frozenset()

    def __post_init__(self) -> None:
        self.early = Early(output_folder(self.root, self.options.output), self._note)

    def start(self) -> None:
        """The first build."""
        self._seen = self._shown = self._look()
        self._finish(*self._build(lambda _: None))

    def glance(self) -> None:
        """Show what changed, and begin a build of it; one that is under way is let finish."""
        now = self._look()
        if now != self._shown:
            self._shown, mark = now, self.history.mark
            is_early = self.early.look(now, Live.pages())
            self._tell(mark)
            self._put_off(PAUSE if is_early else 0.0)
        elif now != self._seen and not self._waits:
            self._put_off(PAUSE if self.early.is_shown else 0.0)

    def _put_off(self, seconds: float) -> None:
        """Begin the next build in so many seconds, and not the one that was to begin before."""
        loop = IOLoop.current()
        if self._waits:
            loop.remove_timeout(self._waits)
        else:
            self._since = loop.time()
        self._waits = loop.call_at(min(loop.time() + seconds, self._since + PATIENCE), self._begin)

    def _begin(self) -> None:
        """Begin a build if something changed since the last one began."""
        self._waits = None
        if not self._busy and (now := self._look()) != self._seen:
            self._seen, self._busy = now, True
            loop = IOLoop.current()
            threading.Thread(target=lambda: self._in_background(loop), daemon=True).start()

    def watch(self, loop: IOLoop) -> None:
        """Glance whenever something may have changed; never returns."""
        if not self.early.is_ready:
            threading.Thread(target=lambda: self._prepare(loop), daemon=True).start()
        for _ in glances([self.root / folder for folder in WATCHED], threading.Event()):
            loop.add_callback(self.glance)

    def status(self, since: str) -> Mapping[str, object]:
        """What an open page of the build named `since` is told: the files that changed, None for any, and problems."""
        changed = self.history.since(since)
        return {
            "mark": self.history.mark,
            "base": self.base_path,
            "changed": None if changed is None or len(changed) > NAMED else sorted(changed),
            "error": self.error,
            "title": self.title,
            "problems": list(self.lines),
        }

    def _look(self) -> Snapshot:
        """The watched files as they are now."""
        return snapshot(self.root / folder for folder in WATCHED)

    def _in_background(self, loop: IOLoop) -> None:
        """Build beside the server, so that it goes on answering."""
        outcome, last = self._build(lambda last: loop.add_callback(self._plan, last))
        loop.add_callback(self._done, outcome, last)

    def _plan(self, last: Last) -> None:
        """Show what a build is about to make."""
        mark = self.history.mark
        self.early.plan(last, self._shown, Live.pages())
        self._tell(mark)

    def _tell(self, mark: str) -> None:
        """Tell the open pages what changed since the history had this mark, if anything did."""
        if self.history.mark != mark:
            Live.tell(self.status(mark))

    def _done(self, outcome: BuildResult | Exception, last: Last | None) -> None:
        """Tell how a build went, and see whether there is more to do."""
        self._finish(outcome, last)
        self._busy = False
        self.glance()

    def _build(self, tell: Callable[[Last], object]) -> tuple[BuildResult | Exception, Last | None]:
        """Build; what went wrong is an outcome too, so that the server and the last good site stay.

        Beside the outcome what was made, None where nothing was. tell: is told that before it is made.
        """
        seen, found = self._seen, list[Last]()

        def keep(planned: Planned) -> None:
            if last := self._kept(planned, seen):
                found.append(last)
                tell(last)

        gc.disable()
        try:
            return build(self.root, self.options, clock=time.perf_counter, keep=keep), found.pop() if found else None
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one build must not end the preview
            return error, None
        finally:
            _tidy()

    def _kept(self, planned: Planned, seen: Snapshot) -> Last | None:
        """What is kept of a build for the edits that follow; None where that fails, and they wait for theirs."""
        try:
            last = Last.of(planned, seen, self.root)
            self.early.prepare(last)
        except Exception:  # noqa: BLE001 -- what is wrong the build tells
            return None
        return last

    def _prepare(self, loop: IOLoop) -> None:
        """Read the site where the first build had nothing to do, for the edits that follow."""
        seen = self._look()
        gc.disable()
        try:
            if last := self._kept(prepared(self.root, self.options), seen):
                loop.add_callback(self._take, last)
        except Exception:  # noqa: BLE001 -- what is wrong the next build tells
            return
        finally:
            _tidy()

    def _take(self, last: Last) -> None:
        """Take what was read, where it is what stands in the output folder."""
        if last.snapshot == self._seen:
            self.early.take(last)

    def _note(self, paths: Collection[str]) -> None:
        """Remember that files changed."""
        if paths:
            self.history.add(paths)

    def _finish(self, outcome: BuildResult | Exception, last: Last | None) -> None:
        """Tell the terminal and the open pages how it went."""
        before = self.history.mark
        written = outcome.files.paths if isinstance(outcome, BuildResult) else ()
        self._shown = self._look()
        self.early.settle(last, self._shown, written, Live.pages(), failed=not isinstance(outcome, BuildResult))
        if isinstance(outcome, BuildResult):
            self._succeed(outcome)
        elif isinstance(outcome, SitegenError):
            self.error = report.safe(report.with_hint(str(outcome), outcome.hint))
            report.say(f"error: {self.error}")
        else:
            self.error = report.safe(f"sitegen failed: {outcome!r}")
            report.say("".join(traceback.format_exception(outcome)))
        Live.tell(self.status(before))

    def _succeed(self, result: BuildResult) -> None:
        """Remember how a build went; the terminal gets the problems that were not there before."""
        self.error = ""
        self.base_path = self.mount or result.base_path
        self.title = report.tally(result.problems) or "Remarks"
        self.lines = tuple(
            line for problem in report.worst(result.problems, SHOWN) for line in report.problem_lines(problem)
        )
        report.print_problems([problem for problem in result.problems if problem not in self._told], SHOWN)
        self._told = frozenset(result.problems)
        report.say(report.summary(result))


def _tidy() -> None:
    """Look for cycles once in what a build leaves, and never again in what stays, which is large."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.enable()

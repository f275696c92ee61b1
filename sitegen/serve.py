"""`sitegen serve`: build, serve, watch, rebuild, reload."""

import errno
import logging
import re
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from socket import socket
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application

from sitegen import report
from sitegen.build import BuildOptions, build
from sitegen.disk.output_guard import output_folder
from sitegen.outcome import BuildResult
from sitegen.preview.handlers import SCRIPT, SOCKET, Doors, Elsewhere, Files, Injector, Live, Missing, Script
from sitegen.preview.history import History
from sitegen.preview.watching import Snapshot, glances, snapshot
from sitegen.problems import Problem, SitegenError, excerpt
from sitegen.read import content_folder

WATCHED = ("content", "templates")
SHOWN = 20
"""A page shows at most so many problems."""
NAMED = 5000
"""Open pages are told the names of at most so many changed files; of more, that all may have changed."""


class PortTakenError(SitegenError):
    """Another program listens where the preview was to."""

    exit_code = 1


def serve(
    root: Path,
    options: BuildOptions,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_path: str = "",
    opens: bool = False,
) -> None:
    """Serve the site in the folder `root` until interrupted.

    base_path: where alone the site is served, "/repo/"; "" serves it at the root and below its own base path.
    Raises SitegenError for a wrong folder, PortTakenError.
    """
    content_folder(root)
    output = output_folder(root, options.output)
    mount, sockets = _mount(base_path), _bind(host, port)
    workshop = Workshop(root, options)
    workshop.start()
    server = PreviewServer(workshop, output, sockets, Doors(port, host), mount=mount)
    server.serve(port=port, host=host, open_url_delay=0 if opens else None)


def _mount(base_path: str) -> str:
    """A base path between slashes, "" for none. Raises SitegenError."""
    path = base_path.strip("/")
    if not re.fullmatch(r"[A-Za-z0-9._~/-]*", path) or ".." in path:
        raise SitegenError(f"the base path {excerpt(base_path)!r} is not one", "Give one like /papers/.")
    return f"/{path}/" if path else ""


def _bind(host: str, port: int) -> list[socket]:
    """Sockets of the port, taken before anything is built."""
    try:
        return bind_sockets(port, address=host)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(f"port {port} is taken", f"Try --port {port + 1}.") from None
        raise PortTakenError(
            f"cannot listen on {excerpt(host)}, port {port}: {error.strerror}", "Try another --port or --host."
        ) from None


@dataclass(slots=True)
class Workshop:
    """Builds when something changed, one build at a time, and remembers how the last one went.

    error: why the last build failed, "" when it did not. lines: the gravest problems of the last good build.
    """

    root: Path
    options: BuildOptions
    base_path: str = "/"
    error: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    history: History = field(default_factory=History)
    _seen: Snapshot = field(default_factory=dict)
    _busy: bool = False
    _told: frozenset[Problem] = frozenset()

    def start(self) -> None:
        """The first build."""
        self._seen = self._look()
        self._finish(self._build())

    def glance(self) -> None:
        """Begin a build if something changed since the last one began; one that is under way is let finish."""
        if not self._busy and (now := self._look()) != self._seen:
            self._seen, self._busy = now, True
            loop = IOLoop.current()
            threading.Thread(target=lambda: self._in_background(loop), daemon=True).start()

    def watch(self, loop: IOLoop) -> None:
        """Glance whenever something may have changed; never returns."""
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
        outcome = self._build()
        loop.add_callback(self._done, outcome)

    def _done(self, outcome: BuildResult | Exception) -> None:
        """Tell how a build went, and see whether there is more to do."""
        self._finish(outcome)
        self._busy = False
        self.glance()

    def _build(self) -> BuildResult | SitegenError | Exception:
        """Build; what went wrong is an outcome too, so that the server and the last good site stay."""
        try:
            return build(self.root, self.options, clock=time.perf_counter)
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one build must not end the preview
            return error

    def _finish(self, outcome: BuildResult | Exception) -> None:
        """Tell the terminal and the open pages how it went."""
        before = self.history.mark
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
        self.error, self.base_path = "", result.base_path
        if result.files.paths:
            self.history.add(result.files.paths)
        self.title = report.tally(result.problems) or "Remarks"
        self.lines = tuple(
            line for problem in report.worst(result.problems, SHOWN) for line in report.problem_lines(problem)
        )
        report.print_problems([problem for problem in result.problems if problem not in self._told], SHOWN)
        self._told = frozenset(result.problems)
        report.say(report.summary(result))


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server with its edges closed: sockets of ours, guarded handlers, no control address, quiet logs."""

    def __init__(self, workshop: Workshop, output: Path, sockets: list[socket], doors: Doors, mount: str) -> None:
        super().__init__(watcher=_Watching(workshop))
        self._workshop, self._output, self._sockets, self._doors, self._mount = workshop, output, sockets, doors, mount

    def application(self, port: int, host: str, *_: object, **__: object) -> None:
        """Answer on the sockets that are already bound."""
        LiveReloadHandler.watcher = self.watcher
        base = self._mount or self._workshop.base_path
        files = {"path": str(self._output), "default_filename": "index.html"}
        handlers: list[Any] = [(SOCKET, Live), (re.escape(SCRIPT), Script), (f"{re.escape(base)}(.*)", Files, files)]
        if base != "/":
            handlers += (
                [("/", Elsewhere), (re.escape(base.rstrip("/")), Elsewhere)]
                if self._mount
                else [("/(.*)", Files, files)]
            )
        transforms: list[Any] = [partial(Injector, lambda: self._workshop.history.mark)]
        answers = Application(
            handlers,
            transforms=transforms,
            default_handler_class=Missing,
            log_function=lambda _: None,
            websocket_max_message_size=4096,
            doors=self._doors,
            status=self._workshop.status,
            base_path=base,
        )
        HTTPServer(answers, max_header_size=16_384, max_body_size=4096).add_sockets(self._sockets)
        shown = f"[{host}]" if ":" in host else host
        report.say(f"serving http://{shown}:{port}{base} (Ctrl-C ends it)")
        if self._doors.is_open:
            report.say("warning: other machines can reach this preview")

    def _setup_logging(self) -> None:
        """Say nothing of requests: what they hold comes from strangers. Faults of ours are still shown."""
        for name in ("livereload", "tornado.general", "tornado.access"):
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False


class _Watching(Watcher):  # type: ignore[misc]  # as above
    """In the place of livereload's watcher: the workshop watches, and tells open pages itself when a build is done."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self._tasks["content"] = {}

    def start(self, callback: object) -> bool:  # noqa: ARG002 -- the shape of livereload
        """Begin to watch; True: nobody else has to."""
        threading.Thread(target=self._workshop.watch, args=(IOLoop.current(),), daemon=True).start()
        return True

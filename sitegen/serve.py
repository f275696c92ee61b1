"""`sitegen serve`: build, serve, watch, rebuild, reload."""

import errno
import logging
import re
import sys
import threading
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
from sitegen.build import BuildOptions
from sitegen.disk.output_guard import output_folder
from sitegen.preview.handlers import SCRIPT, SOCKET, Doors, Elsewhere, Files, Injector, Live, Missing, Script
from sitegen.preview.workshop import Workshop
from sitegen.problems import SitegenError, excerpt
from sitegen.read import content_folder

TURN = 0.001
"""Seconds that a build may go on while the server has something to answer."""


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
    sys.setswitchinterval(TURN)
    workshop = Workshop(root, options, mount)
    workshop.start()
    server = PreviewServer(workshop, output, sockets, Doors(port, host))
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


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server with its edges closed: sockets of ours, guarded handlers, no control address, quiet logs."""

    def __init__(self, workshop: Workshop, output: Path, sockets: list[socket], doors: Doors) -> None:
        super().__init__(watcher=_Watching(workshop))
        self._workshop, self._output, self._sockets, self._doors = workshop, output, sockets, doors

    def application(self, port: int, host: str, *_: object, **__: object) -> None:
        """Answer on the sockets that are already bound."""
        LiveReloadHandler.watcher = self.watcher
        mount, base = self._workshop.mount, self._workshop.mount or self._workshop.base_path
        files = {"path": str(self._output), "default_filename": "index.html"}
        handlers: list[Any] = [(SOCKET, Live), (re.escape(SCRIPT), Script), (f"{re.escape(base)}(.*)", Files, files)]
        if base != "/":
            handlers += (
                [("/", Elsewhere), (re.escape(base.rstrip("/")), Elsewhere)] if mount else [("/(.*)", Files, files)]
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
            early=self._workshop.early.page,
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

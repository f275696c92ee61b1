"""What the preview answers, and whom: pages of the output folder, the reload script, the socket; this machine only.

livereload by itself answers every Host and Origin and lets any page trigger a reload; the classes here close that.
"""

import ipaddress
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, StaticFileHandler
from livereload.server import LiveScriptInjector
from tornado import web
from tornado.httputil import HTTPServerRequest

SCRIPT = "/livereload.js"
SOCKET = "/livereload"
MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".txt": "text/plain", ".csv": "text/csv",
    ".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "application/xml",
    ".svg": "image/svg+xml", ".bib": "application/x-bibtex", ".ris": "application/x-research-info-systems",
}  # fmt: skip
"""Types of what sitegen writes, the same on every system; all of it is UTF-8."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Who may come in. port: the server's. host: the address it listens on."""

    port: int
    host: str = "127.0.0.1"

    @property
    def is_open(self) -> bool:
        """Whether other machines can reach the server."""
        return not _is_loopback(self.host)

    def admits(self, host: str) -> bool:
        """Whether a Host header names this server: a foreign name that leads here is somebody's attack (DNS rebinding).

        >>> Doors(8000).admits("localhost:8000"), Doors(8000).admits("evil.example:8000")
        (True, False)
        """
        try:
            parts = urlsplit(f"//{host.lower()}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        plain = parts.netloc == host.lower() and not parts.path and "@" not in host
        return (
            plain
            and port == self.port
            and (_is_loopback(name) or name == self.host or (self.is_open and _is_address(name)))
        )


def _is_loopback(name: str) -> bool:
    """Whether a host is this machine."""
    return name == "localhost" or (_is_address(name) and ipaddress.ip_address(name).is_loopback)


def _is_address(name: str) -> bool:
    """Whether a host is given by its number: no name, so nobody can make it lead elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def page_at(address: str) -> str:
    """The path of the file that an address leads to, both from the site's root.

    >>> page_at("articles/euler1748/"), page_at(""), page_at("search.json")
    ('articles/euler1748/index.html', 'index.html', 'search.json')
    """
    return f"{address}index.html" if not address or address.endswith("/") else address


def _page(text: str) -> str:
    """A page of a few words of ours."""
    return f"<!doctype html><html lang=en><head><title>{text}</title></head><body><p>{text}</p></body></html>"


class Guarded(web.RequestHandler):
    """A handler that lets in only whom it should, and says little to the rest."""

    @property
    def doors(self) -> Doors:
        """The server's doors."""
        found: Doors = self.application.settings["doors"]
        return found

    def set_default_headers(self) -> None:
        """Headers of every answer."""
        self.set_header("Server", "sitegen")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> None:
        """Turn away foreign hosts and paths that no page of ours has; methods but GET and HEAD tornado refuses."""
        path = self.request.path
        if not self.doors.admits(self.request.headers.get("Host", "")):
            raise web.HTTPError(421)
        if len(self.request.uri or "") > 4096:
            raise web.HTTPError(414)
        if "\0" in path or "%00" in path or "\\" in path or "%5c" in path.lower() or path.startswith("//"):
            raise web.HTTPError(404)

    def write_error(self, status_code: int, **_: Any) -> None:
        """A short page that repeats nothing of the request."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(_page(str(status_code)))


class Missing(Guarded):
    """Every address that nothing else answers."""

    def get(self) -> None:
        """Not found."""
        raise web.HTTPError(404)

    head = get


class Elsewhere(Guarded):
    """Leads to the path that the site is served below."""

    def get(self) -> None:
        """A redirect that browsers do not remember."""
        self.redirect(self.application.settings["base_path"])

    head = get


class Script(Guarded):
    """The reload script, a file of its own so that the site's security policy lets it run."""

    def get(self) -> None:
        """The script."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(self._source)

    head = get

    @cached_property
    def _source(self) -> bytes:
        return Path(__file__).with_name("reload.js").read_bytes()


class Files(Guarded, StaticFileHandler):  # type: ignore[misc]  # livereload has no types
    """The output folder as a host serves it: UTF-8, its own 404 page, no hidden files, no links that lead out.

    Before it goes what an edit has made of a page and no build has written yet.
    """

    async def get(self, path: str, include_body: bool = True) -> None:
        """The page or file."""
        early: bytes | None = self.application.settings["early"](page_at(path))
        if early is None:
            await StaticFileHandler.get(self, path, include_body)
        else:
            kind = MEDIA_TYPES.get(Path(page_at(path)).suffix, "application/octet-stream")
            self.set_header("Content-Type", f"{kind}; charset=utf-8")
            self.finish(early)

    def get_content_type(self) -> str:
        """The type by the file's ending."""
        kind = MEDIA_TYPES.get(Path(self.absolute_path).suffix.lower())
        return f"{kind}; charset=utf-8" if kind else str(super().get_content_type())

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """The file to send; 404 for what is hidden. Links that lead out of the folder are refused by tornado."""
        inside = Path(os.path.relpath(absolute_path, root)).parts
        if any(part.startswith(".") for part in inside):
            raise web.HTTPError(404)
        found: str | None = super().validate_absolute_path(root, absolute_path)
        return found

    def compute_etag(self) -> None:
        """No tag: nothing of a preview is to be remembered."""

    def get_modified_time(self) -> None:
        """No time, for the same reason."""

    def redirect(self, url: str, permanent: bool = False, status: int | None = None) -> None:  # noqa: ARG002 -- tornado's signature
        """A folder's address gets its slash; browsers are not to remember that."""
        super().redirect(url, permanent=False)

    def write_error(self, status_code: int, **details: Any) -> None:
        """The site's own page for what is not there, or word that there is no site yet."""
        root = Path(self.root)
        page = root / "404.html"
        if status_code in {403, 404} and page.is_file() and not page.is_symlink():
            self.set_status(404)
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        elif status_code == 404 and not (root / "index.html").is_file():
            self.set_status(503)
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(_page("No site yet"))
        else:
            super().write_error(status_code, **details)


class Live(Guarded, LiveReloadHandler):  # type: ignore[misc]  # as above
    """The socket over which open pages of this server hear of a new build; what they say is not listened to.

    page: the path of the page's file, as its address says; whether there is such a file is for others to see.
    """

    page = ""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket is one of ours."""
        scheme, _, host = origin.partition("://")
        return scheme == "http" and self.doors.admits(host)

    def open(self, *_: str, **__: str) -> None:
        """A page is there, made by the build that its address names: tell it what changed since, and how it went."""
        LiveReloadHandler.waiters.add(self)
        path, base = self.get_query_argument("page", "")[:4096], self.application.settings["base_path"]
        self.page = page_at(path.removeprefix(base) if path.startswith(base) else path.removeprefix("/"))
        self.application.settings["early"](self.page)
        mark = self.get_query_argument("since", "")[:100]
        self.write_message(json.dumps(self.application.settings["status"](mark)))

    def on_message(self, message: str | bytes) -> None:
        """Pages have nothing to say."""

    @classmethod
    def pages(cls) -> frozenset[str]:
        """The paths of the files of all open pages, as their addresses say."""
        return frozenset(waiter.page for waiter in LiveReloadHandler.waiters)

    @classmethod
    def tell(cls, message: Mapping[str, object]) -> None:
        """Send a message to every open page."""
        for waiter in tuple(LiveReloadHandler.waiters):
            waiter.send_message(dict(message))


class Injector(LiveScriptInjector):  # type: ignore[misc]  # as above
    """Puts the reload script into each page on its way out; the files of the site stay as they are.

    mark: the name of the build that made the page, which the script asks after.
    """

    def __init__(self, mark: Callable[[], str], request: HTTPServerRequest) -> None:
        super().__init__(request)
        self._mark = mark

    @property
    def script(self) -> bytes:
        """The element."""
        return f'<script src="{SCRIPT}?{self._mark()}" defer></script>'.encode()

"""A server on this machine that stands for the hosts of the world, and `sitegen add` with its requests led there."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from sitegen.commands import add as command
from sitegen.fetching.client import Client, Guarded
from sitegen.problems import SitegenError

CSL = "application/vnd.citationstyles.csl+json"
WATSON = {
    "indexed": {"date-parts": [[2024, 1, 1]]},
    "publisher": "Springer Science and Business Media LLC",
    "issue": "4356",
    "DOI": "10.1038/171737a0",
    "type": "journal-article",
    "page": "737-738",
    "title": "Molecular Structure &amp; <i>Nucleic</i> Acids",
    "volume": "171",
    "author": [
        {"given": "J. D.", "family": "WATSON", "affiliation": []},
        {"given": "F. H. C.", "family": "CRICK", "affiliation": [{"name": "Cavendish"}]},
    ],
    "container-title": "Nature",
    "language": "en",
    "issued": {"date-parts": [[1953, 4]]},
    "URL": "https://doi.org/10.1038/171737a0",
    "ISSN": ["0028-0836", "1476-4687"],
    "is-referenced-by-count": 9999,
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Two chains wind round one axis.</jats:p>",
}


@dataclass
class World:
    """Answers by host and path: status, headers, body. asked: what was asked for, with the header Accept."""

    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0

    def says(self, address: str, body: Any, media_type: str = CSL, status: int = 200, **headers: str) -> None:
        """Let an address answer."""
        data = (
            body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        )
        self.answers[address] = (status, {"Content-Type": media_type, **headers}, data)


class ToHere(httpx.BaseTransport):
    """Leads every request to the server on this machine, with the host it was meant for before its path."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        path = f"/{request.url.host}{request.url.raw_path.decode()}"
        sent = httpx.Request(
            request.method, f"http://127.0.0.1:{self._port}{path}", headers={"Accept": request.headers["Accept"]}
        )
        answer = self._inner.handle_request(sent)
        answer.extensions.pop("network_stream", None)
        return answer

    def close(self) -> None:
        self._inner.close()


@pytest.fixture
def world() -> Iterator[World]:
    made = World()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = self.path.lstrip("/")
            made.asked.append((address, self.headers.get("Accept", "")))
            status, headers, body = made.answers.get(address, (404, {"Content-Type": "text/html"}, b"no"))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the shape of the library
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def public(host: str) -> list[str]:
    """Every host has a public address, but those that say otherwise."""
    return ["192.168.1.7"] if host.startswith("inside") else ["93.184.215.14"]


@pytest.fixture
def client(world: World) -> Iterator[Client]:
    made = Client(Guarded(ToHere(world.port), public), lambda: 0.0, "test")
    yield made
    made.close()


@dataclass
class Said:
    code: int
    out: str
    err: str


@dataclass
class Library:
    """A site's folder and `sitegen add` in it."""

    root: Path

    @property
    def bib(self) -> Path:
        return self.root / "content/papers.bib"

    def write(self, text: str) -> bytes:
        self.bib.write_bytes(text.encode())
        return text.encode()

    def add(self, *arguments: str) -> Said:
        """The command; an error is said as the program says it."""
        done = CliRunner().invoke(command.add, ["--site", str(self.root), *arguments])
        if isinstance(done.exception, SitegenError):
            return Said(done.exception.exit_code, done.stdout, f"{done.stderr}{done.exception}\n{done.exception.hint}")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Said(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def library(tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> Library:
    def here() -> Client:
        return Client(Guarded(ToHere(world.port), public), lambda: 0.0, "test")

    monkeypatch.setattr(command, "_client", here)
    (tmp_path / "content").mkdir()
    world.says("doi.org/10.1038/171737a0", WATSON)
    return Library(tmp_path)


Make = Callable[..., Library]

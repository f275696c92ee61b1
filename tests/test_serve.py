"""The preview: builds, serves this machine, rebuilds, keeps the last good site."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import sitegen
from sitegen.build import BuildOptions
from sitegen.preview.workshop import Workshop
from sitegen.problems import SitegenError
from sitegen.serve import PortTakenError, serve

REFS = "@book{euler1748, title = {Introductio}, author = {Euler, Leonhard}, year = 1748}\n"


def site(root: Path) -> Path:
    (root / "content").mkdir()
    (root / "content/refs.bib").write_text(REFS, "utf-8")
    return root


@dataclass
class Preview:
    port: int
    root: Path

    def ask(self, path: str, *, method: str = "GET", host: str = "", upgrade: str = "") -> tuple[int, str, str]:
        """Status, head and body of an answer; of an answer to an upgrade only the head."""
        host = host or f"127.0.0.1:{self.port}"
        more = upgrade or "Connection: close\r\n"
        with socket.create_connection(("127.0.0.1", self.port), 20) as line:
            line.sendall(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode())
            data = b""
            while not (upgrade and b"\r\n\r\n" in data) and (block := line.recv(65536)):
                data += block
        head, _, body = data.decode("utf-8", "replace").partition("\r\n\r\n")
        return int(head.split()[1]), head, body

    def waits_for(self, path: str, words: str, seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if words in self.ask(path)[2]:
                return True
            time.sleep(0.05)
        return False


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(sitegen.__file__).parents[1])}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(root: Path, *options: str) -> tuple[subprocess.Popen[bytes], Preview]:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", "--port", str(port), *options], cwd=root, env=ENVIRONMENT
    )
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    return server, Preview(port, root)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    server, made = started(site(tmp_path_factory.mktemp("preview")))
    yield made
    server.terminate()
    server.wait(20)


def test_a_page_is_served_as_utf_8_with_the_reload_script_that_its_file_does_not_have(preview: Preview) -> None:
    status, head, body = preview.ask("/")
    assert status == 200
    assert "text/html; charset=utf-8" in head
    assert re.search(r'<script src="/livereload\.js\?[0-9a-f]+-[0-9]+" defer></script></head>', body)
    assert "livereload" not in (preview.root / "output/index.html").read_text("utf-8")


def test_the_reload_script_is_a_file_of_its_own(preview: Preview) -> None:
    status, head, body = preview.ask("/livereload.js")
    assert (status, "text/javascript; charset=utf-8" in head) == (200, True)
    assert "WebSocket" in body


def test_what_is_missing_gets_the_sites_own_page(preview: Preview) -> None:
    status, _, body = preview.ask("/no/such/page")
    page = (preview.root / "output/404.html").read_text("utf-8")
    assert status == 404
    assert re.sub(r'<script src="/livereload\.js[^>]*></script>', "", body) == page


def test_a_folder_gets_its_slash_by_a_redirect_that_is_not_remembered(preview: Preview) -> None:
    status, head, _ = preview.ask("/articles/euler1748")
    assert (status, "Location: /articles/euler1748/" in head) == (302, True)


@pytest.mark.parametrize(
    "path",
    ["/../content/refs.bib", "/..%2fcontent/refs.bib", "/%00", "//evil.example/..", "/\\evil.example", "/.nojekyll"],
)
def test_nothing_outside_and_nothing_hidden_is_served(preview: Preview, path: str) -> None:
    assert preview.ask(path)[0] in {400, 403, 404}


def test_a_link_in_the_output_folder_does_not_lead_out(preview: Preview) -> None:
    link = preview.root / "output/link.txt"
    link.symlink_to("../content/refs.bib")
    try:
        assert preview.ask("/link.txt")[0] == 404
    finally:
        link.unlink()


def test_foreign_names_methods_and_controls_are_turned_away(preview: Preview) -> None:
    assert preview.ask("/", host="evil.example")[0] == 421
    assert preview.ask("/", method="POST")[0] == 405
    assert preview.ask("/" + "a" * 5000)[0] == 414
    assert preview.ask("/forcereload")[0] == 404


def upgrade(preview: Preview, origin: str = "") -> str:
    return (
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Version: 13\r\nOrigin: http://{origin or f'localhost:{preview.port}'}\r\n"
    )


def test_the_socket_is_for_pages_of_this_server(preview: Preview) -> None:
    assert preview.ask("/livereload", upgrade=upgrade(preview))[0] == 101
    assert preview.ask("/livereload", upgrade=upgrade(preview, "evil.example"))[0] == 403


def test_an_edit_shows_and_a_mistake_leaves_the_last_good_site(preview: Preview) -> None:
    refs, config = preview.root / "content/refs.bib", preview.root / "content/site.toml"
    refs.write_text(REFS.replace("Introductio", "Institutiones"), "utf-8")
    assert preview.waits_for("/", "Institutiones")
    config.write_text("title = \n", "utf-8")
    time.sleep(0.5)
    assert preview.ask("/")[0] == 200
    config.write_text('title = "Works of Euler"\n', "utf-8")
    assert preview.waits_for("/", "Works of Euler")


def test_a_taken_port_is_one_line_with_the_way_out(preview: Preview) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "sitegen", "serve", "--port", str(preview.port)],
        cwd=preview.root, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"error: port {preview.port} is taken\n    Try --port {preview.port + 1}.\n"


def test_below_a_base_path_the_site_is_served_there_alone(tmp_path: Path) -> None:
    server, preview = started(site(tmp_path), "--base-path", "repo")
    try:
        assert preview.ask("/repo/")[0] == 200
        assert preview.ask("/index.html")[0] == 404
        status, head, _ = preview.ask("/")
        assert (status, "Location: /repo/" in head) == (302, True)
    finally:
        server.terminate()
        assert server.wait(20) == 143


def test_a_site_with_an_address_is_served_below_its_path_too(tmp_path: Path) -> None:
    (site(tmp_path) / "content/site.toml").write_text('url = "https://ada.github.io/papers/"\n', "utf-8")
    server, preview = started(tmp_path)
    try:
        assert preview.ask("/papers/")[0] == 200
        assert preview.ask("/")[0] == 200
    finally:
        server.terminate()
        server.wait(20)


def test_pages_are_told_why_a_build_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site(tmp_path) / "content/site.toml").write_text('titel = "\x1b"\n', "utf-8")
    workshop = Workshop(tmp_path, BuildOptions())
    workshop.start()
    assert str(workshop.status("")["error"]).startswith("content/site.toml: ")
    assert "\x1b" not in capsys.readouterr().err
    (tmp_path / "content/site.toml").unlink()
    workshop.start()
    assert workshop.status("")["error"] == ""


def test_a_fault_of_ours_is_shown_and_does_not_end_the_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("fault")

    monkeypatch.setattr("sitegen.preview.workshop.build", broken)
    workshop = Workshop(site(tmp_path), BuildOptions())
    workshop.start()
    assert "ZeroDivisionError" in str(workshop.status("")["error"])
    assert "Traceback" in capsys.readouterr().err


def test_wrong_use_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(SitegenError, match="no folder content"):
        serve(tmp_path, BuildOptions())
    with pytest.raises(SitegenError, match="base path"):
        serve(site(tmp_path), BuildOptions(), port=free_port(), base_path="/../x")


ENDLESS = """
import sys, time
from concurrent.futures import ThreadPoolExecutor
import sitegen.preview.workshop
from sitegen.cli import main

first = sitegen.preview.workshop.build

def build(*arguments, **named):
    if first not in builds:
        builds.append(first)
        return first(*arguments, **named)
    print("building", flush=True)
    return ThreadPoolExecutor(1).submit(time.sleep, 3600).result()

builds = []
sitegen.preview.workshop.build = build
main()
"""


@contextmanager
def never_building_again(root: Path) -> Iterator[tuple["subprocess.Popen[str]", Preview]]:
    """A preview whose builds after the first one do not end."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, "serve", "--port", str(port)],
        cwd=root, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    assert server.stderr is not None
    try:
        while "serving" not in server.stderr.readline():
            assert server.poll() is None
        yield server, Preview(port, root)
    finally:
        server.kill()
        server.wait(20)
        server.stdout.close()
        server.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_a_build_in_the_background_is_not_waited_for_at_the_end(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    with never_building_again(site(tmp_path)) as (server, _):
        (tmp_path / "content/refs.bib").write_text(REFS.replace("Introductio", "Institutiones"), "utf-8")
        assert server.stdout and server.stderr
        assert server.stdout.readline() == "building\n"
        server.send_signal(sent)
        assert server.wait(60) == code
        assert "Traceback" not in server.stderr.read()


def test_an_edit_shows_before_it_is_built_and_so_does_the_next(tmp_path: Path) -> None:
    with never_building_again(site(tmp_path)) as (server, preview):
        for title in ("Institutiones", "Dioptrica", "Introductio"):
            (tmp_path / "content/refs.bib").write_text(REFS.replace("Introductio", title), "utf-8")
            assert preview.waits_for("/articles/euler1748/", f">{title}<")
        assert server.stdout
        assert server.stdout.readline() == "building\n"
        (tmp_path / "content/refs.bib").write_text(REFS.replace("Introductio", "Algebra"), "utf-8")
        assert preview.waits_for("/articles/euler1748/", "Algebra")
        assert preview.ask("/articles/euler1748/", method="HEAD")[2] == ""
        assert "Introductio" in (tmp_path / "output/articles/euler1748/index.html").read_text("utf-8")


def test_an_open_page_may_name_any_address(preview: Preview) -> None:
    for address in ("%2F", "/..%2f..%2fetc/passwd", "%00", "%ff", "a" * 3000, "//x", "/articles/euler1748/&page=/"):
        assert preview.ask(f"/livereload?since=&page={address}", upgrade=upgrade(preview))[0] == 101
    assert preview.ask("/")[0] == 200


@pytest.mark.filterwarnings("ignore")  # tornado leaves the socket that it could not bind to the collector
def test_a_port_that_cannot_be_had_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(PortTakenError, match="cannot listen"):
        serve(site(tmp_path), BuildOptions(), host="203.0.113.7", port=free_port())

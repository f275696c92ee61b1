"""Questions to a server on this machine: HEAD and GET, redirects, and networks that are nobody's business."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from sitegen.reach import Answer
from sitegen.reach.web import Web, is_public, opened

TODAY = "2026-01-31"


class Pages(BaseHTTPRequestHandler):
    """Paths that answer as their names say; every question is kept."""

    asked: list[tuple[str, str]]

    def _answer(self) -> None:
        self.asked.append((self.command, self.path))
        name = self.path.strip("/").partition("?")[0]
        status, target = {
            "page": (200, ""),
            "gone": (404, ""),
            "only-get": (200 if self.command == "GET" else 405, ""),
            "no-head": (200 if self.command == "GET" else 404, ""),
            "refused": (403, ""),
            "moved": (301, "/page"),
            "for-now": (302, "/page"),
            "loop": (302, "/loop"),
            "inside": (302, "http://10.0.0.1/secret"),
            "metadata": (301, "http://169.254.169.254/latest"),
            "script": (302, "javascript:alert(1)"),
            "file": (302, "ftp://127.0.0.1/x"),
        }.get(name, (500, ""))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 -- the names that http.server calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Pages.asked = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    with opened(TODAY, "1.0", lambda address: address == "127.0.0.1") as made:
        yield made


@pytest.mark.parametrize(
    ("path", "status"),
    [("page", 200), ("gone", 404), ("only-get", 200), ("no-head", 200), ("refused", 403), ("for-now", 200)],
)
def test_the_status_is_that_of_the_page(path: str, status: int, server: str, web: Web) -> None:
    assert web.ask(f"{server}/{path}") == Answer(status, asked=TODAY)


def test_a_page_that_is_there_is_asked_for_once_and_never_read(server: str, web: Web) -> None:
    web.ask(f"{server}/page?x=1#part")
    assert Pages.asked == [("HEAD", "/page?x=1")]


def test_a_page_is_gone_only_when_get_says_so_too(server: str, web: Web) -> None:
    web.ask(f"{server}/gone")
    assert Pages.asked == [("HEAD", "/gone"), ("GET", "/gone")]


def test_a_permanent_redirect_tells_the_new_address(server: str, web: Web) -> None:
    assert web.ask(f"{server}/moved").address == f"{server}/page"


def test_redirects_without_end_are_given_up(server: str, web: Web) -> None:
    answer = web.ask(f"{server}/loop")
    assert (answer.status, answer.failure) == (0, "it leads on more than 5 times")
    assert len(Pages.asked) == 6


@pytest.mark.parametrize("path", ["inside", "metadata"])
def test_a_redirect_into_a_private_network_is_not_followed(path: str, server: str, web: Web) -> None:
    assert web.ask(f"{server}/{path}").private


def test_a_redirect_to_what_is_no_web_address_is_not_followed(server: str, web: Web) -> None:
    assert web.ask(f"{server}/file").failure == "it leads to what is no web address"
    assert web.ask(f"{server}/script").failure == "InvalidURL"


def test_by_default_nothing_on_this_machine_or_in_its_network_is_asked(server: str) -> None:
    with opened(TODAY, "1.0") as web:
        for url in (f"{server}/page", server.replace("127.0.0.1", "localhost") + "/page", "http://[::1]/"):
            assert web.ask(url).private, url
    assert Pages.asked == []


def test_a_host_that_is_none_and_a_server_that_is_not_there_are_failures(web: Web) -> None:
    assert web.ask("http://no-such-host.invalid/").failure == "there is no such host"
    assert web.ask("http://127.0.0.1:9/").failure == "ConnectError"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "x"),
    ],
)
def test_private_addresses_are_told_apart(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)

"""A reader's browser on a built site: pages come from a folder on the disk, with no server and no network."""

import gzip
import mimetypes
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ORIGIN = "https://library.example"


def chromium() -> str:
    """The system's Chromium; "" where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


class Wire:
    """What went over the wire, compressed as hosts compress it."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}

    def total(self) -> int:
        """Bytes since the last time."""
        total = sum(self.files.values())
        self.files.clear()
        return total


@contextmanager
def started() -> Iterator["Browser"]:
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def reader(browser: "Browser", folder: Path, *, scripts: bool = True) -> tuple["Page", Wire, list[str]]:
    """A page in which `folder` stands under `ORIGIN`, the bytes it fetches, and what goes wrong in it."""
    wire, wrong = Wire(), list[str]()
    context = browser.new_context(java_script_enabled=scripts)
    context.route("**/*", lambda route: _answer(route, folder, wire))
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    return page, wire, wrong


def _answer(route: "Route", folder: Path, wire: Wire) -> None:
    """A file of the folder, or 404."""
    path = unquote(urlsplit(route.request.url).path).lstrip("/")
    file = folder / path
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        route.fulfill(status=404, body="")
        return
    data = file.read_bytes()
    wire.files[path] = len(gzip.compress(data, 6))
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(status=200, body=data, headers={"content-type": f"{kind}; charset=utf-8"})


def settled(page: "Page", query: str | None) -> None:
    """Wait until the list shows what was typed; None for an address without a query."""
    page.wait_for_function(
        """q => (new URLSearchParams(location.search).get('q') || null) === (q || null)
          && document.querySelector('#works').ariaBusy === 'false'""",
        arg=query,
    )


def search(page: "Page", query: str) -> list[str]:
    """The ids of the works that the search page shows for a query, best first."""
    page.fill("#filter input[type=search]", query)
    settled(page, query)
    return [str(each) for each in page.eval_on_selector_all("#works .work h3 a", ADDRESSES)]


ADDRESSES = "links => links.map(a => decodeURIComponent(a.getAttribute('href').split('/').at(-2)))"

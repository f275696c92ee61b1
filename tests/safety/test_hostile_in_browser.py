"""In a browser no page of the hostile library runs, asks or sends anything that the site did not mean."""

import mimetypes
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest

from tests.conftest import Built

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
ORIGIN = "https://hostile.example"
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage"]
PAGES_OF_A_BROWSER = 200
WATCH = (
    "window.reports=[];addEventListener('securitypolicyviolation',"
    "e=>window.reports.push(e.violatedDirective+' '+e.blockedURI+' '+e.sample))"
)
TYPED = (
    "<img class=owned src=x onerror=window.owned=1>",
    '"><svg class=owned onload=window.owned=1>',
    "title:<b class=owned>",
)


@pytest.fixture(scope="module")
def launch() -> Iterator[Callable[[], Any]]:
    """Starts a browser; where there is none, the tests are skipped."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as player:
        try:
            player.chromium.launch(executable_path=program, args=OPTIONS).close()
        except playwright.Error as error:
            pytest.skip(f"no Chromium: {error.message.splitlines()[0]}")
        yield partial(player.chromium.launch, executable_path=program, args=OPTIONS)


class Visit:
    """A page that is served from a folder and tells what it tried to do; it shows one address after the other."""

    def __init__(self, browser: Any, output: Path) -> None:
        self.output = output
        self.left: list[str] = []
        self.dialogs: list[str] = []
        self.page = browser.new_page()
        self.page.add_init_script(WATCH)
        self.page.route("**/*", self.answer)
        self.page.on("dialog", self.opened)

    def answer(self, route: Any) -> None:
        url = str(route.request.url)
        if not url.startswith(ORIGIN + "/"):
            self.left.append(url)
            route.abort()
            return
        data = served(self.output, url)
        if data is None:
            route.fulfill(status=404, body="")
        else:
            kind = mimetypes.guess_type(path_of(url))[0] or "application/octet-stream"
            route.fulfill(body=data, content_type=kind)

    def opened(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def problems(self) -> list[str]:
        owned, reports = self.page.evaluate("[typeof window.owned, window.reports]")
        ran = [] if owned == "undefined" else ["script of the content ran"]
        return [*ran, *reports, *self.dialogs, *self.left]


def path_of(url: str) -> str:
    """The path of a file from its address."""
    path = unquote(urlsplit(url).path).lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def served(output: Path, url: str) -> bytes | None:
    """What a host answers; None for a page it does not have, also where no file can have the name."""
    try:
        return (output / path_of(url)).read_bytes()
    except (OSError, ValueError):
        return None


def seen(launch: Callable[[], Any], output: Path, paths: Sequence[str]) -> dict[str, list[str]]:
    """What the pages that did anything did. One browser shows so many pages only that its memory suffices.

    A browser that ends is started again once; a page that ends it twice is told of.
    """
    found: dict[str, list[str]] = {}
    left, again = list(paths), ""
    while left:
        browser = launch()
        try:
            visit = Visit(browser, output)
            for path in left[:PAGES_OF_A_BROWSER]:
                visit.page.goto(f"{ORIGIN}/{quote(path)}", wait_until="load")
                if problems := visit.problems():
                    found[path] = problems
                    visit.left.clear()
                    visit.dialogs.clear()
                left.pop(0)
        except playwright.Error as error:
            if left[0] == again:
                found[left.pop(0)] = [error.message]
            else:
                again = left[0]
        finally:
            browser.close()
    return found


def test_what_no_file_can_be_named_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"home")
    assert served(tmp_path, f"{ORIGIN}/") == b"home"
    for path in ("none", "a" * 3_000, "a%00b", "a/" * 3_000):
        assert served(tmp_path, f"{ORIGIN}/{path}") is None


def test_in_a_browser_nothing_of_the_content_runs_asks_or_leaves(
    launch: Callable[[], Any], hostile: Built, pages: list[Path], request: pytest.FixtureRequest
) -> None:
    output = hostile.folder / "output"
    chosen = pages if request.config.getoption("--every-page") else pages[::25]
    # One that leads on at once is left out; where to, is looked at without a browser.
    staying = [page for page in chosen if b'http-equiv="refresh"' not in page.read_bytes()]
    found = seen(launch, output, [page.relative_to(output).as_posix() for page in staying])
    assert dict(list(found.items())[:10]) == {}


def test_a_page_that_does_something_is_found_among_the_others(launch: Callable[[], Any], tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.html").write_text("<title>quiet</title>", "utf-8")
    (tmp_path / "b.html").write_text("<script>window.owned = 1; alert('b')</script>", "utf-8")
    (tmp_path / "c.html").write_text("<img src=https://elsewhere.example/c.png>", "utf-8")
    assert seen(launch, tmp_path, ["a.html", "b.html", "c.html", "a.html"]) == {
        "b.html": ["script of the content ran", "b"],
        "c.html": ["https://elsewhere.example/c.png"],
    }


def test_a_page_that_ends_the_browser_is_told_of_and_the_rest_is_seen(
    launch: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(visit: Visit, route: Any) -> None:
        if "ends" in route.request.url:
            visit.page.context.browser.close()
        else:
            route.fulfill(body="<script>window.owned = 1</script>", content_type="text/html")

    monkeypatch.setattr(Visit, "answer", answer)
    found = seen(launch, tmp_path, ["ends.html", "after.html"])
    assert sorted(found) == ["after.html", "ends.html"]
    assert found["after.html"] == ["script of the content ran"]


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_into_the_search_or_stands_in_its_address_stays_words(
    launch: Callable[[], Any], hostile: Built, typed: str
) -> None:
    browser = launch()
    visit = Visit(browser, hostile.folder / "output")
    visit.page.goto(f"{ORIGIN}/search/?q={quote(typed)}#{quote(typed)}")
    box = visit.page.locator("main input[type=search], main input[name=q]").first
    for query in (typed, "owned", "script"):
        box.fill(query)
        visit.page.wait_for_timeout(400)
        assert visit.problems() == []
        assert visit.page.locator(".owned, [onerror], [onload]").count() == 0
    browser.close()

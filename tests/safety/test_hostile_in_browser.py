"""In a browser no page of the hostile library runs, asks or sends anything that the site did not mean."""

import mimetypes
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest

from tests.conftest import Built

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
ORIGIN = "https://hostile.example"
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
def context() -> Iterator[Any]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as player:
        try:
            browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except playwright.Error as error:
            pytest.skip(f"no Chromium: {error.message.splitlines()[0]}")
        yield browser.new_context()
        browser.close()


class Visit:
    """A page that is served from a folder and tells what it tried to do."""

    def __init__(self, context: Any, output: Path) -> None:
        self.output = output
        self.left: list[str] = []
        self.dialogs: list[str] = []
        self.page = context.new_page()
        self.page.add_init_script(WATCH)
        self.page.route("**/*", self.answer)
        self.page.on("dialog", self.opened)

    def answer(self, route: Any) -> None:
        url = str(route.request.url)
        if not url.startswith(ORIGIN + "/"):
            self.left.append(url)
            route.abort()
            return
        file = self.output / path_of(url)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            route.fulfill(status=404, body="")

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


def test_in_a_browser_nothing_of_the_content_runs_asks_or_leaves(
    context: Any, hostile: Built, pages: list[Path], request: pytest.FixtureRequest
) -> None:
    output = hostile.folder / "output"
    visit = Visit(context, output)
    found: dict[str, list[str]] = {}
    chosen = pages if request.config.getoption("--every-page") else pages[::25]
    for page in chosen:
        path = page.relative_to(output).as_posix()
        if (
            b'http-equiv="refresh"' in page.read_bytes()
        ):  # it leads on at once; where to, is looked at without a browser
            continue

        visit.page.goto(f"{ORIGIN}/{quote(path)}", wait_until="load")
        if problems := visit.problems():
            found[path] = problems
            visit.left.clear()
            visit.dialogs.clear()
    assert dict(list(found.items())[:10]) == {}


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_into_the_search_or_stands_in_its_address_stays_words(
    context: Any, hostile: Built, typed: str
) -> None:

    visit = Visit(context, hostile.folder / "output")
    visit.page.goto(f"{ORIGIN}/search/?q={quote(typed)}#{quote(typed)}")
    box = visit.page.locator("main input[type=search], main input[name=q]").first
    for query in (typed, "owned", "script"):
        box.fill(query)
        visit.page.wait_for_timeout(400)
        assert visit.problems() == []
        assert visit.page.locator(".owned, [onerror], [onload]").count() == 0

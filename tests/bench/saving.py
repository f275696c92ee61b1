"""From saving a file to the changed text on the screen: `python -m tests.bench.saving [--bib FILE.bib] [10000 ...]`.

Starts `sitegen serve` on a made library of each size, opens one article in Chromium, and changes its title in the
source ten times, half a second after the build of the change before. Prints the seconds from the moment the editor has
closed the file until a frame with the new title is on the screen (minimum, median, maximum), and the seconds that the
builds said they took, which follow. With `--typing` the changes come every half a second, so that nearly all of them
fall into a build. With `--bib` the works come from that file, with `--split` one file holds each thousand of them,
`--keep FOLDER` leaves the site there.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import IO, TYPE_CHECKING

from tests.search.browser import started
from tests.search.made_library import bibtex
from tests.test_serve import ENVIRONMENT, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

TIMES = 10
LONGEST = 300
"""Seconds that a build may take."""
EDITED = "saved-to-screen"
ENTRY = "@book{saved-to-screen, title = {Edition zero}, author = {Doe, Jane}, publisher = {Acta}, year = 2001}\n\n"
TITLE = re.compile(r"Edition [a-z0-9]+(?=\})")
RECORD = re.compile(r"(?m)^(?=@)")
BUILT = re.compile(r"entr\w+, .* in ([0-9.]+) s")
ON_SCREEN = "title => document.querySelector('h1')?.textContent.includes(title)"


@contextmanager
def preview(root: Path) -> "Iterator[tuple[str, Queue[float]]]":
    """The address of a preview of a site, and the seconds of each of its builds as they end."""
    port, builds = free_port(), Queue[float]()
    server = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", "--port", str(port)],
        cwd=root, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stderr is not None
    ready = threading.Event()
    threading.Thread(target=_listen, args=(server.stderr, builds, ready), daemon=True).start()
    try:
        while not ready.wait(1):
            assert server.poll() is None, "the preview ended"
        yield f"http://127.0.0.1:{port}/", builds
    finally:
        server.terminate()
        server.wait(60)


def _listen(lines: IO[str], builds: "Queue[float]", ready: threading.Event) -> None:
    for line in lines:
        if found := BUILT.search(line):
            builds.put(float(found[1]))
        if line.startswith("serving "):
            ready.set()


def waited(page: "Page", source: Path, number: int) -> float:
    """Seconds from one save until its title is on the screen."""
    title = f"Edition {number}"
    source.write_text(TITLE.sub(title, source.read_text("utf-8"), count=1), "utf-8")
    began = time.perf_counter()
    page.wait_for_function(ON_SCREEN, arg=title, polling="raf", timeout=600_000)
    return time.perf_counter() - began


def measured(root: Path, source: Path, *, typing: bool) -> tuple[list[float], list[float]]:
    """Seconds to the screen for each of the edits, and of the builds. typing: whether no build is waited for."""
    with preview(root) as (address, builds), started() as browser:
        cold = builds.get(timeout=10)
        page = browser.new_page()
        page.goto(f"{address}articles/{EDITED}/")
        say(f"    first build {cold:.1f} s")
        screens, built = [], []
        for number in range(1, TIMES + 1):
            time.sleep(0.5)
            screens.append(waited(page, source, number))
            if not typing:
                built.append(builds.get(timeout=LONGEST))
        return screens, built or [builds.get(timeout=LONGEST)]


def laid(root: Path, text: str, *, split: bool) -> Path:
    """The site of a library below `root`, in one file or one for each thousand works; the file with the edited work."""
    content = root / "content"
    content.mkdir(parents=True)
    records = RECORD.split(text)
    size = 1000 if split else len(records)
    for at in range(0, len(records), size):
        (content / f"works{at // size}.bib").write_text("".join(records[at : at + size]), "utf-8")
    middle = content / f"works{len(records) // size // 2}.bib"
    half = RECORD.split(middle.read_text("utf-8"))
    half.insert(len(half) // 2, ENTRY)
    middle.write_text("".join(half), "utf-8")
    return middle


def say(line: str) -> None:
    """One line of the report, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(name: str, seconds: Sequence[float]) -> str:
    """Minimum, median and maximum."""
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    return f"    {name:<14} min {low:.3f}   median {middle:.3f}   max {high:.3f}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000])
    parser.add_argument("--bib", type=Path)
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--typing", action="store_true")
    asked = parser.parse_args()
    texts = [asked.bib.read_text("utf-8")] if asked.bib else [bibtex(size - 1) for size in asked.sizes]
    for text in texts:
        with tempfile.TemporaryDirectory() as folder:
            root = (asked.keep or Path(folder)) / "site"
            source = laid(root, text, split=asked.split)
            number, files = len(RECORD.findall(text)) + 1, len(list(source.parent.iterdir()))
            say(f"{number:,} works in {files} file(s)")
            screens, built = measured(root, source, typing=asked.typing)
        say(told("to the screen", screens))
        say(told("build", built))


if __name__ == "__main__":
    main()

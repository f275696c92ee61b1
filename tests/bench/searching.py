"""What a search costs: `python -m tests.bench.searching [--bib FILE.bib] [--alone] [1000 10000 100000]`.

Prints for each size of a made library: what the first and the dearest next query fetch, compressed; the milliseconds
until their results stand, in Chromium with its processor slowed four times; the size of the index, compressed; and the
seconds of CPU that making it takes. Beside it the same for Pagefind, where it is installed, on one page of the same
words for each work. With `--bib` the works come from that file, with
`--alone` Pagefind is left out.
"""

import gzip
import html
import importlib.util
import mimetypes
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sitegen.search.files import in_one_file, many_files, one_file
from sitegen.site import Links, Site
from sitegen.text.search_words import in_order
from sitegen.views.work import plain_title
from tests.search.browser import started
from tests.search.built import some_pages
from tests.search.made_library import bibtex

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SLOWED = 4
SHOWN = 20


@dataclass(frozen=True)
class Cost:
    """Bytes and milliseconds of the first and of the dearest next query, bytes of the index, seconds to make it."""

    first: int
    next: int
    first_ms: float
    next_ms: float
    index: int
    files: int
    seconds: float


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Callable[[], int]]]:
    """The folder over HTTP as hosts serve it, compressed; and how many bytes of bodies went out since last asked."""
    sent: list[int] = []
    packed: dict[Path, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = folder / unquote(urlsplit(self.path).path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if file not in packed:
                packed[file] = gzip.compress(file.read_bytes(), 6) if file.is_file() else b""
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed[file])))
            self.end_headers()
            self.wfile.write(packed[file])
            if file.suffix not in {".html", ".css", ".svg", ".ico"}:
                sent.append(len(packed[file]))

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def count() -> int:
        total = sum(sent)
        sent.clear()
        return total

    yield f"http://127.0.0.1:{server.server_port}", count
    server.shutdown()


def queries(site: Site) -> tuple[str, ...]:
    """What readers may type: two words of a title, a surname, a whole title, a misspelt word, the commonest words."""
    entries = list(site.library.entries.values())
    entry = next(each for each in entries[len(entries) // 2 :] if len(in_order(plain_title(each))) > 3)
    title = in_order(plain_title(entry))
    longest = max(title, key=len)
    family = entry.authors[0].family
    common = Counter(word for each in entries for word in in_order(plain_title(each))).most_common(3)
    return (
        f"{title[-1]} {title[0]}",
        family,
        plain_title(entry),
        f"author:{family} {title[1]}",
        longest[:2] + longest[3:],
        " ".join(word for word, _number in common),
        common[0][0],
        f"year:{entry.year} {common[0][0]}",
    )


def asked(
    browser: "Browser", url: str, typed: Iterable[str], count: Callable[[], int], ask: Callable[["Page", str], float]
) -> list[tuple[int, float]]:
    """What each query costs on a slow reader's page, in bytes and milliseconds, the first with all it needs."""
    page = browser.new_context().new_page()
    page.goto(url)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.wait_for_timeout(500)
    count()  # the scripts of the page
    costs = []
    for query in typed:
        took = ask(page, query)
        page.wait_for_timeout(300)
        costs.append((count(), took))
    page.close()
    return costs


def ask_sitegen(page: "Page", query: str) -> float:
    """Milliseconds from the last letter to the results."""
    return float(
        page.evaluate(
            """query => new Promise(done => {
              const began = performance.now(), field = document.querySelector('#filter input[type=search]');
              const list = document.querySelector('#works'), watch = () => {
                const there = new URLSearchParams(location.search).get('q') === query && list.ariaBusy === 'false';
                if (there) done(performance.now() - began); else setTimeout(watch, 5);
              };
              field.value = query;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              watch();
            })""",
            query,
        )
    )


def ask_pagefind(page: "Page", query: str) -> float:
    """Milliseconds until as many results as sitegen shows have their data."""
    return float(
        page.evaluate(
            """async ([query, shown]) => {
              const began = performance.now();
              window.pagefind ||= await import('/pagefind/pagefind.js');
              const found = await pagefind.search(query);
              await Promise.all(found.results.slice(0, shown).map(result => result.data()));
              return performance.now() - began;
            }""",
            [query, SHOWN],
        )
    )


def cost(costs: list[tuple[int, float]], sizes: list[int], seconds: float) -> Cost:
    """One row of the table."""
    later = costs[1:]
    return Cost(
        costs[0][0],
        max(size for size, _ms in later),
        costs[0][1],
        max(ms for _size, ms in later),
        sum(sizes),
        len(sizes),
        seconds,
    )


def sitegen_cost(browser: "Browser", site: Site, output: Path) -> Cost:
    """What sitegen's search costs."""
    links = Links({("article", id_): f"articles/{id_}/index.html" for id_ in site.library.entries})
    began = time.process_time()
    made = (one_file if in_one_file(site) else many_files)(site, links)
    seconds = time.process_time() - began
    sizes = [len(gzip.compress(text.encode(), 6)) for text in made.values()]
    with served(output) as (url, count):
        return cost(asked(browser, f"{url}/search/", queries(site), count, ask_sitegen), sizes, seconds)


def pagefind_cost(browser: "Browser", site: Site, folder: Path) -> Cost:
    """What Pagefind costs on pages that hold a work's title, names, venue, year and topics."""
    library = site.library
    for entry in library.entries.values():
        venue = library.venue(entry)
        said = [
            ", ".join(name.to_plain() for name in entry.authors),
            venue.name if venue else "",
            str(entry.year or ""),
            ", ".join(library.topics[topic].name for topic in library.topics_of.get(entry.id, ())),
        ]
        page = folder / "articles" / entry.id / "index.html"
        page.parent.mkdir(parents=True)
        title = html.escape(plain_title(entry))
        page.write_text(
            f"<!doctype html><html lang=en><title>{title}</title><body><h1>{title}</h1>"
            + "".join(f"<p>{html.escape(each)}</p>" for each in said)
        )
    (folder / "index.html").write_text("<!doctype html><html lang=en><title>Search</title>")
    before = _children()
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(folder)], check=True, capture_output=True)
    seconds = _children() - before
    sizes = [len(gzip.compress(each.read_bytes(), 6)) for each in (folder / "pagefind").rglob("*") if each.is_file()]
    with served(folder) as (url, count):
        return cost(asked(browser, url, queries(site), count, ask_pagefind), sizes, seconds)


def _children() -> float:
    """CPU seconds of processes that have ended."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def row(name: str, number: int, cost: Cost) -> str:
    """One line of the table."""
    return (
        f"{name:10} {number:8,} {cost.first / 1000:9.1f} {cost.next / 1000:9.1f} {cost.first_ms:9.0f}"
        f" {cost.next_ms:9.0f} {cost.index / 1e6:9.2f} {cost.files:7,} {cost.seconds:8.2f}"
    )


def main(arguments: list[str]) -> None:
    """Print the table."""
    bib = Path(arguments[arguments.index("--bib") + 1]).read_text("utf-8") if "--bib" in arguments else ""
    sizes = [int(each) for each in arguments if each.isdecimal()] or [1_000, 10_000, 100_000]
    sys.stdout.write("             works  first kB   next kB  first ms   next ms  index MB   files    CPU s\n")
    for number in sizes:
        with tempfile.TemporaryDirectory() as name, started() as browser:
            root = Path(name)
            (root / "content").mkdir()
            (root / "content" / "all.bib").write_text(bib or bibtex(number), "utf-8")
            (root / "content" / "site.toml").write_text("[limits]\nfile_bytes = 1000000000\n")
            site = some_pages(root, root / "output")
            sys.stdout.write(
                row("sitegen", len(site.library.entries), sitegen_cost(browser, site, root / "output")) + "\n"
            )
            shutil.rmtree(root / "output")
            if importlib.util.find_spec("pagefind") and "--alone" not in arguments:
                measured = partial(pagefind_cost, browser, site, root / "pagefind-site")
                sys.stdout.write(row("Pagefind", len(site.library.entries), measured()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])

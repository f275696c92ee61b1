"""sitegen beside Hugo, Pelican and Eleventy: `python -m tests.bench.peers [--eleventy FOLDER] [--folder DIR] [SIZE]`.

Prints a table in Markdown. What each is given, and what it does not do, is in `peer_sites/README.md`.
"""

import argparse
import html
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen import __version__
from tests.bench.bibliography import bibliography

SETUPS = Path(__file__).with_name("peer_sites")
REPOSITORY = Path(__file__).parents[2]
HEAD = ("", "version", "pages", "files", "MB", "wall", "processor", "memory")
Work = Mapping[str, Any]


@dataclass(frozen=True)
class Ran:
    """A program that has run: seconds on the clock and of all processors, megabytes of its largest process."""

    wall: float
    processor: float
    peak: float


def run(command: Sequence[str], folder: Path) -> Ran:
    """Run a program to its end; what it says is shown only where it fails."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1"}
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode:
            log.seek(0)
            raise SystemExit(f"{command}: {log.read().decode(errors='replace')[-2000:]}")
    return Ran(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def given(output: Path) -> Iterator[Work]:
    """What stands on the article pages of sitegen."""
    for path in sorted(output.glob("articles/*/index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        source = _text(page.css_first(".source"))
        yield {
            "key": path.parent.name,
            "title": _text(page.css_first("h1")),
            "heading": _inner(page.css_first("h1")),
            "people": [
                {"name": _text(a), "slug": str(a.attributes["href"]).split("/")[-2]}
                for a in page.css(".byline a[rel=author]")
            ],
            "source": source,
            "year": (re.findall(r"\b(?:19|20)\d\d\b", source) or ["1900"])[-1],
            "abstract": _inner(page.css_first(".abstract .text")),
            "citations": [
                {"style": _text(label), "html": _inner(reference)}
                for label, reference in zip_longest(page.css("#refs .pick"), page.css("#refs .ref"))
            ],
            "bibtex": _raw(page.css_first("#record-bibtex")),
            "meta": [
                {"attribute": attribute, "name": meta.attributes[attribute], "content": meta.attributes["content"]}
                for meta in page.css("head meta")
                for attribute in ("name", "property")
                if attribute in meta.attributes and meta.attributes[attribute] not in {"viewport", "generator"}
            ],
            "jsonld": _raw(page.css_first('script[type="application/ld+json"]')),
        }


def _text(node: LexborNode | None) -> str:
    """The text of an element on one line; "" of none."""
    return " ".join(node.text().split()) if node else ""


def _raw(node: LexborNode | None) -> str:
    """The text of an element as it stands there; "" of none."""
    return node.text() if node else ""


def _inner(node: LexborNode | None) -> str:
    """The HTML in an element; "" of none."""
    return re.sub(r"\A<[^>]*>|</[^>]*>\Z", "", node.html or "") if node else ""


def settle(works: list[Work]) -> list[Work]:
    """The works with one name for each person, another for each: peers take people for their names."""
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for person in (person for work in works for person in work["people"]):
        slug = person["slug"]
        if slug not in names:
            owner = taken.setdefault(person["name"].casefold(), slug)
            names[slug] = person["name"] if owner == slug else f"{person['name']} ({slug})"
    return [
        {**work, "people": [{"name": names[person["slug"]], "slug": person["slug"]} for person in work["people"]]}
        for work in works
    ]


def hugo(folder: Path, works: Sequence[Work], _: str) -> tuple[list[str], str]:
    """Write what Hugo reads; its command and version."""
    program = shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if not program:
        raise LookupError("hugo is not installed")
    (folder / "content/articles").mkdir(parents=True)
    for work in works:
        front = {**work, "authors": [person["name"] for person in work["people"]], "date": f"{work['year']}-01-01"}
        (folder / f"content/articles/{work['key']}.md").write_text(json.dumps(front, ensure_ascii=False), "utf-8")
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    return [program, "--destination", "output", "--logLevel", "warn"], re.search(r"v(\d[\d.]+)", said)[1]  # type: ignore[index]  # it always says


def pelican(folder: Path, works: Sequence[Work], _: str) -> tuple[list[str], str]:
    """Write what Pelican reads; its command and version."""
    said = subprocess.run([sys.executable, "-m", "pelican", "--version"], capture_output=True, text=True, check=False)
    if said.returncode:
        raise LookupError("pelican is not installed")
    (folder / "content").mkdir()
    for work in works:
        (folder / f"content/{work['key']}.json").write_text(json.dumps(work, ensure_ascii=False), "utf-8")
    return [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output", "-q"], said.stdout.strip()


def eleventy(folder: Path, works: Sequence[Work], modules: str) -> tuple[list[str], str]:
    """Write what Eleventy reads; its command and version. modules: the folder `node_modules` it is installed in."""
    package = Path(modules, "@11ty/eleventy") if modules else None
    if package is None or not (package / "package.json").is_file() or not shutil.which("node"):
        raise LookupError("Eleventy is not installed where --eleventy says")
    (folder / "_data").mkdir()
    people: dict[str, dict[str, Any]] = {}
    for work in works:
        for person in work["people"]:
            entry = people.setdefault(person["slug"], {**person, "works": []})
            entry["works"].append({"key": work["key"], "heading": work["heading"]})
    (folder / "_data/works.json").write_text(json.dumps(works, ensure_ascii=False), "utf-8")
    (folder / "_data/people.json").write_text(json.dumps(list(people.values()), ensure_ascii=False), "utf-8")
    about = json.loads((package / "package.json").read_text("utf-8"))
    return ["node", str(package / about["bin"]["eleventy"])], about["version"]


def row(name: str, version: str, ran: Ran, output: Path) -> str:
    """A row of the table."""
    files = [path for path in output.rglob("*") if path.is_file()]
    pages, size = sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
    cells = (name, version, f"{pages:,}", f"{len(files):,}", f"{size / 1e6:,.0f}")
    return f"| {' | '.join(cells)} | {ran.wall:.1f} s | {ran.processor:.1f} s | {ran.peak:,.0f} MB |"


def refuse_less(output: Path, work: Work) -> None:
    """Make sure that everything that was given of a work stands on its page. Raises SystemExit."""
    text = html.unescape((output / f"articles/{work['key']}/index.html").read_text("utf-8"))
    parts = [work["heading"], work["abstract"], work["bibtex"], work["jsonld"], work["source"]]
    parts += [each["html"] for each in work["citations"]]
    parts += [each["content"] for each in work["meta"]]
    parts += [person["name"] for person in work["people"]]
    for part in parts:
        if " ".join(html.unescape(part).split()) not in " ".join(text.split()):
            raise SystemExit(f"{output}: the page of {work['key']} lacks {part[:200]!r}")


def rows(size: int, folder: Path, modules: str) -> Iterator[str]:
    """All rows of the table."""
    source = folder / "sitegen"
    (source / "content").mkdir(parents=True)
    (source / "content/all.bib").write_text(bibliography(size), "utf-8")
    whole = run([sys.executable, "-m", "sitegen", "build", "--quiet"], source)
    works = settle(list(given(source / "output")))
    yield row("sitegen", __version__, whole, source / "output")
    shutil.rmtree(source / "output")
    shutil.rmtree(source / ".sitegen")
    some = run([sys.executable, "-m", "tests.bench.these_pages"], source)
    print((source / "stages.json").read_text("utf-8"), file=sys.stderr)  # noqa: T201
    yield row("sitegen, these pages", __version__, some, source / "output")
    shutil.rmtree(source)
    makers: Mapping[str, Callable[[Path, Sequence[Work], str], tuple[list[str], str]]] = {
        "Hugo": hugo,
        "Pelican": pelican,
        "Eleventy": eleventy,
    }
    for name, maker in makers.items():
        here = Path(shutil.copytree(SETUPS / name.lower(), folder / name))
        try:
            command, version = maker(here, works, modules)
        except LookupError as error:
            yield f"| {name} | not run: {error} |" + " |" * (len(HEAD) - 2)
            continue
        ran = run(command, here)
        refuse_less(here / "output", works[len(works) // 2])
        yield row(name, version, ran, here / "output")
        shutil.rmtree(here)


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=1_000, metavar="SIZE")
    parser.add_argument("--folder", type=Path, help="where the sites are made")
    parser.add_argument("--eleventy", default=os.environ.get("SITEGEN_BENCH_NODE_MODULES", ""), metavar="NODE_MODULES")
    said = parser.parse_args(arguments)
    machine = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    load = f"load {os.getloadavg()[0]:.1f}"
    print(f"{time.strftime('%Y-%m-%d')}: {said.size:,} works, {machine}, {load} as it began\n")  # noqa: T201
    print(f"| {' | '.join(HEAD)} |\n|---|---|{'---:|' * (len(HEAD) - 2)}")  # noqa: T201
    with tempfile.TemporaryDirectory(dir=said.folder) as folder:
        for line in rows(said.size, Path(folder), said.eleventy):
            print(line, flush=True)  # noqa: T201
    print(f"\nLoad {os.getloadavg()[0]:.1f} at the end.")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long builds take: `python -m tests.bench.building [--folder DIR] [--jobs N] [SIZE ...]`.

For each number of entries: a build from nothing, one with nothing to do, one after the title of an entry in the middle
was edited, one after the template of a work's page was. Beside each the same measured against the floor: how long
`cp -r` takes to copy the finished site on the same disk, in the same run. The table is Markdown, for the manual.

Files on some disks are made many times more slowly where many were deleted shortly before; DIR on a disk in memory
leaves that out.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.bibliography import bibliography

HEAD = (
    "entries", "files", "MB", "from nothing", "× cp", "nothing to do", "an entry edited", "a template edited", "cp -r",
    "peak MB",
)  # fmt: skip
TEMPLATE = '{% extends "default/article.html" %}{% block footer %}{{ super() }}<p>Edited</p>{% endblock %}\n'


def build(root: Path, jobs: int) -> Mapping[str, Any]:
    """Build a site in a process of its own; what it says of itself, with the seconds that it took in all."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "sitegen", "build", "--json", "--quiet", "--jobs", str(jobs)]
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, check=True, env={**os.environ, "NO_COLOR": "1"})
    return {**json.loads(done.stdout.splitlines()[-1]), "wall": time.perf_counter() - began}


def copied(root: Path) -> float:
    """Seconds that `cp -r` takes for the finished site."""
    began = time.perf_counter()
    subprocess.run(["cp", "-r", "output", "copy"], cwd=root, check=True)
    took = time.perf_counter() - began
    shutil.rmtree(root / "copy")
    return took


def edit(root: Path) -> None:
    """Another title for the entry in the middle."""
    path = root / "content/all.bib"
    text = path.read_text("utf-8")
    at = text.index("title = {", len(text) // 2) + len("title = {")
    path.write_text(f"{text[:at]}Edited {text[at:]}", "utf-8")


def measured(size: int, folder: Path, jobs: int) -> Iterator[str]:
    """The cells of a row."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        root = Path(name)
        (root / "content").mkdir()
        text = bibliography(size)
        (root / "content/all.bib").write_text(text, "utf-8")
        (root / "content/site.toml").write_text(f"[limits]\nfile_bytes = {2 * len(text)}\n", "utf-8")
        cold = build(root, jobs)
        floor = copied(root)
        idle = build(root, jobs)
        edit(root)
        edited = build(root, jobs)
        (root / "templates").mkdir()
        (root / "templates/article.html").write_text(TEMPLATE, "utf-8")
        template = build(root, jobs)
        print(json.dumps({"cold": cold["stages"], "edited": edited["stages"]}), file=sys.stderr)  # noqa: T201
        yield from (f"{size:,}", f"{cold['written']:,}", f"{cold['bytes'] / 1e6:,.0f}")
        yield from (f"{cold['wall']:.1f} s", f"{cold['wall'] / floor:.1f}", f"{idle['wall']:.2f} s")
        yield f"{edited['wall']:.2f} s ({edited['written']:,} files)"
        yield f"{template['wall']:.1f} s ({template['written']:,} files)"
        yield from (f"{floor:.1f} s", f"{cold['peak_mb']:,.0f}")


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], metavar="SIZE")
    parser.add_argument("--folder", type=Path, help="where the sites are made")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at most")
    said = parser.parse_args(arguments)
    machine = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    print(f"{time.strftime('%Y-%m-%d')}: {machine}, --jobs {said.jobs}\n")  # noqa: T201
    print(f"| {' | '.join(HEAD)} |\n|{'---:|' * len(HEAD)}")  # noqa: T201
    for size in said.sizes:
        print(f"| {' | '.join(measured(size, said.folder, said.jobs))} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

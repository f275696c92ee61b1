"""What references cost in a build: `python tests/bench/cite_box.py [ENTRIES]`, 2,000 by default.

Builds a made-up library with none, one, four and nine references on each work's page, and with references on the pages
of people, venues and years, and prints wall time, CPU time of all processes, size of the site, and milliseconds of CPU
that a reference costs. Compare the last column with `citing.py`: what is above it is escaping and writing.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import SHARED

CASES = {
    "no references": "styles = []",
    "1 on each page": "shown = 1",
    "4 on each page": "shown = 4",
    "9 on each page": "shown = 9",
    "1, and on lists": 'shown = 1\nreferences = ["person", "venue", "year"]',
}
"""What stands under `[cite]`."""


def built(bib: Path, cite: str) -> tuple[float, float, int]:
    """Seconds of wall and CPU time of a build, and bytes of the site."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        content.mkdir()
        shutil.copy(bib, content)
        (content / "site.toml").write_text(f'title = "T"\n[cite]\n{cite}\n', "utf-8")
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-m", "sitegen", "build"], cwd=folder, check=True, capture_output=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(file.stat().st_size for file in Path(folder, "output").rglob("*.html"))
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, size


def main(arguments: list[str]) -> None:
    """Print all figures."""
    number = int(arguments[0]) if arguments else 2_000
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory() as folder:
        maker = SHARED / "bench" / "make_bib.py"
        subprocess.run([sys.executable, str(maker), str(number), folder], check=True, capture_output=True)
        bib = Path(folder, "all.bib")
        print(f"{number:,} entries        wall s    CPU s   MB of HTML   ms of CPU a work above none")  # noqa: T201
        least = 0.0
        for name, cite in CASES.items():
            wall, cpu, size = min((built(bib, cite) for _ in range(2)), key=lambda each: each[1])
            least = least or cpu
            more = (cpu - least) / number * 1e3
            print(f"{name:20} {wall:8.1f} {cpu:8.1f} {size / 1e6:12.1f} {more:12.3f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

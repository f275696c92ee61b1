"""How long reading takes: `python tests/bench/reading.py FILE.bib [FILE.bib ...]`.

Prints CPU seconds, microseconds an entry and memory an entry for sitegen's reader and, in the same run, for plain
pybtex on the same bytes. Memory is what the process gained at its highest, less the file itself.
"""

import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pybtex.database import parse_bytes
from pybtex.errors import capture

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.bibtex.read import read


def by_sitegen(path: str) -> int:
    """Entries found, names, dates, links and rich text included."""
    return read([Source(path, Path(path).read_bytes())], LimitsConfig()).found


def by_pybtex(path: str) -> int:
    """Entries found by pybtex, its errors captured, its values still LaTeX."""
    with capture():
        return len(parse_bytes(Path(path).read_bytes(), "bibtex").entries)


def measured(reader: Callable[[str], int], path: str) -> str:
    """One line of figures for a reader, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found, seconds, gained = pool.apply(_measure, (reader, path))
    if not found:
        return f"{reader.__name__:12}  no entry"
    return f"{reader.__name__:12} {found:9,} {seconds:9.2f} {seconds / found * 1e6:9.1f} {gained / found:9.1f}"


def _measure(reader: Callable[[str], int], path: str) -> tuple[int, float, float]:
    """Entries, CPU seconds without the garbage collector, and KB gained."""
    gc.disable()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = reader(path)
    seconds = time.process_time() - start
    gained = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before - Path(path).stat().st_size / 1024
    return found, seconds, max(gained, 0.0)


def main(paths: list[str]) -> None:
    """Print a table for each file."""
    for path in paths:
        print(f"{path}\n{'':12} {'entries':>9} {'seconds':>9} {'µs each':>9} {'KB each':>9}")  # noqa: T201
        for reader in (by_sitegen, by_pybtex):
            print(measured(reader, path), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

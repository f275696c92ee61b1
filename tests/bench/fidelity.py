"""Builds and proves every file of the corpus below a size: `python -m tests.bench.fidelity [--every N] [PATH ...]`.

For each file: entries, how many an independent reader found too, differences by code, milliseconds per article of the
build and of the proof. With --show the differences themselves.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sitegen.build import BuildOptions, build
from sitegen.disk.built import built_files, source_files
from sitegen.draft import draft
from sitegen.fidelity.proof import Proof
from sitegen.fidelity.prove import prove

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "bib"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every N-th file")
    parser.add_argument("--from", dest="first", type=int, default=0, help="begin with this file")
    parser.add_argument("--most", type=int, default=2_000, help="leave out files with that many entries")
    parser.add_argument("--show", type=int, default=0, help="print so many differences of each file")
    options = parser.parse_args()
    paths = options.paths or sorted(CORPUS.glob("*/*.bib*"))[options.first :: options.every]
    total: Counter[str] = Counter()
    say(f"{'articles':>8} {'raw':>6} {'differ':>6} {'build':>7} {'proof':>7}  file")
    for path in paths:
        if path.read_bytes().count(b"@") <= 2 * options.most:
            total.update(measured(path, options.most, options.show))
    say(str(dict(sorted(total.items()))))


def measured(path: Path, most: int, show: int) -> Counter[str]:
    """One file, built in a folder of its own and proved."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        shutil.copy(path, root / "content" / "refs.bib")
        if len(draft(root).site.library.entries) >= most:
            return Counter()
        start = time.perf_counter()
        build(root, BuildOptions())
        between = time.perf_counter()
        made = draft(root)
        proof = prove(made.site, made.problems, source_files(root), built_files(root / "output"))
        report(path, proof, between - start, time.perf_counter() - between, show)
    found = Counter(problem.code for problem in proof.problems)
    return found + Counter({name: number for name, number in proof.as_numbers().items() if number})


def report(path: Path, proof: Proof, build_seconds: float, proof_seconds: float, show: int) -> None:
    """The line of one file."""
    per = 1000 / max(1, proof.articles)
    times = f"{build_seconds * per:7.1f} {proof_seconds * per:7.1f}"
    say(f"{proof.articles:8} {proof.raw:6} {len(proof.problems):6} {times}  {path.parent.name}/{path.name}")
    for problem in proof.problems[:show]:
        say(f"    {problem.place} {problem.message} [{problem.code}]")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

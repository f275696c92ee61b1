"""What `sitegen check` finds in real files, and a sample of it to read by eye: `python -m tests.bench.findings FILES`.

Checks every .bib file of a folder (that of the corpus where none is named) as a site of its own, prints the codes with
how often each was found and in how many files, and names the files in which a rule raised. Then prints `--sample`
findings with the lines of their source; rare codes come up more often than their share, `--seed` draws others.
`--keep FILE` writes all findings there, one JSON object a line, and takes them from there the next time.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sitegen.checking import checked
from sitegen.locate import Sources, located
from sitegen.progress import silent

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "bib"
DAY = "2026-11-30"
LINES, WIDTH = 24, 400
Finding = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if options.keep and options.keep.is_file():
        findings = [json.loads(line) for line in options.keep.read_text("utf-8").splitlines()]
    else:
        findings = list(found_in(sorted(options.folder.rglob("*.bib"))))
        if options.keep:
            options.keep.write_text("".join(json.dumps(each) + "\n" for each in findings), "utf-8")
    tell(findings)
    for number, finding in enumerate(drawn(findings, options.sample, options.seed), 1):
        show(number, finding)


def found_in(paths: Sequence[Path]) -> Iterator[Finding]:
    """The findings of each file; of a file in which something raised, the exception under the code "raised"."""
    for path in paths:
        try:
            yield from findings_of(path)
        except Exception:  # noqa: BLE001 -- this is what is looked for
            yield {"code": "raised", "path": str(path), "message": traceback.format_exc(), "source": [], "line": 0}


def findings_of(path: Path) -> Iterator[Finding]:
    """The findings of one file, with the lines of the source from the place on."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        shutil.copy(path, root / "content" / "refs.bib")
        problems, sources = checked(root, DAY, silent).problems, Sources(root)
        at = {problem: problem.place for problem in problems}
        for problem in problems:
            place = located([problem], sources)[0].place
            begin = max(0, at[problem].line - 1)
            yield {
                "code": problem.code,
                "path": f"{path.parent.name}/{path.name}",
                "line": place.line,
                "level": problem.level,
                "message": problem.message,
                "hint": problem.hint,
                "paste": problem.paste,
                "source": [line[:WIDTH] for line in sources.lines(place.file)[begin : begin + LINES]],
            }


def tell(findings: Sequence[Finding]) -> None:
    """The codes, the most frequent first."""
    count = Counter(each["code"] for each in findings)
    files = Counter(code for code, _ in {(each["code"], each["path"]) for each in findings})
    for code, number in count.most_common():
        say(f"{number:8,} in {files[code]:4} files  {code}")
    for each in findings:
        if each["code"] == "raised":
            say(f"RAISED in {each['path']}\n{each['message']}")
    say(f"{len(findings):,} findings of {len(count)} kinds")


def drawn(findings: Sequence[Finding], number: int, seed: int) -> list[Finding]:
    """A sample without repetition, in which a code weighs as the root of how often it was found."""
    rng, count = random.Random(seed), Counter(each["code"] for each in findings)
    keyed = sorted(
        ((rng.random() ** (count[each["code"]] ** 0.5), at) for at, each in enumerate(findings)), reverse=True
    )
    return [findings[at] for _, at in keyed[:number]]


def show(number: int, finding: Finding) -> None:
    """One finding with its source."""
    say(f"\n--- {number}. {finding['path']}:{finding['line']} [{finding['code']}] {finding['level']}")
    say(f"    {finding['message']}\n    -> {finding['hint']}")
    for line in finding["paste"].splitlines():
        say(f"    + {line}")
    for at, line in enumerate(finding["source"]):
        if at and line.startswith("@"):
            break
        say(f"    | {line}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

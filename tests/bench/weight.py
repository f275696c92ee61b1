"""What a site weighs: `python tests/bench/weight.py OUTPUT [OUTPUT ...]`, each the folder of a built site.

Prints number, mean, median and greatest size by kind of file, then all that is written for one article: without its PDF
and other files of its owner, which weigh what they weigh.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median

AIMS = {"article page": 15_000, "everything for one article": 20_000}
"""Bytes that the mean must stay below (product.md, section 6)."""


def kind(path: Path) -> str:
    """What a file is, by its place below the output folder."""
    parts = path.parts
    if parts[0] == "assets":
        return "assets"
    if len(parts) == 1:
        return "at the root"
    page = path.name == "index.html"
    if parts[0] == "articles":
        if len(parts) > 3:
            return "article authors" if page else "attachment"
        return "article page" if page else f"article {path.name.removeprefix(parts[1])}"
    return f"{parts[0]} page" if page else f"{parts[0]} {path.suffix or path.name}"


def weights(output: Path) -> dict[str, list[int]]:
    """Sizes in bytes by kind."""
    found: dict[str, list[int]] = defaultdict(list)
    articles: dict[str, int] = defaultdict(int)
    for path, size in _files(output):
        name = kind(path)
        found[name].append(size)
        if path.parts[0] == "articles" and name not in {"article .pdf", "attachment"}:
            articles[path.parts[1]] += size
    found["everything for one article"] = list(articles.values())
    return found


def _files(output: Path) -> Iterator[tuple[Path, int]]:
    """Paths below the folder, with sizes."""
    return ((path.relative_to(output), path.stat().st_size) for path in sorted(output.rglob("*")) if path.is_file())


def main(outputs: list[str]) -> None:
    """Print a table for each site."""
    for output in outputs:
        found = weights(Path(output))
        print(f"{output}\n{'':28} {'files':>8} {'mean':>9} {'median':>9} {'greatest':>10}")  # noqa: T201
        for name in sorted(found, key=lambda name: (name in AIMS, name)):
            print(line(name, found[name]))  # noqa: T201


def line(name: str, sizes: list[int]) -> str:
    """One line of the table."""
    middle = f"{mean(sizes or [0]):9,.0f} {median(sizes or [0]):9,.0f} {max(sizes, default=0):10,}"
    return f"{name:28} {len(sizes):8,} {middle}" + (f"   aim {AIMS[name]:,}" if name in AIMS else "")


if __name__ == "__main__":
    main(sys.argv[1:])

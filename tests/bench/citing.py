"""How right and how fast references are: `python tests/bench/citing.py [FOLDER] [--all]`.

FOLDER: `corpus/csl` of the shared files. Prints how many of the 500 references each style prints exactly as the
reference processor does, and the CPU time of a reference in APA beside citeproc-py's in the same run. With `--all`,
compiles every independent style there is, renders references in each, and lists the slowest ten.
"""

import gc
import json
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sitegen.csl import Style, data, style
from tests.conftest import SHARED
from tests.csl.references import expected, normal, printed

Items = Sequence[Mapping[str, Any]]
ROUNDS = 5
FEW = 50
"""References in the comparison with citeproc-py, and in each style with `--all`."""


def exactness(folder: Path, items: Items) -> None:
    """Print how many references of each style agree."""
    for path in sorted(folder.glob("*.json")):
        if path.stem == "references":
            continue
        wanted = expected(path)
        chosen = style(path.stem, "en-US")
        wrong = [item["id"] for item in items if normal(printed(chosen, item)) != wanted[item["id"]]]
        print(f"{path.stem:40} {len(items) - len(wrong):4} of {len(items)}   {' '.join(wrong[:8])}")  # noqa: T201


def cpu(work: Callable[[], object]) -> float:
    """The least CPU seconds of some rounds, after one to warm up."""
    work()
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def speed(items: Items) -> None:
    """Print the CPU time of a reference in APA, ours and citeproc-py's."""
    apa = style("apa", "en-US")
    ours = cpu(lambda: [apa.reference(item) for item in items]) / len(items)
    print(f"\nAPA, sitegen:     {ours * 1e3:8.3f} ms of CPU a reference")  # noqa: T201
    theirs = cpu(_citeproc_py(items[:FEW])) / FEW
    print(f"APA, citeproc-py: {theirs * 1e3:8.3f} ms of CPU a reference, {theirs / ours:.0f} times ours")  # noqa: T201


def _citeproc_py(items: Items) -> Callable[[], object]:
    """A list of references by citeproc-py, its style read beforehand."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    source = data.style_path("apa")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        known = CiteProcJSON([dict(item) for item in items])
        apa = CitationStylesStyle(str(source), validate=False)

    def work() -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            listing = CitationStylesBibliography(apa, known, formatter.html)
            listing.register(Citation([CitationItem(item["id"]) for item in items]))
            return [str(entry) for entry in listing.bibliography()]

    return work


def everything(items: Items) -> None:
    """Compile every independent style, render references in each, and print the slowest ten."""
    compiled, slow, failed = 0, [], []
    began = time.process_time()
    for name in data.independent_names():
        start = time.process_time()
        try:
            chosen: Style = style(name).proven()
            read = time.process_time()
            gc.disable()  # else the styles before would be swept up in the time of this one
            for item in items:
                chosen.reference(item)
        except Exception as problem:  # noqa: BLE001  the point is to list whatever goes wrong
            failed.append(f"{name}: {problem!r}")
            continue
        compiled += 1
        done = time.process_time()
        gc.enable()
        slow.append(((done - read) / len(items) * 1e3, (read - start) * 1e3, name))
    print(f"\n{compiled:,} styles, {len(failed)} failed, {time.process_time() - began:.0f} s of CPU")  # noqa: T201
    for line in failed[:20]:
        print(f"  {line}")  # noqa: T201
    print("\nslowest:  ms a reference   ms to compile")  # noqa: T201
    for rendering, compiling, name in sorted(slow, reverse=True)[:10]:
        print(f"  {rendering:20.3f} {compiling:14.1f}   {name}")  # noqa: T201


def main(arguments: list[str]) -> None:
    """Print all figures."""
    folders = [each for each in arguments if not each.startswith("-")]
    folder = Path(folders[0] if folders else SHARED / "corpus" / "csl") / "references"
    items = json.loads((folder / "references.json").read_text("utf-8"))
    exactness(folder, items)
    speed(items)
    if "--all" in arguments:
        everything(items[:FEW] if "--few" in arguments else items)


if __name__ == "__main__":
    main(sys.argv[1:])

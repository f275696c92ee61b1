"""sitegen with fewer pages, for the comparison with others: `python -m tests.bench.these_pages` builds it right here.

The whole site is read, assembled, checked and planned; the pages of works and people alone are rendered and written.
"""

import json
import os
import time
from pathlib import Path
from typing import Any

import sitegen.remake
from sitegen.build import BuildOptions, build
from sitegen.lanes import fill
from sitegen.remake import Remake

THESE = frozenset({"article", "person", "home"})


def some(artifacts: Any, *given: Any, **options: Any) -> None:
    """Make these pages only."""
    fill([each for each in artifacts if each.kind in THESE], *given, **options)


def main() -> None:
    """Build, and keep the seconds of each stage in a file."""
    setattr(sitegen.remake, "fill", some)  # noqa: B010 -- what is replaced is typed
    setattr(Remake, "finish", lambda *_: None)  # noqa: B010
    made = build(Path.cwd(), BuildOptions(jobs=os.cpu_count() or 1), clock=time.perf_counter)
    Path("stages.json").write_text(json.dumps(dict(made.stages)), "utf-8")


if __name__ == "__main__":
    main()

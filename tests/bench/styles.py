"""What references cost: `python tests/bench/styles.py [SITE]`, the folder of a site, by default this one's example.

Prints for each of the site's styles the CPU time to compile it and that of a reference, and the sum for a work.
"""

import sys
import time
from pathlib import Path

from sitegen.citing import item_of, printed, styles_of
from sitegen.config import CiteConfig
from sitegen.draft import draft


def main(arguments: list[str]) -> None:
    """Print all figures."""
    site = draft(Path(arguments[0]) if arguments else Path(__file__).parents[2], pictures=False).site
    entries = list(site.library.entries.values())
    start = time.process_time()
    items = [item_of(entry, site) for entry in entries]
    said = (time.process_time() - start) / len(entries)
    total = 0.0
    for name in CiteConfig().styles:
        start = time.process_time()
        (chosen,) = styles_of([name], "en", lambda _name: None).values()
        compiled = time.process_time() - start
        for item in items[:20]:
            printed(item, chosen)
        start = time.process_time()
        for item in items:
            printed(item, chosen)
        each = (time.process_time() - start) / len(entries)
        total += each
        print(f"{name:40} {compiled * 1e3:7.1f} ms to compile {each * 1e3:7.3f} ms a reference")  # noqa: T201
    print(f"{total * 1e3:.2f} ms for a work in all; {said * 1e3:.3f} ms to say it in CSL")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

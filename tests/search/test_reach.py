"""Without scripts every work that a search finds can be reached from the home page by links, in at most five."""

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

from tests.search.asked import EXAMPLE
from tests.search.built import some_pages
from tests.search.made_library import ASKED, DOIS, bibtex

CONTENT = Path(__file__).parents[2] / "content"
LISTS = frozenset({"home", "years", "year"})
CLICKS = 5


def reached(output: Path) -> dict[str, int]:
    """Every address that links lead to, with the least number of clicks from the home page."""
    clicks = {"/": 0}
    waiting = ["/"]
    for address in waiting:
        file = output / unquote(address.lstrip("/")) / "index.html"
        if not file.is_file() or clicks[address] == CLICKS:
            continue
        for link in re.findall(r'<a [^>]*?href="([^"#]*)', file.read_text("utf-8")):
            there = urljoin(address, unescape(link))
            if there.startswith("/") and there not in clicks:
                clicks[there] = clicks[address] + 1
                waiting.append(there)
    return clicks


def test_works_of_the_example_are_reached_by_links(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    some_pages(tmp_path, tmp_path / "output", LISTS)
    clicks = reached(tmp_path / "output")
    assert {wanted for _query, wanted in EXAMPLE if f"/articles/{wanted}/" not in clicks} == set()


def test_works_among_ten_thousand_are_reached_by_links(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "all.bib").write_text(bibtex(10_000), "utf-8")
    some_pages(tmp_path, tmp_path / "output", LISTS)
    clicks = reached(tmp_path / "output")
    wanted = [each[0] for each in ASKED] + list(DOIS)
    assert {id_ for id_ in wanted if f"/articles/{id_}/" not in clicks} == set()

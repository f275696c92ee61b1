"""The theme's scripts: templates/assets/*.js are made from templates/scripts/, and no page loads more than its budget.

`pytest tests/test_scripts.py --refresh-golden` makes them anew after a change.
"""

import gzip
import re
from pathlib import Path

import pytest

from tests.search.built import some_pages
from tests.search.made_library import bibtex

TEMPLATES = Path(__file__).parents[1] / "templates"
if not TEMPLATES.is_dir():
    pytest.skip("only in the repository", allow_module_level=True)

MADE_OF = {
    "cite.js": ("page", "cite"),
    "code.js": ("page", "code"),
    "filter.js": ("page", "words", "query", "few", "facets", "list", "begin"),
    "many.js": ("page", "words", "query", "facets", "many", "results", "begin"),
    "search.js": ("page", "words", "query", "few", "facets", "rows", "results", "begin"),
    "site.js": ("page", "site"),
}
"""The parts of each: of what filters a list in its page, and of the search page with its index in many files or in one.

So a page loads one script beside site.js, with what it runs, and what several do is written once.
"""
MOST = 6 * 1024
"""Bytes of all scripts that one page can ever load, as hosts compress them (theme.md: 5 KB, never more than 6)."""
LISTS = frozenset({"asset", "home", "person", "venue", "topic", "year", "years", "people", "search", "not_found"})


def made(name: str) -> str:
    """A script out of its parts, without comments and blanks, its own names as short as they can be."""
    minify = pytest.importorskip("minify", reason="tdewolff-minify is not installed")
    parts = [(TEMPLATES / "scripts" / f"{part}.js").read_text("utf-8") for part in MADE_OF[name]]
    whole = "(() => {\n" + "".join(parts) + "})();\n"
    return str(minify.string("application/javascript", whole)) + "\n"


@pytest.mark.parametrize("name", MADE_OF)
def test_a_script_of_the_theme_is_what_its_parts_make(name: str, request: pytest.FixtureRequest) -> None:
    file, wanted = TEMPLATES / "assets" / name, made(name)
    if request.config.getoption("--refresh-golden"):
        file.write_text(wanted, "utf-8")
    assert file.read_text("utf-8") == wanted, "pytest tests/test_scripts.py --refresh-golden makes it anew"


def test_every_script_of_the_theme_and_every_part_is_in_use() -> None:
    assert {file.name for file in (TEMPLATES / "assets").glob("*.js")} == set(MADE_OF)
    assert {file.stem for file in (TEMPLATES / "scripts").iterdir()} == {
        part for all_ in MADE_OF.values() for part in all_
    }


@pytest.fixture(scope="module", params=[40, 1_200, 5_200], ids=lambda works: f"{works} works")
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page that has lists, of a small, a large and a very large library; articles only of the small one."""
    root = tmp_path_factory.mktemp("site")
    (root / "content").mkdir()
    (root / "content" / "all.bib").write_text(bibtex(request.param), "utf-8")
    some_pages(root, root / "output", LISTS | ({"article"} if request.param < 100 else set()))
    return root / "output"


def test_all_scripts_that_a_page_can_load_stay_within_the_budget(pages: Path) -> None:
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in (pages / "assets").glob("*.js")}
    loaded = {}
    for page in sorted(pages.rglob("*.html")):
        # In whatever attribute a script is named, so that one fetched later counts too.
        names = set(re.findall(r'assets/([^"/]+\.js)"', page.read_text("utf-8")))
        assert names, page
        loaded[page.relative_to(pages).as_posix()] = sum(weights[name] for name in names)
    assert {page: weight for page, weight in loaded.items() if weight > MOST} == {}
    assert not any("import(" in (pages / "assets" / name).read_text("utf-8") for name in weights)

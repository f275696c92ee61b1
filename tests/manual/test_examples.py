"""Whoever follows the README or the manual to the letter gets where it says.

A page is read from its top: blocks of shell are typed, blocks below a line of code are saved under that name, and a block of
`text` behind a command is what the command prints. `[not run: reason]: #` above a block keeps it from being run.
"""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from sitegen.config import LimitsConfig, SiteConfig
from sitegen.configured import read_list, read_site
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from tests.manual.examples import ROOT, SHELLS, Example, Reader, examples

CONTENT = ROOT / "docs" / "content"
MADE = ("reference/",)
"""Pages that are made from the code, which have tests of their own."""
PAGES = [
    "README.md",
    *sorted(
        path.relative_to(ROOT).as_posix()
        for path in CONTENT.rglob("*.md")
        if not path.relative_to(CONTENT).as_posix().startswith(MADE)
    ),
]
IN_A_SITE = "docs/content/how-to/"
"""Where pages begin in the folder of a new site; others begin in an empty one."""
ALWAYS = ("README.md", "docs/content/tutorials/")
"""Pages that are followed in every run of the tests."""
MOST_NOT_RUN = 12


def of(page: str) -> list[Example]:
    return list(examples((ROOT / page).read_text("utf-8")))


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new site, for copies."""
    reader = Reader(tmp_path_factory.mktemp("new"))
    reader.types("sitegen init my-papers && cd my-papers")
    return reader.here


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_followed_to_the_letter(
    page: str, tmp_path: Path, new_site: Path, pytestconfig: pytest.Config
) -> None:
    if not page.startswith(ALWAYS) and not pytestconfig.getoption("--thorough"):
        pytest.skip("pages behind the tutorials are followed with --thorough")
    reader = Reader(tmp_path)
    if page.startswith(IN_A_SITE):
        reader.here = shutil.copytree(new_site, tmp_path / "my-papers")
    for example in of(page):
        where = f"{page}:{example.line}"
        assert example.kind, f"{where} does not say what it is: sh, text, toml, bibtex, …"
        if example.reason:
            continue
        if example.heading:
            reader.saves(example.heading, example.text)
        elif example.kind in SHELLS:
            reader.types(example.text)
        elif example.kind == "text" and example.answers:
            reader.sees(example.text)
    if reader.waits and (reader.here / "content").is_dir():
        reader.types("sitegen build")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_understood(page: str) -> None:
    for example in of(page):
        where = f"{page}:{example.line}"
        if example.kind == "toml":
            tomllib.loads(example.text)
            if example.heading.endswith("site.toml"):
                assert isinstance(read_site(example.text, where), SiteConfig)
        elif example.kind == "works":
            read_list(example.text)
        elif example.kind in ("bib", "bibtex"):
            assert FORMAT.read is not None
            reading = FORMAT.read([Source(where, example.text.encode())], LimitsConfig())
            assert reading.found
            assert [problem for problem in reading.problems if problem.level == "error"] == []


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / "README.md").read_text("utf-8"))
    assert len(links) > 20
    assert [link for link in links if not link.startswith("https:") and not (ROOT / link).is_file()] == []


def test_few_blocks_are_not_run_and_each_says_why() -> None:
    left = [(page, example.reason) for page in PAGES for example in of(page) if example.reason]
    assert len(left) <= MOST_NOT_RUN
    assert all(len(reason.split()) > 3 for _, reason in left)

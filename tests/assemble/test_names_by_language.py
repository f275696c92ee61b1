"""People whose name is given in several languages."""

import json
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build

ALSO = 14
"""The column of a row of the search index that holds other names (`search.files`)."""

BIB = """
@article{tu1977, title={青蒿素}, author={屠, 呦呦}, journal={科学通报}, year={1977}, langid={chinese}}
@article{tu2011, title={The Discovery of Artemisinin}, author={Tu, Youyou}, journal={Nature Medicine}, year={2011},
  langid={english}}
@article{erdos, title={On a Problem of Graph Theory}, author={Erdős, P.}, journal={Gazette}, year={1963}}
"""
PEOPLE = """
[tu-youyou]
name = "Youyou Tu"
names = { zh = "屠, 呦呦" }

[erdos]
name = "Paul Erdős"
names = { hu = "Erdős Pál" }
variants = ["P. Erdős"]
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("names")
    (root / "content").mkdir()
    (root / "content" / "a.bib").write_text(BIB, "utf-8")
    (root / "content" / "people.toml").write_text(PEOPLE, "utf-8")
    (root / "content" / "site.toml").write_text('languages = ["en", "zh", "hu"]\n', "utf-8")
    build(root, BuildOptions())
    return root / "output"


def heading(output: Path, path: str) -> str:
    page = (output / path / "index.html").read_text("utf-8")
    return page.partition("<h1><bdi>")[2].partition("</bdi>")[0]


def test_a_page_calls_a_person_as_readers_of_its_language_do(output: Path) -> None:
    assert [heading(output, f"{tag}/authors/tu-youyou") for tag in ("en", "zh", "hu")] == [
        "Youyou Tu",
        "屠呦呦",
        "Youyou Tu",
    ]
    assert [heading(output, f"{tag}/authors/erdos") for tag in ("en", "zh", "hu")] == [
        "Paul Erdős",
        "Paul Erdős",
        "Erdős Pál",
    ]


def test_both_scripts_are_one_person_and_the_other_name_is_told(output: Path) -> None:
    for tag, other in (("en", "屠呦呦"), ("zh", "Youyou Tu")):
        page = (output / tag / "authors" / "tu-youyou" / "index.html").read_text("utf-8")
        assert "tu1977" in page
        assert "tu2011" in page
        assert f"<b><bdi>{other}</bdi></b>" in page


def test_a_work_keeps_the_name_as_it_is_printed_on_it(output: Path) -> None:
    assert "<bdi>屠呦呦</bdi>" in (output / "en" / "articles" / "tu1977" / "index.html").read_text("utf-8")
    assert "<bdi>Youyou Tu</bdi>" in (output / "zh" / "articles" / "tu2011" / "index.html").read_text("utf-8")


def test_works_are_found_by_every_name_of_their_people(output: Path) -> None:
    rows = {row[0]: row for row in json.loads((output / "en" / "search.json").read_text("utf-8"))["works"]}
    assert "屠呦呦" in rows["en/articles/tu2011/"][ALSO]
    assert "Youyou Tu" in rows["en/articles/tu1977/"][ALSO]
    assert "Erdős Pál" in rows["en/articles/erdos/"][ALSO]
    home = (output / "en" / "index.html").read_text("utf-8")
    assert 'data-more="屠呦呦"' in home


def test_an_index_files_a_name_as_its_page_calls_it(output: Path) -> None:
    page = (output / "hu" / "authors" / "index.html").read_text("utf-8")
    assert page.index("Erdős Pál") < page.index("Youyou Tu")

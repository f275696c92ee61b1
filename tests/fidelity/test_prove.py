"""The proof of fidelity: nothing is found in a site as it was built, and every damage to one of its files is."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("selectolax")
pytest.importorskip("bibtexparser")
pytest.importorskip("rispy")

from sitegen.build import BuildOptions, build
from sitegen.disk.built import Built, built_files, source_files
from sitegen.draft import Draft, draft
from sitegen.fidelity.proof import Proof
from sitegen.fidelity.prove import prove
from sitegen.problems import Problem
from sitegen.site import Site

ROOT = Path(__file__).parents[2]
KNOTS = "articles/quill2020knots/"
PAGE = f"{KNOTS}index.html"


def drafted(root: Path) -> tuple[Site, tuple[Problem, ...]]:
    """The site and what is known to be wrong with it."""
    made = draft(root)
    return made.site, made.problems


@dataclass(frozen=True)
class Toy:
    """The made-up library as it was built."""

    made: Draft
    sources: Mapping[str, bytes]
    files: Mapping[str, bytes]

    def proof(
        self,
        changed: Mapping[str, bytes] | None = None,
        sources: Mapping[str, bytes] | None = None,
        gone: frozenset[str] = frozenset(),
    ) -> Proof:
        """The proof of the site with some of its files or sources changed or gone."""
        files = {path: data for path, data in {**self.files, **(changed or {})}.items() if path not in gone}
        return prove(
            self.made.site,
            self.made.problems,
            {**self.sources, **(sources or {})},
            Built("output", frozenset(files), files.__getitem__),
        )

    def damaged(self, path: str, before: str, after: str, times: int = -1) -> list[tuple[str, str]]:
        """Codes and messages after a piece of a file was replaced; it must stand there."""
        text = self.files[path].decode()
        assert before in text, f"{before!r} is not in {path}"
        return found(self.proof({path: text.replace(before, after, times).encode()}))


def found(proof: Proof) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in proof.problems]


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Toy:
    root = tmp_path_factory.mktemp("toy")
    shutil.copytree(ROOT / "tests" / "golden" / "content", root / "content")
    build(root, BuildOptions())
    built = built_files(root / "output")
    return Toy(draft(root), source_files(root), {path: built.read(path) for path in built.paths})


def test_a_site_as_it_was_built_has_no_difference(toy: Toy) -> None:
    proof = toy.proof()
    assert found(proof) == []
    assert (proof.articles, proof.raw) == (5, 5)
    assert proof.formulas == 2
    assert proof.exports >= 5 * 3 + 3
    assert proof.links > 200


def test_the_example_library_has_no_difference(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    build(tmp_path, BuildOptions())
    proof = prove(*drafted(tmp_path), source_files(tmp_path), built_files(tmp_path / "output"))
    assert found(proof) == []
    assert proof.raw == proof.articles > 100


DAMAGES = {
    "a name is dropped": (
        PAGE,
        '<li>, <a href="../../authors/jan-van-der-veld/" rel="author"><bdi>Jan van der Veld</bdi></a></li>',
        "",
        "names-differ",
        "2 of 3 names",
    ),
    "two names change places": (
        f"{KNOTS}quill2020knots.bib",
        "Quill, Ada B. and van der Veld, Jan",
        "van der Veld, Jan and Quill, Ada B.",
        "names-differ",
        "Quill",
    ),
    "letters of the title are swapped": (
        PAGE,
        "<h1><bdi>On DNA-like knots",
        "<h1><bdi>On DNA-like kntos",
        "title-differs",
        "index.html",
    ),
    "a paragraph of the abstract is gone": (PAGE, "<p>Then we count them:</p>", "", "abstract-differs", "thenwecount"),
    "an item of a list is gone": (PAGE, "<li>one &amp; two</li>", "", "abstract-differs", "netwo"),
    "a formula is gone": (
        PAGE,
        "<h1><bdi>On DNA-like knots with <math><msup><mi>n</mi><mn>2</mn></msup><mo>&lt;</mo><mi>α</mi></math>",
        "<h1><bdi>On DNA-like knots with ",
        "formulas-differ",
        "1 formulas",
    ),
    "the DOI of the tags is another": (
        PAGE,
        'name="citation_doi" content="10.5555/toy.2020.1"',
        'name="citation_doi" content="10.5555/toy.2020.2"',
        "doi-differs",
        "Highwire",
    ),
    "a link leads nowhere": (
        PAGE,
        'href="../../venues/acta-imaginaria/12/"',
        'href="../../venues/acta-imaginaria/13/"',
        "dead-link",
        "/13/",
    ),
    "a link leads to no part of the page": (PAGE, 'id="cite"', 'id="cites"', "dead-link", "#cite"),
    "TeX is left in the title": (PAGE, "<h1><bdi>On DNA", r"<h1><bdi>On \emph{DNA}", "raw-tex", "emph"),
    "TeX is left in what machines read": (
        PAGE,
        'property="og:title" content="On DNA',
        'property="og:title" content="On {DNA}',
        "raw-tex",
        "{DNA}",
    ),
    "the year of an export is another": (f"{KNOTS}quill2020knots.bib", "{2020}", "{2021}", "year-differs", "2021"),
    "an author of an export is gone": (
        f"{KNOTS}quill2020knots.ris",
        "AU  - van der Veld, Jan\n",
        "",
        "names-differ",
        ".ris",
    ),
    "the title of the JSON-LD is another": (
        PAGE,
        '"name":"On DNA-like knots',
        '"name":"On RNA-like knots',
        "title-differs",
        "JSON-LD",
    ),
    "the JSON-LD is cut": (PAGE, '"isAccessibleForFree":true}', "", "record-differs", "JSON-LD"),
    "a title of CSL-JSON is cut": (f"{KNOTS}quill2020knots.json", " crossings in", " in", "title-differs", ".json"),
    "a name of CSL-JSON is garbled": (f"{KNOTS}quill2020knots.json", '"Veld"', '"Vekd"', "names-differ", "Vekd"),
    "a keyword of the tags is gone": (
        PAGE,
        '<meta name="citation_keywords" content="toys">\n',
        "",
        "keywords-differ",
        "knots",
    ),
    "the volume of the tags is another": (
        PAGE,
        'citation_volume" content="12"',
        'citation_volume" content="21"',
        "volume-differs",
        "21",
    ),
    "the pages of an export are others": (
        f"{KNOTS}quill2020knots.bib",
        "101--117",
        "101--171",
        "pages-differ",
        "101--171",
    ),
    "a button is gone": (
        PAGE,
        'href="https://toy.example/slides.pdf"',
        'href="https://toy.example/"',
        "link-lost",
        "slides.pdf",
    ),
    "a record to copy is not its file": (PAGE, "year     = {2020}", "year     = {2002}", "record-differs", "2002"),
    "a journal of CSL-JSON is another": (
        f"{KNOTS}quill2020knots.json",
        "Acta Imaginaria",
        "Acta Imaginata",
        "container-differs",
        "Acta".lower(),
    ),
    "others are made up": (
        f"{KNOTS}quill2020knots.bib",
        "{Institute of Toys}}",
        "{Institute of Toys} and others}",
        "names-differ",
        "and others",
    ),
    "a name of CSL-JSON is no object": (
        f"{KNOTS}quill2020knots.json",
        '{"literal": "Institute of Toys"}',
        "null",
        "record-differs",
        ".json",
    ),
    "the keywords of the JSON-LD are a number": (
        PAGE,
        '"keywords":["knots","toys"]',
        '"keywords":7',
        "keywords-differ",
        "JSON-LD",
    ),
    "a list of works lacks one": ("library.ris", "TI  - Knots, revisited\n", "", "record-differs", "quill2021preprint"),
    "a list of works goes on": ("library.json", "\n]\n", ',\n  {"id": "x"}\n]\n', "record-differs", "something"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_seen(toy: Toy, damage: str) -> None:
    path, before, after, code, shown = DAMAGES[damage]
    differences = toy.damaged(path, before, after)
    assert code in [each for each, _ in differences]
    assert any(shown in message for each, message in differences if each == code), differences


def test_a_difference_names_the_line_of_its_entry_and_a_way_out(toy: Toy) -> None:
    text = toy.files[PAGE].decode().replace("<h1><bdi>On DNA-like knots", "<h1><bdi>On DNA-like kntos")
    (problem,) = toy.proof({PAGE: text.encode()}).problems
    assert (str(problem.place), problem.id, problem.level) == ("content/toy.bib:3", "quill2020knots", "error")
    assert "knots" in problem.message
    assert problem.hint.startswith("Run ")


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        (PAGE, {"page-missing", "dead-link"}),
        (f"{KNOTS}quill2020knots.ris", {"export-missing", "dead-link"}),
        (f"{KNOTS}quill2020knots.pdf", {"dead-link"}),
        ("library.bib", {"export-missing", "dead-link"}),
    ],
)
def test_a_file_that_is_gone_is_missed(toy: Toy, path: str, codes: set[str]) -> None:
    assert {code for code, _ in found(toy.proof(gone=frozenset({path})))} == codes


def test_what_the_reader_lost_is_seen_although_every_file_agrees_with_it(toy: Toy) -> None:
    source = toy.sources["content/toy.bib"].decode()
    said_more = source.replace("Towers of bricks -- a survey", r"Towers of {\"o}ld bricks -- a survey")
    differences = found(toy.proof(sources={"content/toy.bib": said_more.encode()}))
    assert {code for code, _ in differences} == {"title-differs"}
    assert len(differences) == 7, "the page, its tags, Open Graph, JSON-LD and three exports"
    more_names = source.replace('M{\\"u}ller, Zo\\"e and', 'M{\\"u}ller, Zo\\"e and Nobody, N. and')
    assert {code for code, _ in found(toy.proof(sources={"content/toy.bib": more_names.encode()}))} == {"names-differ"}
    another_field = source.replace("volume   = {12},", "volume   = {12}, location = {Brobdingnag},")
    assert {code for code, _ in found(toy.proof(sources={"content/toy.bib": another_field.encode()}))} == {"field-lost"}
    another_link = source.replace("slides   = {", "poster = {https://toy.example/poster.pdf}, slides   = {")
    assert {code for code, _ in found(toy.proof(sources={"content/toy.bib": another_link.encode()}))} == {"link-lost"}


def test_what_the_reader_reported_is_no_difference(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.bib").write_text(
        "@misc{a, title = {On \\unheardof{knots} and toys}, author = {Quill, A. and }, year = {in spring 1999}}\n",
        "utf-8",
    )
    build(tmp_path, BuildOptions())
    made = draft(tmp_path)
    assert {problem.code for problem in made.problems} >= {"unknown-command", "stray-and"}
    assert found(prove(made.site, made.problems, source_files(tmp_path), built_files(tmp_path / "output"))) == []


@pytest.mark.parametrize("ignored", ["", '[check]\nignore = ["unknown-command"]\n'])
def test_pages_of_the_owner_may_speak_of_tex(tmp_path: Path, ignored: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.bib").write_text(
        "@misc{a, title = {On \\unheardof{knots}}, author = {Quill, A.}, year = 1999}\n", "utf-8"
    )
    (content / "site.toml").write_text(ignored, "utf-8")
    (content / "about.md").write_text(
        "# About\n\nWrite {DNA} -- not \\emph{it} -- and see [the works](../).\n", "utf-8"
    )
    build(tmp_path, BuildOptions())
    assert found(prove(*drafted(tmp_path), source_files(tmp_path), built_files(tmp_path / "output"))) == []


def test_an_address_of_the_source_that_leads_on_to_a_page_is_not_dead(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.bib").write_text(
        "@misc{a, title = {Rain}, url = {https://toy.example/7/1}}\n"
        "@misc{b, title = {Wind}, url = {https://toy.example/7/2}}\n",
        "utf-8",
    )
    (content / "site.toml").write_text('url = "https://toy.example/"\n[redirects]\n"7/1" = "articles/a"\n', "utf-8")
    build(tmp_path, BuildOptions())
    proof = prove(*drafted(tmp_path), source_files(tmp_path), built_files(tmp_path / "output"))
    assert {code for code, _ in found(proof)} == {"dead-link"}
    assert all("/7/2" in message for _, message in found(proof))
    assert all("[redirects]" in problem.hint for problem in proof.problems)


def test_codes_that_are_ignored_are_not_counted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "golden" / "content", tmp_path / "content")
    build(tmp_path, BuildOptions())
    with (tmp_path / "content" / "site.toml").open("a", encoding="utf-8") as config:
        config.write('\n[check]\nignore = ["dead-link"]\n')
    (tmp_path / "output" / "library.bib").unlink()
    proof = prove(*drafted(tmp_path), source_files(tmp_path), built_files(tmp_path / "output"))
    assert {code for code, _ in found(proof)} == {"export-missing"}
    assert proof.as_numbers()["differences"] == 1

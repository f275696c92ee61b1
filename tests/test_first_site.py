"""The first input sitegen ever got, and the same key twice, through the front door."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Built

MakeSite = Callable[..., Built]
TITLE = (
    "Immunological and clinical effects of stem cell therapy in systemic lupus erythematosus: "
    "a review of clinical trials and animal studies"
)


def seed(shared: Path) -> str:
    return (shared / "corpus/seed/ghoryani.bib").read_text("utf-8")


def test_the_first_input_becomes_a_true_page(make_site: MakeSite, shared: Path) -> None:
    page = make_site({"content/ghoryani.bib": seed(shared)}).text("articles/ghoryani/index.html")
    assert f"<title>{TITLE}" in page
    authors = re.findall(r'rel="author"[^>]*>(?:<bdi>)?([^<]+)', page)
    assert authors == ["Mohsen Ghoryani", "Mojgan Mohammadi", "Zhaleh Shariati-Sarabi"]
    assert "Systemic lupus erythematosus (SLE) is a chronic inflammatory" in page
    assert "exhibit clinical remission and improve quality of life." in page
    assert 'href="http://jrhms.thums.ac.ir/article-1-33-en.pdf"' in page
    assert 'href="http://jrhms.thums.ac.ir/article-1-33-en.html"' in page
    assert "doi.org" not in page
    assert "Journal title" not in page


def test_what_is_wrong_with_the_first_input_is_said_with_its_line(make_site: MakeSite, shared: Path) -> None:
    built = make_site({"content/ghoryani.bib": seed(shared)})
    for code, word in (("placeholder", "Journal title"), ("stray-and", "and"), ("empty-field", "doi")):
        (problem,) = built.problems(code)
        assert problem.level == "warning"
        assert (problem.place.file, problem.place.line) == ("content/ghoryani.bib", 1)
        assert word in problem.message
    assert not built.result.incomplete


def test_a_made_up_twin_of_the_first_input_is_read_as_truly(make_site: MakeSite) -> None:
    twin = (
        "@ARTICLE{Quill, author = {Quill, Ada and Brick, Bob and }, title = {On toys: a review}, volume = {1}, "
        "abstract ={Toys are played with. }, URL = {http://toys.example/1.html}, eprint = {http://toys.example/1.pdf}, "
        "journal = {Journal title}, doi = {}, year = {2022} }"
    )
    built = make_site({"content/quill.bib": twin})
    page = built.text("articles/quill/index.html")
    assert re.findall(r'rel="author"[^>]*>(?:<bdi>)?([^<]+)', page) == ["Ada Quill", "Bob Brick"]
    for address in ("http://toys.example/1.html", "http://toys.example/1.pdf"):
        assert f'href="{address}"' in page
    assert "Journal title" not in page
    for code in ("empty-field", "placeholder", "stray-and"):
        assert [problem.place.line for problem in built.problems(code)] == [1], code


def test_one_bib_file_and_nothing_else_is_a_whole_site(tmp_path: Path, shared: Path) -> None:
    from sitegen.build import BuildOptions, build

    (tmp_path / "content").mkdir()
    (tmp_path / "content/papers.bib").write_text(seed(shared), "utf-8")
    build(tmp_path, BuildOptions())
    output = tmp_path / "output"
    for path in (
        "index.html",
        "authors/index.html",
        "articles/ghoryani/ghoryani.bib",
        "search/index.html",
        "404.html",
        ".nojekyll",
    ):
        assert (output / path).is_file(), path


def test_the_same_key_twice_gives_two_whole_pages_and_one_warning_with_both_lines(
    make_site: MakeSite, shared: Path
) -> None:
    other = seed(shared).replace("Immunological and clinical effects", "Zoological and other effects")
    built = make_site({"content/two.bib": f"{seed(shared)}\n{other}\n"})
    first, second = built.text("articles/ghoryani/index.html"), built.text("articles/ghoryani-2022/index.html")
    assert "Immunological and clinical effects" in first
    assert "Zoological and other effects" in second
    for page in (first, second):
        assert "Systemic lupus erythematosus (SLE) is a chronic inflammatory" in page
    (problem,) = built.problems("duplicate-key")
    assert problem.place.line == 2
    assert "content/two.bib:1" in problem.message


def test_exports_carry_the_unique_keys(make_site: MakeSite, shared: Path) -> None:
    other = seed(shared).replace("Immunological and clinical effects", "Zoological and other effects")
    built = make_site({"content/two.bib": f"{seed(shared)}\n{other}\n"})
    keys = re.findall(r"@\w+\{([^,]+),", built.text("library.bib"))
    assert sorted(keys) == ["Ghoryani", "Ghoryani-2022"]
    assert sorted(record["id"] for record in json.loads(built.text("library.json"))) == ["Ghoryani", "Ghoryani-2022"]


def test_the_address_of_the_oldest_work_does_not_move_when_others_arrive(make_site: MakeSite) -> None:
    entry = "@article{{smith, author = {{Smith, Ann}}, title = {{{}}}, journal = {{Acta}}, year = {}}}\n"
    built = make_site({"content/a.bib": entry.format("Newer work", 2023) + entry.format("Oldest work", 1999)})
    assert "Oldest work" in built.text("articles/smith/index.html")
    assert "Newer work" in built.text("articles/smith-2023/index.html")
    built = make_site({"content/b.bib": entry.format("Another of that year", 2023) + entry.format("Newest", 2024)})
    assert "Oldest work" in built.text("articles/smith/index.html")
    assert "Another of that year" in built.text("articles/smith-2023/index.html")
    assert "Newer work" in built.text("articles/smith-2023-newer/index.html")
    assert "Newest" in built.text("articles/smith-2024/index.html")


def test_an_entry_that_is_repeated_word_for_word_is_kept_once(make_site: MakeSite) -> None:
    entry = "@book{b, author = {Doe, Jane}, title = {Once}, publisher = {P}, year = 2001}\n"
    built = make_site({"content/a.bib": entry, "content/b.bib": entry})
    assert built.result.entries == 1
    assert built.result.read == 2
    (problem,) = built.problems("repeated-entry")
    assert str(problem.place) == "content/b.bib:1"
    assert "content/a.bib:1" in problem.message

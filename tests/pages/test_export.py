"""Exports of lists: what a file of several works leaves out, and the compressed twins of large ones."""

import gzip
import json
from collections.abc import Callable

from sitegen.build import BuildOptions
from sitegen.draft import draft
from tests.conftest import Built
from tests.pages.test_article import PDF, entry

MakeSite = Callable[..., Built]
PROGRAM = "@software{prog, author = {Doe, Jane}, title = {A Program}, year = {2001}, version = {2}}\n"
MANY = "".join(f"@misc{{k{number}, title = {{Work {number}}}, year = {{2001}}}}\n" for number in range(1500))


def titles(built: Built, path: str) -> list[str]:
    return sorted(item["title"] for item in json.loads(built.text(path)))


def test_software_is_left_out_of_lists_in_csl_json_which_zotero_would_refuse_whole(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(author="Doe, Jane") + PROGRAM})
    for path in ("library.json", "authors/jane-doe/jane-doe.json", "years/2001/2001.json"):
        assert titles(built, path) == ["A Title"], path
    assert titles(built, "articles/prog/prog.json") == ["A Program"]
    assert "A Program" in built.text("library.bib")
    assert "A Program" in built.text("library.ris")
    said = draft(built.folder, proposals=True).problems
    assert [problem.level for problem in said if problem.code == "left-out-of-lists"] == ["info"]


def test_a_list_of_nothing_else_keeps_its_software(make_site: MakeSite) -> None:
    assert titles(make_site({"content/a.bib": PROGRAM}), "library.json") == ["A Program"]


def test_a_large_library_has_compressed_twins_with_the_same_bytes(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": MANY})
    for suffix in (".bib", ".json", ".ris"):
        twin = (built.folder / f"output/library{suffix}.gz").read_bytes()
        assert gzip.decompress(twin).decode() == built.text(f"library{suffix}")
    assert not make_site({"content/a.bib": PROGRAM}).has("library.bib.gz")


def test_a_twin_after_a_change_is_the_twin_of_a_clean_build(make_site: MakeSite) -> None:
    make_site({"content/a.bib": MANY})
    changed = {"content/a.bib": MANY.replace("Work 700}", "Work seven hundred}")}
    after = (make_site(changed).folder / "output/library.bib.gz").read_bytes()
    clean = (make_site(changed, BuildOptions(clean=True)).folder / "output/library.bib.gz").read_bytes()
    assert after == clean
    assert make_site(changed).result.files.written == 0


def test_a_record_in_ris_names_the_pdf_beside_the_page_and_one_in_bibtex_does_not(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(), "content/pdf/toy.pdf": PDF})
    for path in ("articles/toy/toy.ris", "library.ris"):
        assert "L1  - https://toy.example/articles/toy/toy.pdf\n" in built.text(path)
    assert "toy.pdf" not in built.text("articles/toy/toy.bib")

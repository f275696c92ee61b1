"""Sites of other programs, brought over: nothing of the works is lost, and every old address leads on."""

import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen.build import BuildOptions, build
from sitegen.config import SiteConfig
from sitegen.draft import draft
from sitegen.model.entry import Entry
from tests.starting.conftest import SAMPLES, Begin

KINDS = ("al_folio", "academicpages", "hugo_blox")


def toml(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / "content" / name).read_text("utf-8"))


def without_redirects(folder: Path) -> Path:
    """The same site for a reader that knows no redirects yet."""
    if "redirects" not in {field.name for field in msgspec.structs.fields(SiteConfig)}:
        site = folder / "content/site.toml"
        site.write_text(site.read_text("utf-8").partition("[redirects]")[0], "utf-8")
    return folder


def entries(folder: Path) -> dict[str, Entry]:
    return dict(draft(without_redirects(folder)).site.library.entries)


@pytest.mark.parametrize("kind", KINDS)
def test_a_site_that_was_brought_over_builds_without_an_error(begin: Begin, kind: str) -> None:
    result = build(without_redirects(begin(kind)), BuildOptions())
    assert [problem for problem in result.problems if problem.level == "error"] == []
    assert result.entries >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_redirect_leads_to_a_page_of_the_new_site(begin: Begin, kind: str) -> None:
    folder = begin(kind)
    redirects = toml(folder, "site.toml")["redirects"]
    build(without_redirects(folder), BuildOptions())
    for old, new in redirects.items():
        assert re.fullmatch(r"/(?:[^/]+/)+", old), old
        assert (folder / "output" / new.strip("/") / "index.html").is_file(), new


@pytest.mark.parametrize("kind", KINDS)
def test_old_addresses_answer(begin: Begin, kind: str) -> None:
    if "redirects" not in {field.name for field in msgspec.structs.fields(SiteConfig)}:
        pytest.skip("this sitegen knows no redirects")
    folder = begin(kind)
    build(folder, BuildOptions())
    for old, new in toml(folder, "site.toml")["redirects"].items():
        page = (folder / "output" / old.strip("/") / "index.html").read_text("utf-8")
        assert "http-equiv" in page or "refresh" in page, (old, new)


def test_the_bibliography_of_al_folio_comes_byte_for_byte(begin: Begin) -> None:
    folder = begin("al_folio")
    written = (folder / "content/papers.bib").read_bytes()
    assert written == (SAMPLES / "al_folio/_bibliography/papers.bib").read_bytes()
    tides = entries(folder)["okonkwo2021tides"]
    assert tides.selected
    assert tides.container_title.to_plain() == "Journal of Imaginary Tides"


def test_al_folios_files_come_as_far_as_an_entry_names_them(begin: Begin) -> None:
    folder = begin("al_folio")
    assert sorted(path.name for path in (folder / "content/pdf").iterdir()) == ["tides-talk.pdf", "tides.pdf"]
    build(without_redirects(folder), BuildOptions())
    assert (folder / "output/articles/okonkwo2021tides/okonkwo2021tides.pdf").is_file()
    assert (folder / "output/assets/pdf/tides.pdf").is_file()


def test_al_folios_owner_is_known_under_every_name(begin: Begin) -> None:
    site = toml(begin("al_folio"), "site.toml")
    assert site["title"] == "Mina B. Okonkwo"
    assert site["me"] == ["Mina B. Okonkwo", "Mina Okonkwo", "M. Okonkwo", "M. B. Okonkwo"]
    assert site["url"] == "https://okonkwo-lab.example/papers/"


def test_al_folios_co_authors_become_people(begin: Begin) -> None:
    folder = begin("al_folio")
    people = toml(folder, "people.toml")
    assert people["jorg-muller"]["variants"] == ["J. Müller", "J. K. Müller"]
    library = draft(without_redirects(folder)).site.library
    assert {"mina-b-okonkwo", "jorg-muller"} <= set(library.people)
    assert library.people["jorg-muller"].homepage == "https://joerg.example/"
    assert len(library.people) == 2


def test_al_folios_venues_get_the_names_that_entries_print(begin: Begin) -> None:
    venues = toml(begin("al_folio"), "venues.toml")
    assert venues["journal-of-imaginary-tides"] == {
        "name": "Journal of Imaginary Tides",
        "abbreviation": "JIT",
        "homepage": "https://tides.example/",
    }
    assert len(venues) == 2


def test_pages_of_single_entries_lead_on_where_al_folio_made_them(begin: Begin, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SAMPLES / "al_folio", tmp_path / "with-details"))
    (folder / "_layouts").mkdir()
    (folder / "_layouts/bibtex.html").write_text("{{ page.entry.title }}\n", "utf-8")
    redirects = toml(begin(folder), "site.toml")["redirects"]
    assert redirects["/bibliography/okonkwo2021tides.html"] == "/articles/okonkwo2021tides/"


def test_the_about_page_comes_without_its_templates(begin: Begin) -> None:
    text = (begin("al_folio") / "content/index.md").read_text("utf-8")
    assert text.startswith("We study *tides*")
    assert "{%" not in text
    assert "<div" not in text


def test_an_academicpages_publication_becomes_an_entry(begin: Begin) -> None:
    folder = begin("academicpages")
    tides = entries(folder)["2009-10-01-tides"]
    assert [name.to_plain() for name in tides.authors] == ["M. Okonkwo", "J. K. Müller", "N. Abara"]
    assert tides.title.to_plain() == "How Imaginary Tides Turn: A 2π View"
    assert tides.abstract.to_plain() == "Tides that nobody has seen turn twice a day."
    assert tides.year == 2009
    assert tides.link("slides") == "https://mokonkwo.example/files/slides1.pdf"


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        ("Okonkwo, M., Müller, J. K. &amp; Abara, N. (2009).", "M. Okonkwo; J. K. Müller; N. Abara"),
        ("A. Okonkwo, L. Müller, and N. Abara (2023). A Title.", "A. Okonkwo; L. Müller; N. Abara"),
        ("Mina Okonkwo, Jörg Müller and Ngozi Abara, “A Title”", "Mina Okonkwo; Jörg Müller; Ngozi Abara"),
        ("García Márquez, Gabriel (1967).", "Gabriel García Márquez"),
        ("Okonkwo, Mina, et al. (2017).", "Mina Okonkwo; others"),
    ],
)
def test_authors_are_told_apart_in_a_citation(begin: Begin, tmp_path: Path, citation: str, printed: str) -> None:
    root = tmp_path / "pages"
    (root / "_publications").mkdir(parents=True)
    (root / "_config.yml").write_text("title: T\n", "utf-8")
    page = f"---\ntitle: A Title\ncitation: {json.dumps(citation)}\n---\n"
    (root / "_publications/one.md").write_text(page, "utf-8")
    work = entries(begin(root))["one"]
    names = [name.to_plain() for name in work.authors] + (["others"] if work.et_al else [])
    assert "; ".join(names) == printed


def test_the_bibtex_of_an_academicpages_publication_goes_first(begin: Begin) -> None:
    moons = entries(begin("academicpages"))["okonkwo2015moons"]
    assert [name.to_plain() for name in moons.authors] == ["Mina Okonkwo", "Jörg Müller"]
    assert moons.page == "1–8"
    assert moons.link("pdf") == "https://moons.example/15.pdf"


def test_files_of_academicpages_keep_their_addresses(begin: Begin) -> None:
    folder = begin("academicpages")
    build(without_redirects(folder), BuildOptions())
    assert (folder / "output/files/paper1.pdf").is_file()
    assert (folder / "output/articles/2009-10-01-tides/2009-10-01-tides.pdf").is_file()


def test_every_old_address_of_academicpages_is_there(begin: Begin) -> None:
    assert toml(begin("academicpages"), "site.toml")["redirects"] == {
        "/papers/tides/": "/articles/2009-10-01-tides/",
        "/publication/2009-10-01-tides/": "/articles/2009-10-01-tides/",
        "/publication/2015-10-01-moons/": "/articles/okonkwo2015moons/",
        "/publication/2020-01-01-lost/": "/articles/2020-01-01-lost/",
        "/publications/": "/",
    }


def test_a_hugo_blox_publication_becomes_an_entry(begin: Begin) -> None:
    tides = entries(begin("hugo_blox"))["tides"]
    assert [name.to_plain() for name in tides.authors] == ["Mina Okonkwo", "Jörg Müller", "Ngozi Abara"]
    assert (tides.container_title.to_plain(), tides.volume, tides.issue) == ("Journal of Imaginary Tides", "4", "2")
    assert tides.doi == "10.5555/tides.2021.4"
    assert tides.keywords == ("Tides", "Moons & More")
    assert tides.selected
    assert tides.link("code") == "https://github.com/okonkwo/tides"
    assert tides.link("slides") == ""


def test_hugo_bloxs_citation_file_goes_first_and_its_pdf_comes_along(begin: Begin) -> None:
    folder = begin("hugo_blox")
    moons = entries(folder)["okonkwo2019moons"]
    assert moons.page == "1–8"
    assert moons.link("video") == "https://video.example/moons"
    build(without_redirects(folder), BuildOptions())
    assert (folder / "output/articles/okonkwo2019moons/okonkwo2019moons.pdf").is_file()
    assert (folder / "output/publication/moons/paper.pdf").is_file()


def test_hugo_bloxs_users_become_people(begin: Begin) -> None:
    folder = begin("hugo_blox")
    assert toml(folder, "site.toml")["me"] == ["Mina Okonkwo"]
    people = toml(folder, "people.toml")
    assert people["mina-okonkwo"]["orcid"] == "0000-0002-1825-0097"
    assert people["mina-okonkwo"]["affiliation"] == "University of the Moon"
    assert people["jorg-muller"]["orcid"] == "0000-0001-5109-3700"


def test_hugo_bloxs_pages_of_people_lead_on(begin: Begin) -> None:
    redirects = toml(begin("hugo_blox"), "site.toml")["redirects"]
    people = {old: new for old, new in redirects.items() if old.startswith("/author/")}
    assert people == {
        "/author/admin/": "/authors/mina-okonkwo/",
        "/author/mina-okonkwo/": "/authors/mina-okonkwo/",
        "/author/joerg/": "/authors/jorg-muller/",
        "/author/jorg-muller/": "/authors/jorg-muller/",
        "/author/jörg-müller/": "/authors/jorg-muller/",
    }


def test_a_folder_whose_name_is_no_key_keeps_its_pdf(begin: Begin, tmp_path: Path) -> None:
    page = tmp_path / "hugo/content/publication/Ada, Notes (1843)"
    page.mkdir(parents=True)
    (tmp_path / "hugo/hugo.yaml").write_text("title: T\n", "utf-8")
    (page / "index.md").write_text("---\ntitle: Notes\nauthors: [Ada Lovelace]\n---\n", "utf-8")
    (page / "notes.pdf").write_bytes(b"%PDF-1.4\n")
    folder = begin(tmp_path / "hugo")
    build(without_redirects(folder), BuildOptions())
    assert (folder / "output/articles/ada-notes-1843/ada-notes-1843.pdf").is_file()


def test_two_publications_of_one_key_both_come_over(begin: Begin, tmp_path: Path) -> None:
    root = tmp_path / "hugo"
    (root / "content/publication").mkdir(parents=True)
    (root / "hugo.yaml").write_text("title: T\n", "utf-8")
    for name in ("one", "two"):
        folder = root / "content/publication" / name
        folder.mkdir()
        (folder / "index.md").write_text("---\ntitle: T\n---\n", "utf-8")
        (folder / "cite.bib").write_text(f"@misc{{same, title = {{{name}}}, author = {{A, B}}}}\n", "utf-8")
    assert set(entries(begin(root))) == {"same", "two"}


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40)),
        "a: &a [*a]\n",
        "[" * 5000,
        "title: !!python/object/apply:os.system ['true']\n",
        "\x00: \ud7ff",
        "- not\n- a table\n",
    ],
    ids=["aliases", "ring", "deep", "python", "control", "list"],
)
def test_hostile_settings_do_no_harm(begin: Begin, tmp_path: Path, front: str) -> None:
    root = tmp_path / "hugo"
    (root / "content/publication/one").mkdir(parents=True)
    (root / "hugo.yaml").write_text(front, "utf-8")
    (root / "content/publication/one/index.md").write_text(f"---\n{front}\n---\n", "utf-8")
    (root / "content/publication/two.md").write_text("---\ntitle: Two\n---\n", "utf-8")
    assert set(entries(begin(root))) >= {"two"}


def test_al_folios_bibliography_may_lie_where_its_settings_say_and_a_pdf_may_bear_the_key(
    tmp_path: Path, begin: Begin
) -> None:
    root = tmp_path / "source"
    (root / "library").mkdir(parents=True)
    (root / "assets/pdf").mkdir(parents=True)
    (root / "_config.yml").write_text("scholar:\n  source: ./library/\n", "utf-8")
    (root / "library/papers.bib").write_text("@misc{a2, title = {A}, year = 2001}\n", "utf-8")
    (root / "assets/pdf/a2.pdf").write_bytes(b"%PDF-1.4\n")
    folder = begin(root)
    assert list(entries(folder)) == ["a2"]
    assert (folder / "content/pdf/a2.pdf").is_file()


@pytest.mark.parametrize("source", ["../elsewhere", "/elsewhere", ".", "_bibliography/../../elsewhere"])
def test_al_folios_settings_cannot_lead_out_of_the_checkout(tmp_path: Path, begin: Begin, source: str) -> None:
    root = tmp_path / "source"
    (root / "_bibliography").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.bib").write_text("@misc{secret, title = {S}}\n", "utf-8")
    (root / "_bibliography/papers.bib").write_text("@misc{a2, title = {A}, year = 2001}\n", "utf-8")
    (root / "_config.yml").write_text(f"scholar:\n  source: {source}\n", "utf-8")
    assert list(entries(begin(root))) == ["a2"]


def test_abstract_and_code_of_an_academicpages_publication_come_along(tmp_path: Path, begin: Begin) -> None:
    root = tmp_path / "source"
    (root / "_publications").mkdir(parents=True)
    (root / "_config.yml").write_text("title: Works\n", "utf-8")
    page = "---\ntitle: A\ndate: 2001-02-03\nabstract: What was found.\ngithub: https://github.com/a/b\n---\n[Download](x)\n"
    (root / "_publications/one.md").write_text(page, "utf-8")
    work = entries(begin(root))["one"]
    assert (work.abstract.to_plain(), work.link("code")) == ("What was found.", "https://github.com/a/b")


def test_links_of_older_hugo_blox_sites_come_along(tmp_path: Path, begin: Begin) -> None:
    root = tmp_path / "source"
    (root / "content/publication/one").mkdir(parents=True)
    (root / "config.toml").write_text('title = "Works"\n', "utf-8")
    page = (
        '+++\ntitle = "A"\ndate = "2001-02-03"\nauthors = ["Ann Cole"]\npublication_types = ["2"]\n'
        '[[url_custom]]\nname = "Code"\nurl = "https://code.example/a"\n+++\n'
    )
    (root / "content/publication/one/index.md").write_text(page, "utf-8")
    work = entries(begin(root))["one"]
    assert (work.type, work.link("code")) == ("article-journal", "https://code.example/a")

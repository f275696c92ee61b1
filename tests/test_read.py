"""The content folder: what it may hold, and what is said when something in it cannot be read."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.problems import SitegenError
from sitegen.read import read_content
from tests.conftest import Built

MakeSite = Callable[..., Built]
REFS = "@book{a, title = {T}, author = {Euler, L.}, year = 1748}\n"


@pytest.mark.parametrize("name", ["site.toml", "people.toml", "venues.toml"])
def test_a_folder_in_place_of_a_configuration_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / f"content/{name}").mkdir(parents=True)
    with pytest.raises(SitegenError, match=rf"content/{name} is a folder") as raised:
        read_content(tmp_path, {})
    assert raised.value.hint == "Rename the folder."


def test_a_configuration_that_is_not_utf_8_names_the_byte(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match=r"content/site\.toml: byte 9 is not UTF-8"):
        make_site({"content/site.toml": b"title = '\xff'"})


def test_a_folder_called_like_a_bibliography_is_a_folder(make_site: MakeSite) -> None:
    assert make_site({"content/d.bib/refs.bib": REFS}).result.entries == 1


def test_what_is_too_large_to_read_is_left_out_and_makes_the_build_incomplete(make_site: MakeSite) -> None:
    built = make_site({"content/site.toml": "[limits]\nfile_bytes = 10\n", "content/a.bib": REFS})
    assert built.result.incomplete
    (problem,) = built.problems("file-too-large")
    assert problem.place.file == "content/a.bib"


def test_a_folder_that_cannot_be_listed_is_an_error(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> "Iterator[os.DirEntry[str]]":
        if str(path).endswith("content/shut"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    built = make_site({"content/a.bib": REFS, "content/shut/b.bib": REFS.replace("{a,", "{b,")})
    (problem,) = built.problems("folder-not-read")
    assert problem.place.file == "content/shut"
    assert built.result.incomplete
    assert built.result.entries == 1


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("Index.md", "index.html"),
        ("sub/index.md", "sub/index.html"),
        ("Sub/INDEX.MD", "sub/index.html"),
        ("About Us.md", "about-us/index.html"),
    ],
)
def test_a_page_stands_where_its_file_does(make_site: MakeSite, file: str, address: str) -> None:
    assert "Some words" in make_site({"content/a.bib": REFS, f"content/{file}": "Some words.\n"}).text(address)


@pytest.mark.parametrize("heading", ["Euler, Leonhard", "../../x", "Äö/ß", "con"])
def test_headings_of_people_and_venues_become_safe_addresses(make_site: MakeSite, heading: str) -> None:
    bib = "@article{a, title = {T}, author = {Euler, L.}, journal = {J}, year = 1748}\n"
    built = make_site(
        {
            "content/a.bib": bib,
            "content/people.toml": f'["{heading}"]\nname = "L. Euler"\n',
            "content/venues.toml": f'["{heading}"]\nname = "J"\n',
        }
    )
    people = {path for path in built.paths() if path.startswith("authors/") and path.count("/") == 2}
    assert len({path.split("/")[1] for path in people}) == 1
    assert not built.problems("unused-person")
    assert not built.problems("unused-venue")


def test_two_headings_of_one_address_are_refused(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match="makes the same address as another heading: euler"):
        make_site({"content/people.toml": '[Euler]\nname = "A"\n[euler]\nname = "B"\n'})


@pytest.mark.parametrize("head", ["# Us\n", "Us\n===\n", "---\ntitle: Us\n---\n# Us\n"])
def test_a_heading_that_says_the_title_is_shown_once(make_site: MakeSite, head: str) -> None:
    html = make_site({"content/us.md": f"{head}\nWe are here.\n"}).text("us/index.html")
    assert html.count("<h1") == 1
    assert "We are here." in html


def test_a_heading_that_says_something_else_stays(make_site: MakeSite) -> None:
    html = make_site({"content/us.md": "---\ntitle: Us\n---\n# Other\n"}).text("us/index.html")
    assert "Other</h1>" in html

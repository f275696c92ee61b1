"""What the hostile library found, each by itself."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Built

MakeSite = Callable[..., Built]
ENTRY = "@article{a, author = {Doe, Jane}, title = {On Light}, journal = {Acta}, year = 2001}\n"


@pytest.mark.parametrize("name", ["a\\b.txt", "a:b.txt", "a\nb.txt", "a\x1bb.txt"])
def test_a_static_file_whose_name_no_address_may_have_is_left_out_and_the_site_is_built(
    make_site: MakeSite, name: str
) -> None:
    built = make_site({"content/a.bib": ENTRY, f"content/static/{name}": "words"})
    (problem,) = built.problems("file-not-published")
    assert problem.left_out
    assert built.has("articles/a/index.html")


@pytest.mark.parametrize("address", ["x" * 300, "é" * 200, "y/" * 800])
def test_a_redirect_from_an_address_too_long_for_a_disk_is_left_out_and_the_site_is_built(
    make_site: MakeSite, address: str
) -> None:
    settings = f'title = "Toy"\nurl = "https://toy.example/"\n[redirects]\n"{address}" = "a"\n'
    built = make_site({"content/a.bib": ENTRY, "content/site.toml": settings})
    assert len(built.problems("bad-redirect")) == 1
    assert built.has("articles/a/index.html")


def test_control_characters_that_an_escape_of_toml_brings_stand_in_no_feed(make_site: MakeSite) -> None:
    built = make_site(
        {
            "content/a.bib": ENTRY,
            "content/site.toml": 'title = "To\\u0000y\\uffff"\nurl = "https://toy.example/"\n',
            "content/venues.toml": '[acta]\nname = "Ac\\u0001ta"\nvariants = ["Acta"]\n',
            "content/page.md": '+++\ntitle = "A \\u0007 page"\n+++\nwords\n',
        }
    )
    feeds = [path for path in built.paths() if path.endswith(".xml")]
    assert len(feeds) > 2
    for path in feeds:
        ET.fromstring(built.text(path))
    assert "<title>Toy</title>" in built.text("index.html") or "· Toy</title>" in built.text("authors/index.html")
    assert "\x07" not in built.text("page/index.html")


def test_a_link_in_the_content_publishes_nothing_of_what_it_points_at(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("%PDF- secret")
    static = tmp_path / "site/content/static"
    static.mkdir(parents=True)
    (static / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site/content/secret.md").symlink_to(tmp_path / "secret.txt")
    built = make_site({"content/a.bib": ENTRY})
    assert len(built.problems("link-in-content")) == 2
    assert not [path for path in built.paths() if "secret" in path]

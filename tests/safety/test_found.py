"""What the hostile library found, each by itself."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitegen.config import LimitsConfig
from sitegen.csl import style
from sitegen.formats import Source
from sitegen.formats.csl_json.read import read as read_csl_json
from sitegen.problems import SitegenError
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


def test_a_link_to_a_folder_of_another_place_is_not_entered(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text("# Secret", "utf-8")
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "site/content/inside").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/content/loop").symlink_to(tmp_path / "site/content")
    built = make_site({"content/a.bib": ENTRY})
    assert len(built.problems("link-in-content")) == 2
    assert not [path for path in built.paths() if "secret" in path]


@pytest.mark.parametrize("name", ["a.bib", "b.md", "static/c.txt", "pdf/a.pdf", "people.toml", "d.csl"])
def test_a_pipe_in_the_content_holds_up_nothing(make_site: MakeSite, tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "site/content" / name
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    built = make_site({"content/other.bib": ENTRY})
    assert built.has("articles/a/index.html")


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_signs_that_turn_the_line_round_stand_in_no_page_and_no_export(make_site: MakeSite, sign: str) -> None:
    title = f"On {sign}thgiL"
    built = make_site(
        {
            "content/a.bib": ENTRY.replace("On Light", title).replace("Doe", f"D{sign}oe"),
            "content/b.json": json.dumps([{"id": "b", "type": "book", "title": title, "note": sign + "x"}]),
            "content/c.ris": f"TY  - BOOK\nTI  - {title}\nAU  - Doe{sign}\nER  - \n",
        }
    )
    pages = [path for path in built.paths() if path.endswith((".html", ".json", ".ris", ".xml"))]
    assert len(pages) > 20
    assert [path for path in pages if sign in built.text(path)] == []


@pytest.mark.parametrize("name", ["site.toml", "people.toml", "venues.toml"])
@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5_000 + "]" * 5_000,
        "a = " + "{a=" * 5_000 + "1" + "}" * 5_000,
        ".".join(["a"] * 5_000) + " = 1",
        "[" + ".".join(["a"] * 5_000) + "]",
        "a = " + "9" * 10_000,
        "a = 1" + "e" + "9" * 5_000,
        'a = """' + "\\\n" * 5_000,
    ],
    ids=["lists", "tables", "key", "heading", "number", "exponent", "text"],
)
def test_toml_made_to_exhaust_is_one_line(make_site: MakeSite, name: str, text: str) -> None:
    with pytest.raises(SitegenError) as raised:
        make_site({"content/a.bib": ENTRY, f"content/{name}": text})
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 300


JSON_BOMBS = {
    "lists": "[" * 100_000,
    "closed lists": "[" * 50_000 + "]" * 50_000,
    "tables": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "in an item": '[{"id": "x", "type": "book", "title": ' + "[" * 20_000 + "]" * 20_000 + "}]",
    "number": '[{"id": "x", "type": "book", "volume": ' + "9" * 20_000 + "}]",
    "infinite": '[{"id": "x", "type": "book", "volume": 1e999, "issue": NaN, "page": -Infinity}]',
    "date": '[{"id": "x", "type": "book", "issued": {"date-parts": [[' + "9" * 5_000 + ", 1e400]]}}]",
    "surrogate": '[{"id": "x", "type": "book", "title": "\\ud800\\udc00\\udfff"}]',
    "prototype": '[{"id": "__proto__", "type": "constructor", "__proto__": {"owned": 1}, "title": "x"}]',
}


@pytest.mark.parametrize("bomb", JSON_BOMBS)
def test_json_made_to_exhaust_is_said_or_cut(bomb: str) -> None:
    reading = read_csl_json([Source("content/b.json", JSON_BOMBS[bomb].encode())], LimitsConfig())
    assert reading.entries or reading.problems
    assert all(problem.message.isprintable() for problem in reading.problems)


STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">{}</style>'
STYLES = {
    "laughs": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + STYLE.format("&b;"),
    "outside": '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + STYLE.format(""),
    "entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + STYLE.format("&a;"),
    "deep": STYLE.format("<group>" * 5_000 + "</group>" * 5_000),
    "not XML": "<style",
    "nothing": "",
}


@pytest.mark.parametrize("hostile", STYLES)
def test_a_hostile_citation_style_is_one_line(hostile: str) -> None:
    with pytest.raises(SitegenError) as raised:
        style(STYLES[hostile].encode(), "", "own.csl")
    assert str(raised.value).isprintable()
    assert ("document type" in str(raised.value)) is ("<!DOCTYPE" in STYLES[hostile])
    assert ("too deeply" in str(raised.value)) is (hostile == "deep")


@pytest.mark.parametrize(
    ("one", "other"), [("A.txt", "a.txt"), ("caf\u00e9.txt", "cafe\u0301.txt"), ("\ufb01.txt", "fi.txt")]
)
def test_two_static_files_that_are_one_on_some_disk_are_said(make_site: MakeSite, one: str, other: str) -> None:
    files = {"content/a.bib": ENTRY, f"content/static/{one}": "one", f"content/static/{other}": "other"}
    try:
        built = make_site(files)
    except SitegenError as error:
        assert str(error).isprintable()
        return
    if one.startswith("\ufb01"):
        assert built.has(one)
        assert built.has(other)
    else:
        assert [problem for problem in built.result.problems if problem.left_out]


def test_keys_that_fold_to_one_address_keep_a_page_each(make_site: MakeSite) -> None:
    keys = [
        "Smith2020",
        "smith2020",
        "SMITH-2020",
        "smith_2020",
        "caf\u00e9",
        "cafe\u0301",
        "\uff53mith2020",
        "stra\u00dfe",
        "strasse",
    ]
    bib = "".join(f"@misc{{{key}, title = {{Work {at}}}, year = {1900 + at}}}\n" for at, key in enumerate(keys))
    built = make_site({"content/a.bib": bib})
    pages = [path for path in built.paths() if path.startswith("articles/") and path.endswith("/index.html")]
    for at in range(len(keys)):
        assert [path for path in pages if f">Work {at}<" in built.text(path)], at
    assert len({path.casefold() for path in pages}) == len(pages)

"""Cards for where pages are shared, and icons, as a site gets them."""

import importlib.util
import re
from importlib.metadata import PackageNotFoundError
from io import BytesIO
from pathlib import Path

import pytest

import sitegen.cards
from sitegen.build import BuildOptions, build
from sitegen.problems import SitegenError
from tests.conftest import write_files

BIB = """
@article{lamps, author={Quill, Ada and Müller, Łukasz}, title={Lamps that never go out}, journal={Lights}, year=2021}
@article{tides, author={Berg, Jan}, title={Приливы в чашке}, year=2020}
@article{qinghao, author={屠, 呦呦}, title={一种新型的倍半萜内酯}, year=1977}
"""
ON = "[cards]\nenabled = true\n"
needs_the_extra = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("PIL", "font_source_serif_pro")),
    reason="the extra cards is not installed",
)


def made(root: Path, config: str, url: str = "https://lights.example/") -> Path:
    write_files(root, {"content/all.bib": BIB, "content/site.toml": config})
    build(root, BuildOptions(base_url=url))
    return root / "output"


def pictures(output: Path) -> dict[str, bytes]:
    """The cards and drawn icons of a site by their paths."""
    found = (path for path in output.rglob("*") if path.suffix in {".png", ".ico"})
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def files(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def shared(page: Path) -> dict[str, str]:
    """What a page says of its picture."""
    return dict(re.findall(r'<meta property="og:image(:?\w*)" content="([^"]*)">', page.read_text("utf-8")))


def test_a_site_that_does_not_ask_has_no_card_and_no_further_icon(tmp_path: Path) -> None:
    output = made(tmp_path, "")
    assert pictures(output) == {}
    assert shared(output / "index.html") == shared(output / "articles/lamps/index.html") == {}
    assert (output / "index.html").read_text("utf-8").count('rel="icon"') == 1


@needs_the_extra
def test_each_work_has_a_card_of_the_size_that_its_page_tells(tmp_path: Path) -> None:
    from PIL import Image

    output = made(tmp_path, ON)
    for id_ in ("lamps", "tides"):
        told = shared(output / f"articles/{id_}/index.html")
        assert told[""] == f"https://lights.example/articles/{id_}/{id_}-card.png"
        with Image.open(output / f"articles/{id_}/{id_}-card.png") as card:
            assert card.size == (1200, 630) == (int(told[":width"]), int(told[":height"]))
    assert shared(output / "articles/lamps/index.html")[":alt"] == "Lamps that never go out"


@needs_the_extra
def test_letters_that_the_font_lacks_leave_a_work_with_the_card_of_the_site(tmp_path: Path) -> None:
    output = made(tmp_path, ON)
    assert not (output / "articles/qinghao/qinghao-card.png").exists()
    assert shared(output / "articles/qinghao/index.html")[""] == "https://lights.example/card.png"
    assert shared(output / "authors/ada-quill/index.html")[""] == "https://lights.example/card.png"


@needs_the_extra
def test_only_the_newest_works_have_cards_of_their_own(tmp_path: Path) -> None:
    output = made(tmp_path, ON + "works = 1\n")
    assert {path for path in pictures(output) if path.startswith("articles/")} == {"articles/lamps/lamps-card.png"}


@needs_the_extra
def test_a_picture_of_the_owners_goes_before_the_card_of_the_site(tmp_path: Path) -> None:
    output = made(tmp_path, f'image = "https://lights.example/knot.png"\n{ON}')
    assert "card.png" not in pictures(output)
    assert shared(output / "index.html")[""] == "https://lights.example/knot.png"
    assert shared(output / "articles/lamps/index.html")[""].endswith("/lamps-card.png")


@needs_the_extra
def test_cards_are_the_same_bytes_each_time_and_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures(made(tmp_path / "one", ON))
    assert first == pictures(made(tmp_path / "two", ON))
    monkeypatch.setattr(sitegen.cards, "WORKER", tmp_path / "nothing.py")
    build(tmp_path / "one", BuildOptions(base_url="https://lights.example/", clean=True))
    assert pictures(tmp_path / "one/output") == first


@needs_the_extra
def test_an_accent_colours_cards_and_icons_and_old_pictures_are_forgotten(tmp_path: Path) -> None:
    from PIL import Image

    before = pictures(made(tmp_path, ON))
    after = pictures(made(tmp_path, f'accent = "#0b5c4b"\n{ON}'))
    assert before.keys() == after.keys()
    anew = made(tmp_path / "new", f'accent = "#0b5c4b"\n{ON}')
    assert files(tmp_path / "output") == files(anew)
    assert not set(before.values()) & set(after.values())
    with Image.open(BytesIO(after["card.png"])) as card:
        band = card.convert("RGB").crop((0, 0, 1200, 10)).tobytes()
    assert all(abs(seen - meant) <= 4 for seen, meant in zip(band[:3], (0x0B, 0x5C, 0x4B), strict=True))
    kept = {path.read_bytes() for path in (tmp_path / ".sitegen/cards").iterdir()}
    assert kept - {b""} == set(after.values())


@needs_the_extra
def test_icons_are_drawn_unless_the_owner_has_some(tmp_path: Path) -> None:
    from PIL import Image

    output = made(tmp_path / "one", ON, "")
    assert set(pictures(output)) == {"favicon.ico", "apple-touch-icon.png"}
    with Image.open(output / "favicon.ico") as icon:
        assert icon.size == (32, 32)
    with Image.open(output / "apple-touch-icon.png") as icon:
        assert icon.size == (180, 180)
    assert '<link rel="apple-touch-icon" href="../../apple-touch-icon.png">' in (
        output / "articles/lamps/index.html"
    ).read_text("utf-8")
    (tmp_path / "two/templates/assets").mkdir(parents=True)
    (tmp_path / "two/templates/assets/icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert pictures(made(tmp_path / "two", ON, "")) == {}


@needs_the_extra
def test_a_list_of_authors_that_goes_on_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        sitegen.cards, "_draw", lambda missing: drawn.extend(str(each.get("names")) for each in missing.values())
    )
    names = "A, A. and B, B. and C, C. and D, D. and E, E."
    one, other = (
        f"@misc{{a, author={{{names}}}, title={{A}}}}",
        f"@misc{{b, author={{{names} and others}}, title={{B}}}}",
    )
    write_files(tmp_path, {"content/all.bib": f"{one}\n{other}", "content/site.toml": ON})
    build(tmp_path, BuildOptions(base_url="https://lights.example/"))
    shown = "A. A, B. B, C. C, D. D"
    assert [each.replace("\xa0", " ") for each in drawn[-2:]] == [f"{shown} and 1 more", f"{shown} and others"]


@needs_the_extra
def test_a_title_that_is_too_long_ends_in_an_ellipsis_below_the_edge_of_the_card() -> None:
    from sitegen.cards.worker import HEIGHT, TITLE_ROOM, WIDTH, titled

    lines, face, step = titled("Donaudampfschifffahrtsgesellschaft " * 30, WIDTH - 168)
    assert lines[-1].endswith("…")
    assert len(lines) * step <= TITLE_ROOM < HEIGHT
    assert all(face.getlength(line) <= WIDTH - 168 for line in lines)


def test_cards_without_the_extra_are_an_error_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(sitegen.cards, "version", missing)
    with pytest.raises(SitegenError, match="cards need the packages") as caught:
        made(tmp_path, ON)
    assert "pip install pillow font-source-serif-pro" in caught.value.hint

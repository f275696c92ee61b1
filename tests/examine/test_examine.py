"""First pages of PDFs: made once, the same every time, and no harm done by a PDF that means harm."""

import os
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen import examine as stage
from sitegen.build import BuildOptions, build
from sitegen.draft import draft
from sitegen.examine.viewer import Viewer
from tests.conftest import Built
from tests.example_pdfs import page

MakeSite = Callable[..., Built]
REFS = "@book{toy, title = {T}, author = {Doe, J.}, year = 2001}\n"
FILES = {"content/a.bib": REFS, "content/pdf/toy.pdf": page("toy", "T")}

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pytest.importorskip("PIL", reason="the extra pdf is not installed")


OPENS = stage.versions
"""As it is before tests are kept from it."""


@pytest.fixture(autouse=True)
def open_pdfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "versions", OPENS)


def kept(built: Built) -> Mapping[str, bytes]:
    """What is remembered of PDFs."""
    return {file.name: file.read_bytes() for file in (built.folder / stage.FOLDER).iterdir()}


def drawing(content: bytes, box: str = "0 0 420 595") -> bytes:
    """A PDF of one page with this content."""
    packed = zlib.compress(content, 9)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R >>" % box.encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def test_a_page_says_how_many_pages_the_pdf_has_and_shows_the_first(make_site: MakeSite) -> None:
    built = make_site(FILES)
    html = built.text("articles/toy/index.html")
    assert "1 page · 1 kB" in html
    assert '<a class="leaf" href="toy.pdf"><img src="toy.webp" width="280" height="397"' in html
    assert (built.folder / "output/articles/toy/toy.webp").read_bytes()[8:12] == b"WEBP"


def test_a_pdf_is_opened_once(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    built = make_site(FILES)
    before = kept(built)
    monkeypatch.setattr(Viewer, "look", lambda *_: pytest.fail("the PDF was opened again"))
    picture = built.folder / "output/articles/toy/toy.webp"
    shown = picture.read_bytes()
    build(built.folder, BuildOptions(clean=True))
    assert (picture.read_bytes(), kept(built)) == (shown, before)


def test_the_picture_is_the_same_every_time(make_site: MakeSite) -> None:
    built = make_site(FILES)
    before = kept(built)
    for file in (built.folder / stage.FOLDER).iterdir():
        file.unlink()
    build(built.folder, BuildOptions(clean=True))
    assert kept(built) == before


def test_another_pdf_gets_another_picture_and_the_old_one_is_forgotten(make_site: MakeSite) -> None:
    built = make_site(FILES)
    before = kept(built)
    (built.folder / "content/pdf/toy.pdf").write_bytes(page("toy", "Another title"))
    build(built.folder, BuildOptions())
    assert len(kept(built)) == len(before)
    assert not kept(built).keys() & before.keys()


def test_what_is_not_ours_is_left_alone(make_site: MakeSite, tmp_path: Path) -> None:
    built = make_site(FILES)
    folder = built.folder / stage.FOLDER
    (folder / "note.txt").write_text("mine", "utf-8")
    build(built.folder, BuildOptions(clean=True))
    assert (folder / "note.txt").exists()
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    before = sorted(file.name for file in elsewhere.iterdir())
    (built.folder / "content/pdf/toy.pdf").write_bytes(page("toy", "Another"))
    build(built.folder, BuildOptions())
    assert sorted(file.name for file in elsewhere.iterdir()) == before


def test_a_pdf_that_cannot_be_opened_is_a_warning_and_still_offered(make_site: MakeSite) -> None:
    built = make_site({**FILES, "content/pdf/toy.pdf": b"%PDF-1.4\n" + os.urandom(2000)})
    (problem,) = built.problems("unreadable-pdf")
    assert (problem.level, problem.place.line, problem.id) == ("warning", 1, "toy")
    assert built.has("articles/toy/toy.pdf")
    assert not built.has("articles/toy/toy.webp")


@pytest.mark.parametrize("box", ["0 0 1 14400", "0 0 14400 1"])
def test_a_page_of_an_odd_form_has_no_picture_but_counts(make_site: MakeSite, box: str) -> None:
    built = make_site({**FILES, "content/pdf/toy.pdf": drawing(b"0 0 1 1 re f", box)})
    assert "1 page" in built.text("articles/toy/index.html")
    assert not built.has("articles/toy/toy.webp")


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text(
        "import sys, time\nsys.stdin.readline()\ntime.sleep(9)\nprint('{\"pages\": 1}', flush=True)\n", "utf-8"
    )
    monkeypatch.setattr("sitegen.examine.viewer.WORKER", slow)
    with Viewer(seconds=0.5) as viewer:
        assert viewer.look("a.pdf", "a.webp") == {"error": "it takes too much time or memory"}


def test_a_pdf_that_unfolds_without_end_costs_no_more_than_itself(tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(drawing(b"0 0 m 1 1 l S\n" * 20_000_000))
    (tmp_path / "good.pdf").write_bytes(page("good", "Good"))
    with Viewer(seconds=2) as viewer:
        assert "error" in viewer.look(str(tmp_path / "bomb.pdf"), str(tmp_path / "bomb.webp"))
    with Viewer() as viewer:
        good = viewer.look(str(tmp_path / "good.pdf"), str(tmp_path / "good.webp"))
    assert good == {"pages": 1, "width": 280, "height": 397}


def test_a_worker_that_dies_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(page("good", "Good"))
    with Viewer() as viewer:
        assert "error" in viewer.look(str(tmp_path / "gone.pdf"), "")
        process = viewer._process
        assert process
        process.kill()
        process.wait()
        assert "error" in viewer.look(str(tmp_path / "good.pdf"), str(tmp_path / "good.webp"))
        assert viewer.look(str(tmp_path / "good.pdf"), str(tmp_path / "good.webp"))["pages"] == 1


def test_without_the_extra_nothing_is_done(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "versions", lambda: "")
    built = make_site(FILES)
    assert not built.has("articles/toy/toy.webp")
    assert not (built.folder / stage.FOLDER).exists()


def test_who_only_checks_or_exports_writes_nothing(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": REFS})
    (built.folder / "content/pdf").mkdir()
    (built.folder / "content/pdf/toy.pdf").write_bytes(page("toy", "T"))
    draft(built.folder, pictures=False)
    assert not (built.folder / stage.FOLDER).exists()

"""Hosts refuse what is too large or takes too long; one hears of it before they do."""

from pathlib import Path

import pytest

from sitegen import hosting
from sitegen.build import BuildOptions, build
from sitegen.hosting import too_large, too_slow
from sitegen.outcome import Written

REFS = "@book{euler1748, title={Introductio}, author={Euler, Leonhard}, year=1748, publisher={Bousquet}}\n"


def test_a_site_of_four_fifths_of_what_a_host_publishes_is_warned_of() -> None:
    assert not list(too_large(Written(bytes=799_000_000)))
    (problem,) = too_large(Written(bytes=800_000_000))
    assert (problem.code, problem.level) == ("site-large", "warning")
    assert "800 MB" in problem.message


def test_a_heavy_file_is_warned_of_by_its_path() -> None:
    (problem,) = too_large(Written(heavy=(("articles/a/a.pdf", 90_000_000), ("library.bib", 1_000))))
    assert problem.code == "file-large"
    assert "articles/a/a.pdf has 90 MB" in problem.message


def test_a_build_of_eight_minutes_is_warned_of() -> None:
    assert not list(too_slow(479))
    (problem,) = too_slow(480)
    assert "8 minutes" in problem.message


def test_a_build_tells_of_its_heavy_files_unless_nobody_wants_to_hear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosting, "FILE_BYTES", 1_000)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    assert "file-large" in {problem.code for problem in build(tmp_path, BuildOptions()).problems}
    assert "file-large" in {problem.code for problem in build(tmp_path, BuildOptions()).problems}, "nothing to do"
    (tmp_path / "content/site.toml").write_text('[check]\nignore = ["file-large"]\n', "utf-8")
    assert "file-large" not in {problem.code for problem in build(tmp_path, BuildOptions()).problems}

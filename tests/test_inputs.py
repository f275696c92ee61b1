"""A build with nothing to do knows it; one with something to do is never fooled."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import STATE, BuildOptions, build
from sitegen.problems import SitegenError

BIB = "@book{k, author = {Doe, Jane}, title = {A Title}, doi = {}, year = 2001}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in (("a.bib", BIB), ("about.md", "# About\n"), ("people.toml", ""), ("pdf/k.pdf", "%PDF-1.4\n")):
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


def made(root: Path, options: BuildOptions | None = None) -> bool:
    """Whether a build went through the stages."""
    return "render" in build(root, options or BuildOptions()).stages


def test_a_second_build_says_what_the_first_did_without_doing_it(root: Path) -> None:
    first = build(root, BuildOptions())
    second = build(root, BuildOptions())
    assert "render" in first.stages
    assert "render" not in second.stages
    assert second.problems == first.problems != ()
    assert (second.read, second.entries, second.pages) == (first.read, first.entries, first.pages)
    assert (second.files.unchanged, second.files.bytes) == (first.files.written, first.files.bytes)


def of_one_length_in_one_tick(root: Path) -> None:
    file = root / "content/a.bib"
    before = file.stat()
    file.write_text(BIB.replace("A Title", "B Title"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def template(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/own.html").write_text("x", "utf-8")


@pytest.mark.parametrize(
    "edit",
    [
        of_one_length_in_one_tick,
        template,
        lambda root: (root / "content/about.md").unlink(),
        lambda root: (root / "content/new.md").write_text("# New\n", "utf-8"),
        lambda root: (root / "content/pdf/k.pdf").write_bytes(b"%PDF-1.5\n"),
        lambda root: (root / "content/people.toml").rename(root / "content/venues.toml"),
        lambda root: (root / "output/index.html").unlink(),
        lambda root: (root / "output/index.html").write_text("edited", "utf-8"),
        lambda root: (root / STATE / "staging").mkdir(),
        lambda root: next((root / STATE).glob("*.result")).write_bytes(b"damaged"),
        lambda root: next((root / STATE).glob("*.manifest")).unlink(),
    ],
)
def test_whatever_changes_is_built(root: Path, edit: Callable[[Path], object]) -> None:
    build(root, BuildOptions())
    edit(root)
    assert made(root)
    assert not made(root)


def test_a_file_that_was_only_touched_changes_nothing(root: Path) -> None:
    build(root, BuildOptions())
    os.utime(root / "content/a.bib", (1, 1))
    assert not made(root)


def test_other_words_on_the_command_line_are_another_site(root: Path) -> None:
    build(root, BuildOptions())
    assert made(root, BuildOptions(base_url="https://a.example/"))
    assert made(root, BuildOptions(base_url="https://a.example/", updated="2020-01-01"))
    assert made(root, BuildOptions(output="elsewhere"))
    assert made(root, BuildOptions(output="elsewhere", clean=True))


def test_strict_refuses_what_a_lax_build_has_already_written(root: Path) -> None:
    build(root, BuildOptions())
    assert build(root, BuildOptions(strict=True)).refused


def test_a_site_that_cannot_be_built_is_not_remembered(root: Path) -> None:
    build(root, BuildOptions())
    (root / "content/site.toml").write_text("titel = 1\n", "utf-8")
    for _ in range(2):
        with pytest.raises(SitegenError):
            build(root, BuildOptions())

"""Bytecode of templates is taken for what the template would be compiled to, or not at all."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket

from sitegen import packaged
from sitegen.build import build
from sitegen.outcome import BuildOptions
from sitegen.template_bytecode import Compiled
from tests.conftest import Built

MakeSite = Callable[..., Built]
FILES = {"content/a.bib": "@misc{a, title = {On Light}, author = {Ada Roe}, year = 2001}\n"}
CLEAN = BuildOptions(clean=True)


@pytest.fixture(autouse=True)
def bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps bytecode."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "bytecode"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled from now on."""
    names: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str | None = None, *rest: object) -> object:
        names.append(str(name))
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]  # as it is called

    monkeypatch.setattr(Environment, "compile", noted)
    return names


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme of one template."""
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "a.html").write_text("first", "utf-8")
    monkeypatch.setattr("sitegen.template_bytecode.default_folder", lambda: folder)
    return folder


def shown(folder: Path, name: str = "a.html", program: str = "1", language: str = "en") -> str:
    """What a template says, for a build of its own."""
    kept = Compiled((program,), language)
    return Environment(loader=FileSystemLoader(folder), bytecode_cache=kept).get_template(name).render()


def forge(folder: Path, said: str) -> None:
    """Keep code as that of a template, which says something else."""
    environment = Environment(loader=FileSystemLoader(folder))
    kept = Compiled(("1",), "en")
    file = str(folder / "a.html")
    bucket = Bucket(environment, kept.get_cache_key("a.html", file), kept.get_source_checksum("first"))
    bucket.code = environment.compile(said, "a.html", file)
    kept.dump_bytecode(bucket)


def kept_files(bytecode: Path) -> list[Path]:
    return sorted(path for path in bytecode.rglob("*") if path.is_file())


def test_a_later_build_compiles_no_template_of_the_theme_and_makes_the_same_site(
    make_site: MakeSite, compiled: list[str]
) -> None:
    site = make_site(FILES)
    before = {path: site.text(path) for path in site.paths() if path.endswith((".html", ".xml"))}
    assert "article.html" in compiled
    compiled.clear()
    build(site.folder, CLEAN)
    assert compiled == []
    assert {path: site.text(path) for path in before} == before


def test_what_is_kept_is_bounded_by_the_names_of_the_theme_s_templates(make_site: MakeSite, bytecode: Path) -> None:
    site = make_site(FILES)
    names = [path.name.split(".")[0] for path in kept_files(bytecode)]
    assert "article" in names
    build(site.folder, CLEAN)
    assert [path.name.split(".")[0] for path in kept_files(bytecode)] == names
    assert all((packaged.default_folder() / f"{name}.html").is_file() for name in names)


def test_each_language_has_its_own(make_site: MakeSite) -> None:
    site = make_site({**FILES, "content/site.toml": 'language = "en"\n'})
    assert "Search" in site.text("index.html")
    (site.folder / "content/site.toml").write_text('language = "de"\n', "utf-8")
    build(site.folder, CLEAN)
    assert "Suche" in site.text("index.html")


def test_an_owner_s_template_is_not_kept(make_site: MakeSite, compiled: list[str], bytecode: Path) -> None:
    own = {"templates/not_found.html": '{% extends "default/not_found.html" %}{% block main %}Away{% endblock %}'}
    site = make_site({**FILES, **own})
    compiled.clear()
    build(site.folder, CLEAN)
    assert compiled == ["not_found.html"]
    assert not [path for path in kept_files(bytecode) if str(site.folder) in str(path)]
    assert "Away" in site.text("404.html")


def test_code_that_lies_beside_an_owner_s_template_is_not_run(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", None)
    forge(theme, "forged")
    assert len(kept_files(theme / "__pycache__")) == 1
    assert shown(theme) == "forged"
    monkeypatch.setattr("sitegen.template_bytecode.default_folder", lambda: theme.parent / "other")
    assert shown(theme) == "first"


def test_a_changed_template_is_compiled_anew(theme: Path) -> None:
    assert shown(theme) == "first"
    (theme / "a.html").write_text("second", "utf-8")
    assert shown(theme) == "second"


@pytest.mark.parametrize("other", [{"program": "2"}, {"language": "de"}])
def test_what_another_program_made_or_for_another_language_is_not_taken(theme: Path, other: dict[str, str]) -> None:
    forge(theme, "forged")
    assert shown(theme, **other) == "first"
    assert shown(theme) == ("first" if "program" in other else "forged")


def test_what_was_kept_of_another_template_is_not_taken(theme: Path, bytecode: Path) -> None:
    (theme / "b.html").write_text("first", "utf-8")
    assert shown(theme) == shown(theme, "b.html") == "first"
    one, other = kept_files(bytecode)
    forge(theme, "forged")
    other.write_bytes(one.read_bytes())
    assert shown(theme) == "forged"
    assert shown(theme, "b.html") == "first"


def test_a_damaged_file_is_as_good_as_none(theme: Path, bytecode: Path) -> None:
    forge(theme, "forged")
    (file,) = kept_files(bytecode)
    whole = file.read_bytes()
    for damaged in (b"", whole[:9], whole[:-1], whole.replace(b"forged", b"farmed"), b"\0" * len(whole), whole + b"\0"):
        file.write_bytes(damaged)
        assert shown(theme) == "first"
        assert file.read_bytes() != damaged
        file.write_bytes(whole)
    assert shown(theme) == "forged"


def test_a_link_in_the_place_of_the_file_is_not_followed(theme: Path, bytecode: Path, tmp_path: Path) -> None:
    forge(theme, "forged")
    (file,) = kept_files(bytecode)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert shown(theme) == "first"


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    theme: Path, bytecode: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(theme) == "first"
    assert kept_files(bytecode) == []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert shown(theme) == "first"
    assert kept_files(bytecode) == []


def test_a_disk_that_refuses_is_no_failure(make_site: MakeSite, bytecode: Path) -> None:
    bytecode.write_bytes(b"")
    site = make_site(FILES)
    assert site.result.problems == ()
    assert "On Light" in site.text("index.html")

"""A new site: what it holds, that it builds, and that nothing of anybody's is overwritten."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import BuildOptions, build
from sitegen.commands.init import init
from sitegen.problems import SitegenError
from tests.starting.conftest import Begin, run


def test_a_new_site_builds_without_a_problem(begin: Begin) -> None:
    folder = begin()
    result = build(folder, BuildOptions())
    assert (result.entries, result.problems) == (3, ())
    assert (folder / "output/articles/watson1953molecular/index.html").exists()
    assert (folder / "output/about/index.html").exists()


def test_a_new_site_has_what_github_needs(begin: Begin) -> None:
    folder = begin()
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert made >= {
        ".github/workflows/site.yml",
        ".github/dependabot.yml",
        ".gitignore",
        "README.md",
        "requirements.txt",
        "requirements.lock.txt",
        "content/site.toml",
    }
    assert "/output/" in (folder / ".gitignore").read_text("utf-8").splitlines()


def test_what_is_there_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    said = run(str(tmp_path))
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert "left alone: README.md" in said.stderr
    assert (tmp_path / "content/papers.bib").exists()


def test_a_second_time_changes_nothing(begin: Begin) -> None:
    folder = begin()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert "0 new files" in run(str(folder)).stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_no_example_joins_works_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    run(str(tmp_path))
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["refs.bib"]
    assert (tmp_path / ".github/workflows/site.yml").exists()


def test_a_bibliography_beside_content_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    assert "refs.bib lies beside content/" in run(str(tmp_path)).stderr


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    elsewhere.mkdir()
    site.mkdir()
    (site / "content").symlink_to(elsewhere)
    with pytest.raises(SitegenError, match="is a link"):
        run(str(site))
    assert list(elsewhere.iterdir()) == []


def test_nothing_is_asked_and_messages_do_not_disturb_standard_output(tmp_path: Path) -> None:
    said = CliRunner().invoke(init, [str(tmp_path / "new")], input="")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "sitegen serve --open" in said.stderr


def test_the_workflow_publishes_the_branch_that_is_checked_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/trunk\n", "utf-8")
    run(str(tmp_path))
    assert 'branches: ["trunk"]' in (tmp_path / ".github/workflows/site.yml").read_text("utf-8")


def test_a_branch_with_a_strange_name_cannot_change_the_workflow(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text('ref: refs/heads/a"]\n', "utf-8")
    run(str(tmp_path))
    assert 'branches: ["main"]' in (tmp_path / ".github/workflows/site.yml").read_text("utf-8")


def test_a_site_inside_of_a_repository_is_told_where_github_looks(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert "move .github/ there" in run(str(tmp_path / "site")).stderr
    assert "move .github/ there" not in run(str(tmp_path)).stderr


def test_every_action_of_the_workflow_is_pinned_by_its_hash(begin: Begin) -> None:
    lines = (begin() / ".github/workflows/site.yml").read_text("utf-8").splitlines()
    used = [line.split("uses:")[1].split() for line in lines if "uses:" in line]
    assert len(used) == 6
    for action, sign, version in used:
        assert len(action.partition("@")[2]) == 40, action
        assert (sign, version[:1]) == ("#", "v")


def test_a_pull_request_cannot_publish(begin: Begin) -> None:
    text = (begin() / ".github/workflows/site.yml").read_text("utf-8")
    build_job, deploy_job = text.split("  deploy:\n")
    assert "pull_request_target" not in text
    assert "write" not in build_job.replace("written", "")
    assert "if: github.event_name != 'pull_request'" in deploy_job.splitlines()[1]


def test_zizmor_finds_nothing_in_the_workflow(begin: Begin) -> None:
    zizmor = shutil.which("zizmor") or shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if not zizmor:
        pytest.skip("zizmor is not installed")
    folder = begin() / ".github"
    files = [str(folder / "workflows/site.yml"), str(folder / "dependabot.yml")]
    found = subprocess.run(
        [zizmor, "--offline", "--no-config", "--persona", "pedantic", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_actionlint_finds_nothing_in_the_workflow(begin: Begin) -> None:
    actionlint = shutil.which("actionlint") or shutil.which("actionlint", path=str(Path(sys.executable).parent))
    if not actionlint:
        pytest.skip("actionlint is not installed")
    workflow = begin() / ".github/workflows/site.yml"
    found = subprocess.run([actionlint, str(workflow)], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_a_bib_file_is_brought_over_byte_for_byte(begin: Begin, tmp_path: Path) -> None:
    refs = tmp_path / "my refs.bib"
    refs.write_bytes(b"@misc{a, title = {A}, note = {\xe9}}\r\n")
    folder = begin(refs)
    assert (folder / "content/my refs.bib").read_bytes() == refs.read_bytes()
    assert not (folder / "content/papers.bib").exists()


def test_a_folder_of_bib_files_keeps_its_folders_and_its_pdfs(begin: Begin, tmp_path: Path) -> None:
    source = tmp_path / "old"
    (source / "journals/a").mkdir(parents=True)
    (source / "journals/a/one.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    (source / "journals/a/a.pdf").write_bytes(b"%PDF-1.4\n")
    (source / "node_modules").mkdir()
    (source / "node_modules/test.bib").write_text("@misc{b, title = {B}}\n", "utf-8")
    folder = begin(source)
    assert (folder / "content/journals/a/one.bib").exists()
    assert (folder / "content/pdf/a.pdf").exists()
    assert not (folder / "content/node_modules").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_source_brings_nothing_from_elsewhere(begin: Begin, tmp_path: Path) -> None:
    secret = tmp_path / "secret.bib"
    secret.write_text("@misc{secret, title = {S}}\n", "utf-8")
    source = tmp_path / "old"
    source.mkdir()
    (source / "one.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    (source / "link.bib").symlink_to(secret)
    folder = begin(source)
    assert sorted(path.name for path in (folder / "content").glob("*.bib")) == ["one.bib"]


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_a_name_that_no_site_can_have_stays_behind(begin: Begin, tmp_path: Path) -> None:
    source = tmp_path / "old"
    source.mkdir()
    (source / "one.bib").write_text("@misc{a, title = {A}}\n", "utf-8")
    (source / "a: b.pdf").write_bytes(b"%PDF-1.4\n")
    (source / "u\u0308.pdf").write_bytes(b"%PDF-1.4\n")
    folder = begin(source)
    assert [path.name for path in (folder / "content/pdf").iterdir()] == ["\u00fc.pdf"]


def test_what_is_no_source_is_refused_with_the_kinds_there_are(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SitegenError) as raised:
        run(str(tmp_path / "site"), "--from", str(tmp_path / "empty"))
    assert "al-folio site" in raised.value.hint
    assert not (tmp_path / "site").exists()


def test_the_settings_of_a_new_site_are_toml(begin: Begin) -> None:
    assert tomllib.loads((begin() / "content/site.toml").read_text("utf-8"))["language"] == "en"

"""Publishing: one commit on a branch of its own, or a folder; nothing else is touched."""

import os
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from sitegen.commands.deploy import deploy
from sitegen.deploying.git import DeployError
from sitegen.deploying.setup import SETUPS, setup_of
from sitegen.deploying.tree import folder_tree
from tests.deploying.conftest import Repository

UNDATED = "@book{x, title = {No date}, author = {Euler, Leonhard}}\n"


def test_the_branch_holds_the_site_byte_for_byte(repository: Repository) -> None:
    assert repository.deploy().code == 0
    assert repository.published() == folder_tree(repository.root / "output")
    assert ".nojekyll" in repository.published()


def test_the_names_of_blobs_are_those_that_git_gives(repository: Repository) -> None:
    repository.deploy("--no-push")
    name = repository.git("hash-object", "output/index.html")
    assert folder_tree(repository.root / "output")["index.html"] == name


def test_work_tree_index_and_branch_stay_as_they_are(repository: Repository) -> None:
    (repository.root / "content/new.md").write_text("# Draft\n", "utf-8")
    repository.git("add", "content/new.md")
    before = (repository.git("status", "--porcelain"), repository.git("symbolic-ref", "HEAD"))
    index = (repository.root / ".git/index").read_bytes()
    repository.deploy()
    assert (repository.git("status", "--porcelain"), repository.git("symbolic-ref", "HEAD")) == before
    assert (repository.root / ".git/index").read_bytes() == index


def test_a_second_deployment_adds_one_commit_with_what_changed(repository: Repository) -> None:
    repository.deploy()
    (repository.root / "content/refs.bib").write_text(
        "@book{new, title = {N}, author = {A, B}, year = 1999}\n", "utf-8"
    )
    said = repository.deploy()
    assert "removed" in said.err
    assert repository.git("rev-list", "--count", "gh-pages", where=repository.bare) == "2"
    assert repository.published() == folder_tree(repository.root / "output")


def test_a_file_that_becomes_a_folder_is_replaced(repository: Repository) -> None:
    (repository.root / "content/static").mkdir()
    (repository.root / "content/static/data.txt").write_text("x", "utf-8")
    repository.deploy("--force")
    assert "data.txt" in repository.published()
    (repository.root / "content/static/data.txt").unlink()
    (repository.root / "content/static/data.txt").mkdir()
    (repository.root / "content/static/data.txt/a.txt").write_text("y", "utf-8")
    assert repository.deploy("--force").code == 0
    assert "data.txt/a.txt" in repository.published()
    assert repository.published() == folder_tree(repository.root / "output")


def test_only_the_branch_is_left_behind(repository: Repository) -> None:
    repository.deploy()
    names = repository.git("for-each-ref", "--format=%(refname)").split()
    assert {name for name in names if not name.startswith("refs/remotes/")} == {
        "refs/heads/gh-pages",
        "refs/heads/main",
    }


def test_nothing_new_makes_no_commit(repository: Repository) -> None:
    repository.deploy()
    said = repository.deploy()
    assert "as on the branch already" in said.err
    assert repository.git("rev-list", "--count", "gh-pages", where=repository.bare) == "1"


def test_a_dry_run_commits_and_pushes_nothing(repository: Repository) -> None:
    said = repository.deploy("--dry-run")
    assert (said.code, "would be published" in said.err) == (0, True)
    assert repository.git("for-each-ref", where=repository.bare) == ""
    assert "gh-pages" not in repository.git("for-each-ref")


def test_a_site_with_problems_is_not_published_unless_told(repository: Repository) -> None:
    (repository.root / "content/refs.bib").write_text(UNDATED, "utf-8")
    said = repository.deploy()
    assert said.code == 3
    assert "content/refs.bib:1: warning:" in said.err
    assert repository.git("for-each-ref", where=repository.bare) == ""
    assert repository.deploy("--force").code == 0
    assert "index.html" in repository.published()


def test_a_branch_that_sitegen_did_not_make_is_left_alone(repository: Repository) -> None:
    repository.git("push", "--quiet", "origin", "main:gh-pages")
    said = repository.deploy()
    assert said.code == 3
    assert "--take-over" in said.err
    assert set(repository.published()) == {".gitignore", "content/refs.bib"}
    assert repository.deploy("--take-over").code == 0
    assert repository.published() == folder_tree(repository.root / "output")
    assert repository.git("rev-list", "--count", "gh-pages", where=repository.bare) == "2"


def test_the_branch_that_is_checked_out_is_refused(repository: Repository) -> None:
    said = repository.deploy("--branch", "main", "--take-over", "--force")
    assert said.code == 3
    assert "checked out" in said.err


def test_work_of_others_on_the_remote_is_built_upon(repository: Repository, tmp_path: Path) -> None:
    repository.deploy()
    other = tmp_path / "other"
    repository.git("clone", "--quiet", "--branch=gh-pages", str(repository.bare), str(other))
    (other / "CNAME").write_text("papers.example\n", "utf-8")
    repository.git("add", "--all", where=other)
    repository.git(
        "-c", "user.name=B", "-c", "user.email=b@c", "commit", "--quiet", "-m", "Made with sitegen 0.0.1", where=other
    )
    repository.git("push", "--quiet", where=other)
    assert repository.deploy().code == 0
    assert repository.published()["CNAME"]
    assert repository.git("rev-list", "--count", "gh-pages", where=repository.bare) == "2"


def test_commits_that_are_only_here_are_not_lost(repository: Repository) -> None:
    repository.deploy()
    (repository.root / "content/refs.bib").write_text(
        "@book{new, title = {N}, author = {A, B}, year = 1999}\n", "utf-8"
    )
    repository.deploy("--no-push")
    (repository.root / "content/refs.bib").write_text(
        "@book{new, title = {M}, author = {A, B}, year = 1999}\n", "utf-8"
    )
    said = repository.deploy()
    assert said.code == 3
    assert "commits here" in said.err


def test_an_older_sitegen_does_not_undo_a_newer_one(repository: Repository, tmp_path: Path) -> None:
    repository.deploy()
    other = tmp_path / "other"
    repository.git("clone", "--quiet", "--branch=gh-pages", str(repository.bare), str(other))
    who = ("-c", "user.name=B", "-c", "user.email=b@c")
    repository.git(*who, "commit", "--quiet", "--allow-empty", "-m", "Site\n\nMade with sitegen 99.10", where=other)
    repository.git("push", "--quiet", where=other)
    said = repository.deploy()
    assert (said.code, "99.10" in said.err) == (3, True)
    assert repository.deploy("--force").code == 0


def test_a_remote_that_refuses_leaves_the_branch_here_as_it_was(repository: Repository) -> None:
    hook = repository.bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'no room' >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    said = repository.deploy()
    assert said.code == 3
    assert "git push" in said.err
    assert "gh-pages" not in repository.git("for-each-ref")


@pytest.mark.parametrize("name", ["-x", "a..b", "refs heads", "--all"])
def test_a_name_that_is_no_branch_is_refused(repository: Repository, name: str) -> None:
    said = repository.deploy(f"--branch={name}")
    assert (said.code, "no name of a branch" in said.err) == (3, True)


def test_without_a_remote_the_way_out_is_told(repository: Repository) -> None:
    repository.git("remote", "remove", "origin")
    said = repository.deploy()
    assert (said.code, "git remote add" in said.err) == (3, True)
    assert repository.deploy("--no-push").code == 0
    assert repository.git("rev-list", "--count", "gh-pages") == "1"


def test_without_a_name_git_is_told_to_ask_for_one(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("config", "--unset", "user.name")
    repository.git("config", "--unset", "user.email")
    repository.git("config", "user.useConfigOnly", "true")
    for name in ("EMAIL", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    said = repository.deploy()
    assert (said.code, "user.name" in said.err) == (3, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_output_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/link").symlink_to(tmp_path / "secret")
    with pytest.raises(DeployError, match="is a link"):
        folder_tree(tmp_path / "site")


def test_names_with_quotes_blanks_and_letters_arrive(repository: Repository) -> None:
    static = repository.root / "content/static"
    static.mkdir()
    for name in ('a "quoted" name.txt', "déjà vu.txt", "-dash.txt"):
        (static / name).write_text("x", "utf-8")
    repository.deploy("--force")
    listing = repository.git("-c", "core.quotepath=off", "ls-tree", "-r", "-z", "--name-only", "gh-pages")
    assert {'a "quoted" name.txt', "déjà vu.txt", "-dash.txt"} <= set(listing.split("\0"))


def test_a_folder_gets_the_site_and_keeps_what_is_not_sitegens(repository: Repository, tmp_path: Path) -> None:
    assert repository.deploy("--to", str(tmp_path / "www")).code == 0
    assert (tmp_path / "www/index.html").exists()
    (tmp_path / "www/own.txt").write_text("mine", "utf-8")
    assert repository.deploy("--to", str(tmp_path / "www")).code == 0
    assert (tmp_path / "www/own.txt").exists()


def test_a_folder_of_somebody_is_refused(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/thesis.txt").write_text("mine", "utf-8")
    said = repository.deploy("--to", str(tmp_path / "www"))
    assert said.code == 2
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["thesis.txt"]


def test_a_dry_run_makes_no_folder(repository: Repository, tmp_path: Path) -> None:
    assert repository.deploy("--to", str(tmp_path / "www"), "--dry-run").code == 0
    assert not (tmp_path / "www").exists()


@pytest.mark.parametrize("host", SETUPS)
def test_the_set_up_of_a_host_is_a_result(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(deploy, ["--print", host])
    assert (said.exit_code, said.stderr) == (0, "")
    assert "sitegen check && sitegen build" in said.stdout or "sitegen build --base-url" in said.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_set_ups_are_well_formed() -> None:
    assert tomllib.loads(setup_of("netlify"))["build"]["publish"] == "output"
    assert yaml.safe_load(setup_of("gitlab"))["pages"]["artifacts"] == {"paths": ["public"]}


@pytest.mark.parametrize("host", SETUPS)
def test_a_set_up_installs_what_is_locked_and_nothing_else(host: str) -> None:
    said = setup_of(host)
    assert said.count("pip install") == 2 * said.count("sitegen build")
    assert said.count("--require-hashes -r requirements.lock.txt") == said.count("--no-deps -r requirements.txt") > 0


def test_the_image_of_gitlab_has_the_git_that_installs_from_a_repository() -> None:
    assert yaml.safe_load(setup_of("gitlab"))["default"]["image"] == "python:3.13"


def test_pages_on_cloudflare_bear_the_sites_address_and_no_deployments() -> None:
    assert "CF_PAGES_URL" not in setup_of("cloudflare")
    assert 'url = "https://PROJECT.pages.dev/"' in setup_of("cloudflare")

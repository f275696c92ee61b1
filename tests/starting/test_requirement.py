"""What a site's workflow installs: the sitegen that began the site, and never what an index has under its name."""

import json
from pathlib import Path

import pytest

import sitegen.commands.init as command
from sitegen.starting.requirement import requirement
from tests.starting.conftest import run


def test_a_commit_or_an_archive_on_the_web_is_named_exactly() -> None:
    vcs = {"vcs": "git", "commit_id": "4a1e", "requested_revision": "main"}
    assert requirement({"url": "https://git.example/sitegen", "vcs_info": vcs}).line == (
        "sitegen @ git+https://git.example/sitegen@4a1e"
    )
    archive = {"url": "https://git.example/sitegen.zip", "archive_info": {}}
    assert requirement(archive).line == "sitegen @ https://git.example/sitegen.zip"


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "sitegen",
        {"url": "file:///home/ada/sitegen", "dir_info": {}},
        {"url": "file:///nowhere/sitegen-1.whl", "archive_info": {}},
        {"url": "ssh://git@git.example/sitegen", "vcs_info": {"vcs": "git", "commit_id": "4a1e"}},
        {"url": "https://ada:secret@git.example/sitegen", "vcs_info": {"vcs": "git", "commit_id": "4a1e"}},
        {"url": "https://git.example/a b\n--index-url", "archive_info": {}},
    ],
)
def test_what_others_cannot_install_is_left_to_the_owner(origin: object) -> None:
    found = requirement(origin)
    assert (found.is_known, found.files) == (False, {})


def test_a_wheel_is_taken_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "my wheels" / "sitegen-9-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK")
    monkeypatch.setattr(command, "_origin", lambda: {"url": wheel.as_uri(), "archive_info": {}})
    said = run(str(tmp_path / "site"))
    assert "before you publish" not in said.stderr
    last = (tmp_path / "site/requirements.txt").read_text("utf-8").splitlines()[-1]
    assert last == "./wheels/sitegen-9-py3-none-any.whl"
    assert (tmp_path / "site" / last).read_bytes() == b"PK"


def test_without_a_known_origin_pip_refuses_and_nothing_of_that_name_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_origin", lambda: json.loads("null"))
    said = run(str(tmp_path))
    assert "before you publish: write into requirements.txt" in said.stderr
    last = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()[-1]
    assert last.startswith("sitegen @ (")

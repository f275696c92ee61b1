"""A site in a git repository whose remote is a bare repository beside it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.commands.deploy import deploy
from sitegen.problems import SitegenError

REFS = "@book{euler1748, title = {Introductio}, author = {Euler, Leonhard}, year = 1748}\n"


@dataclass
class Said:
    code: int
    out: str
    err: str


@dataclass
class Repository:
    """A site's folder, its remote, and `sitegen deploy` in it."""

    root: Path
    bare: Path

    def git(self, *arguments: str, where: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=where or self.root, capture_output=True, text=True, check=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def published(self) -> dict[str, str]:
        """Paths of the remote's branch, and the names of their blobs."""
        lines = self.git("ls-tree", "-r", "gh-pages", where=self.bare).splitlines()
        return {line.split("\t")[1]: line.split()[2] for line in lines}

    def deploy(self, *arguments: str) -> Said:
        """The command; an error is said as the program says it."""
        done = CliRunner().invoke(deploy, ["--site", str(self.root), *arguments])
        if isinstance(done.exception, SitegenError):
            return Said(done.exception.exit_code, done.stdout, f"{done.stderr}{done.exception}\n{done.exception.hint}")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Said(done.exit_code, done.stdout, done.stderr)


Make = Callable[[], Repository]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))
    root, bare = tmp_path / "site", tmp_path / "bare.git"
    (root / "content").mkdir(parents=True)
    (root / "content/refs.bib").write_text(REFS, "utf-8")
    (root / ".gitignore").write_text("/output/\n", "utf-8")
    made = Repository(root, bare)
    made.git("init", "--quiet", "--bare", str(bare))
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("config", "user.name", "Ada Example")
    made.git("config", "user.email", "ada@example.org")
    made.git("remote", "add", "origin", str(bare))
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message=Begin")
    return made

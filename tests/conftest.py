"""A site to build in a test: files by their paths, and what came of them."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sitegen.build import BuildOptions, build
from sitegen.outcome import BuildResult
from sitegen.problems import Problem

# What a test finds must depend neither on how busy the machine is nor on chance; tests/fuzz looks for what is new.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

collect_ignore = ["bench/peer_sites"]
"""What other programs read, with packages of theirs."""
SHARED = Path(__file__).parents[1] / ".." / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden site anew")
    parser.addoption("--thorough", action="store_true", help="follow all pages of the manual, try many more edits")
    parser.addoption("--every-page", action="store_true", help="open all pages of the hostile library in a browser")


@pytest.fixture(scope="session", autouse=True)
def closed_pdfs() -> Iterator[None]:
    """PDFs are not opened, whether the extra `pdf` is installed or not; tests of that open them on their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.examine.versions", lambda: "")
        yield


@dataclass(frozen=True)
class Built:
    """A site that was built: its folder and the result."""

    folder: Path
    result: BuildResult

    def text(self, path: str) -> str:
        """A file of the output."""
        return (self.folder / "output" / path).read_text("utf-8")

    def has(self, path: str) -> bool:
        return (self.folder / "output" / path).exists()

    def paths(self) -> list[str]:
        output = self.folder / "output"
        return sorted(file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())

    def problems(self, code: str) -> list[Problem]:
        return [problem for problem in self.result.problems if problem.code == code]


Files = Mapping[str, str | bytes]


def write_files(folder: Path, files: Files) -> None:
    """Write files below a folder; text is dedented."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(textwrap.dedent(content), "utf-8")


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Built]:
    """Build a site from files; `content/site.toml` gives it an address unless the files say otherwise."""

    def make(files: Files, options: BuildOptions | None = None) -> Built:
        folder = tmp_path / "site"
        write_files(folder, {"content/site.toml": 'title = "Toy"\nurl = "https://toy.example/"\n', **files})
        return Built(folder, build(folder, options or BuildOptions()))

    return make


@pytest.fixture
def shared() -> Path:
    """The corpus of real files, which lies beside the project where it lies at all."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the corpus of real bibliographies is not here")
    return SHARED.resolve()

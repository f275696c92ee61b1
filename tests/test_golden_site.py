"""A made-up library, built to a stored tree: what changes there is what a change of the code does to every site."""

import filecmp
import re
import shutil
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "content", tmp_path / "content")
    result = build(tmp_path, BuildOptions())
    assert [problem for problem in result.problems if problem.level != "info"] == []
    return tmp_path / "output"


def tree(folder: Path) -> dict[str, Path]:
    """Files that a reader or a machine opens; style sheets and scripts are the theme's and change on their own."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {path: file for file in files if not (path := file.relative_to(folder).as_posix()).startswith("assets/")}


def steady(file: Path) -> bytes:
    """A file without the digests in the names of style sheets and scripts."""
    return re.sub(rb"(assets/[a-z]+)\.[0-9a-f]{10}\.", rb"\1.", file.read_bytes())


def test_the_toy_library_builds_to_the_golden_site(built: Path, request: pytest.FixtureRequest) -> None:
    golden, made = GOLDEN / "output", tree(built)
    if request.config.getoption("--refresh-golden"):
        shutil.rmtree(golden, ignore_errors=True)
        for path, file in made.items():
            target = golden / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(steady(file))
        pytest.skip("the golden site was written anew")
    stored = tree(golden)
    assert sorted(made) == sorted(stored)
    different = [path for path in made if steady(made[path]) != stored[path].read_bytes()]
    assert different == []


def test_a_second_build_changes_nothing(built: Path) -> None:
    before = {path: file.stat().st_mtime_ns for path, file in tree(built).items()}
    result = build(built.parent, BuildOptions())
    assert (result.files.written, result.files.removed) == (0, 0)
    assert {path: file.stat().st_mtime_ns for path, file in tree(built).items()} == before


def test_a_clean_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    kept = shutil.copytree(built, tmp_path / "kept")
    build(built.parent, BuildOptions(clean=True))
    comparison = filecmp.cmpfiles(kept, built, sorted(tree(kept)), shallow=False)
    assert comparison[1:] == ([], [])
    assert sorted(tree(kept)) == sorted(tree(built))

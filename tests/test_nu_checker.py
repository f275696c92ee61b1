"""The pages of the example library and of the toy library are valid HTML, as the Nu HTML checker sees it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build

ROOT = Path(__file__).parents[1]
LIBRARIES = {"example": ROOT / "content", "toy": ROOT / "tests/golden/content"}


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command of the checker, which npm brings as `vnu-jar` and Java runs."""
    folders = [*os.environ.get("NODE_PATH", "").split(os.pathsep), str(ROOT / "node_modules")]
    jars = [jar for folder in folders if folder and (jar := Path(folder, "vnu-jar/build/dist/vnu.jar")).is_file()]
    if not jars:
        pytest.skip("the Nu HTML checker is not here: npm install vnu-jar, or name its folder by NODE_PATH")
    if not shutil.which("java"):
        pytest.skip("java is not here, which runs the Nu HTML checker")
    return ["java", "-Xss8m", "-jar", str(jars[0])]


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_page_is_valid_html(library: str, checker: list[str], tmp_path: Path) -> None:
    shutil.copytree(LIBRARIES[library], tmp_path / "content")
    build(tmp_path, BuildOptions())
    assert list((tmp_path / "output").rglob("*.html"))
    command = [*checker, "--errors-only", "--skip-non-html", str(tmp_path / "output")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")

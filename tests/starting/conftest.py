"""A site begun in a temporary folder through the command, and the published forms of other programs' sites."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.commands.init import init

SAMPLES = Path(__file__).parent / "samples"

Begin = Callable[..., Path]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Begin a site, from a sample or another source; its folder."""

    def begun(source: str | Path | None = None) -> Path:
        folder = tmp_path / "site"
        if isinstance(source, str):
            source = Path(shutil.copytree(SAMPLES / source, tmp_path / source))
        run(str(folder), *(("--from", str(source)) if source else ()))
        return folder

    return begun


def run(*arguments: str) -> Result:
    """`sitegen init` with these arguments; what it raises is raised."""
    return CliRunner().invoke(init, arguments, catch_exceptions=False)

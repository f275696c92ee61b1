"""The hostile library, built once for all tests of a run."""

import re
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from tests.conftest import Built, write_files
from tests.safety.library import library


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    write_files(folder, {path: data for path, data in library().items() if _fits(path)})
    return Built(folder, build(folder, BuildOptions()))


def _fits(path: str) -> bool:
    """Whether this system can have a file of the name."""
    return max(len(part.encode()) for part in path.split("/")) <= 255 and not re.search(r"\x00", path)


@pytest.fixture(scope="session")
def pages(hostile: Built) -> list[Path]:
    return sorted((hostile.folder / "output").rglob("*.html"))

"""The small library that queries are tried on."""

from pathlib import Path

import pytest

from sitegen.draft import draft
from sitegen.site import Site

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("library")
    (folder / "content").mkdir()
    (folder / "content/library.bib").write_bytes((HERE / "library.bib").read_bytes())
    (folder / "content/people.toml").write_bytes((HERE / "library.toml").read_bytes())
    (folder / "content/site.toml").write_text('me = ["Ada B. Quill"]\n', "utf-8")
    return draft(folder).site

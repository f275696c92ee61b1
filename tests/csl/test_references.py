"""Five hundred references in ten styles, as the reference processor prints them."""

import json
from pathlib import Path

import pytest

from sitegen.csl import style
from tests.csl.references import expected, normal, printed

LEAST = 495
STYLES = (
    "american-medical-association",
    "apa",
    "association-for-computing-machinery",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "modern-language-association",
    "nature",
    "nlm-citation-sequence",
)


@pytest.mark.parametrize("name", STYLES)
def test_references_read_as_the_reference_processor_prints_them(name: str, shared: Path) -> None:
    folder = shared / "corpus" / "csl" / "references"
    items = json.loads((folder / "references.json").read_text("utf-8"))
    chosen = style(name, "en-US")
    wanted = expected(folder / f"{name}.json")
    same = [item["id"] for item in items if normal(printed(chosen, item)) == wanted[item["id"]]]
    assert len(same) >= LEAST

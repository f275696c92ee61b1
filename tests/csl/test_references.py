"""Five hundred references in ten styles, as the reference processor prints them."""

import json
from pathlib import Path

import pytest

from sitegen.csl import style
from tests.csl.references import expected, normal, printed

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
DIFFERENT = {
    # "In!" and the full stop after it: the reference processor keeps both where the italic text stands in the group
    # itself, and the first alone where a macro stands around it. A macro is nothing but what stands in it.
    "american-medical-association": ("r00211", "Rna a In!</i>. 3rd ed.", "Rna a In!</i> 3rd ed."),
    # Author M. O'Neill and editor Mary O'Neill: the reference processor tells them apart in the reference too. Names
    # are expanded to tell cites apart, and there is one alone (CSL 1.0.2, `givenname-disambiguation-rule`, by-cite).
    "harvard-cite-them-right": ("r00128", "Lovelace and Mary O’Neill (eds.)", "Lovelace and M. O’Neill (eds.)"),
}
"""By style, the one reference that differs: what the reference processor prints in it, and what is printed here."""


@pytest.mark.parametrize("name", STYLES)
def test_references_read_as_the_reference_processor_prints_them(name: str, shared: Path) -> None:
    folder = shared / "corpus" / "csl" / "references"
    wanted = expected(folder / f"{name}.json")
    if name in DIFFERENT:
        key, theirs, ours = DIFFERENT[name]
        assert theirs in wanted[key]
        wanted[key] = wanted[key].replace(theirs, ours)
    items = json.loads((folder / "references.json").read_text("utf-8"))
    chosen = style(name, "en-US")
    assert {item["id"]: normal(printed(chosen, item)) for item in items} == wanted

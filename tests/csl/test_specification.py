"""What the specification says, case by case (CSL 1.0.2): `specification.json` has a layout and what it reads on a line.

A case has a `layout` and what it `reads`: of an `item`; of a `cite` of it; of `items` as a reference list, or cited in
`clusters`, one after the other. `lang`, `before` (what stands before the citation), `attrs` (of `cs:style`), `sort`,
and attributes of the citation, the bibliography and their layout are there where a case needs them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.csl import Style, style

CASES: list[Mapping[str, Any]] = json.loads(Path(__file__).with_name("specification.json").read_text("utf-8"))


def chosen(case: Mapping[str, Any]) -> Style:
    """The style of a case."""
    layout = f"{case.get('sort', '')}<layout {case.get('layout_attributes', '')}>{case['layout']}</layout>"
    source = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{case.get("cls", "in-text")}" version="1.0" '
        f"{case.get('attrs', '')}>{case.get('before', '')}<citation {case.get('citation', '')}>{layout}</citation>"
        f"<bibliography {case.get('bibliography', '')}>{layout}</bibliography></style>"
    )
    return style(source.encode(), case.get("lang", "en-US"))


def read(case: Mapping[str, Any]) -> str | list[str]:
    """What a case reads."""
    made = chosen(case)
    if "clusters" in case:
        by_id = {item["id"]: item for item in case["items"]}
        said = [[each if isinstance(each, dict) else {"id": each} for each in cluster] for cluster in case["clusters"]]
        clusters = [[{**by_id[each["id"]], **each} for each in cluster] for cluster in said]
        return [text.to_html() for text in made.citations(clusters, case["items"], case.get("notes", ()))]
    if "items" in case:
        return [text.to_html() for text in made.bibliography(case["items"])]
    if "cite" in case:
        return made.citation([{**case.get("item", {}), "id": "1", **case["cite"]}]).to_html()
    return made.reference({"type": "book", **case.get("item", {})}).to_html()


@pytest.mark.parametrize("about", sorted({case["about"] for case in CASES}))
def test_every_case_of_the_specification_reads_as_it_should(about: str) -> None:
    wrong = [(case["layout"], read(case), case["reads"]) for case in CASES if case["about"] == about]
    assert [each for each in wrong if each[1] != each[2]] == []

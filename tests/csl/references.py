"""The 500 references of the shared corpus and what the reference processor prints for them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.csl import Style
from sitegen.csl.bibliography import entry
from sitegen.csl.items import Item
from tests.csl.suite import marked_html


def normal(text: str) -> str:
    """A reference whose blanks are alike."""
    return " ".join(text.split()).replace(" </div>", "</div>")


def expected(path: Path) -> dict[str, str]:
    """By id, what a style prints."""
    return {key: normal(text) for key, text in json.loads(path.read_text("utf-8")).items()}


def printed(style: Style, item: Mapping[str, Any]) -> str:
    """A reference in the HTML of the reference processor."""
    rules = style._rules
    one = Item(item)
    one.values["citation-number"] = "1"
    section = rules.references
    assert section
    return marked_html(rules, entry(rules, section, rules.rendering(one)))

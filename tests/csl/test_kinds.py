"""A style compiled for the items of a kind prints what it prints for any."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.csl import Prepared, rules, style
from sitegen.csl.known import ANYTHING, Known
from tests.csl.test_style import BOOK, made

ODD: tuple[Mapping[str, Any], ...] = (
    BOOK,
    {"type": "article-journal", "title": "  ", "author": [], "issued": {}, "page": "-"},
    {"type": "chapter", "shortTitle": "Short", "editor": [{"literal": "CERN"}], "edition": "second"},
    {"type": "paper-conference", "title": "T", "editor": BOOK["author"], "translator": BOOK["author"]},
    {"type": "", "title": 7, "volume": "3-4", "page": "12-7", "journalAbbreviation": "J. T."},
    {7: "seven", "type": None, "issued": {"literal": "in press"}},  # type: ignore[dict-item]
)


@pytest.mark.parametrize("name", ["apa", "chicago-author-date", "ieee", "modern-language-association", "nature"])
def test_a_kind_that_has_come_often_reads_as_it_did_at_first(name: str) -> None:
    chosen = style(name, "en-US")
    first = [chosen.reference(item) for item in ODD]
    for _ in range(rules.OFTEN + 1):
        again = [chosen.reference(item) for item in ODD]
        assert again == first


def test_every_reference_reads_the_same_as_of_a_kind(shared: Path) -> None:
    items = json.loads((shared / "corpus" / "csl" / "references" / "references.json").read_text("utf-8"))
    for name in ("chicago-notes-bibliography", "nlm-citation-sequence"):
        chosen = style(name, "en-GB")
        first = [chosen.reference(item) for item in items[::4]]
        for _ in range(rules.OFTEN + 1):
            again = [chosen.reference(item) for item in items[::4]]
        assert again == first


def test_a_condition_that_no_item_of_a_kind_meets_is_not_asked() -> None:
    layout = '<choose><if type="book"><text value="A"/></if><else><text variable="title"/></else></choose>'
    chosen = style(made(layout), "en-US")._rules.cites
    assert chosen._compile(ANYTHING).__name__ != "fixed"
    assert chosen._compile(Known("book")).__name__ == "fixed"
    assert chosen._compile(Known("report", frozenset())).__name__ == "empty"


def test_an_item_prepared_once_reads_the_same_in_every_style() -> None:
    one = Prepared(BOOK)
    for name in ("apa", "ieee", "chicago-author-date", "apa"):
        chosen = style(name, "en-US")
        assert chosen.reference(one) == chosen.reference(BOOK)
        assert chosen.reference(one, number=12) == chosen.reference(BOOK, number=12)
        assert chosen.reference(one, number=None) == chosen.reference(BOOK, number=None)

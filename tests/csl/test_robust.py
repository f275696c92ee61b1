"""Whatever stands in an item, a style prints something and never raises."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.csl import style
from sitegen.csl.numbers import spaced
from sitegen.csl.variables import DATES, NAMES, NUMBERS
from sitegen.text.rich import Text
from tests.effort import ends

STYLES = ("apa", "chicago-notes-bibliography", "nature", "din-1505-2-alphanumeric", "modern-language-association")
WORDS = st.text(max_size=40) | st.sampled_from(
    [
        "2nd",
        "1-4",
        "e12 & 3",
        "<i>a",
        "</i>",
        '"q" \'s',
        "\ufdd0\ufde4",
        "iv–x",
        "van der Ä",
        "\ud800",
        "a, b",
        "1" * 400,
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["family", "given", "x"]), inner),
    max_leaves=8,
)
NAME = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle"]),
    WORDS | JSON,
    max_size=4,
)
NUMBER = st.integers(-3_000, 3_000) | WORDS
DATE = st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(NUMBER, max_size=4), max_size=3)},
    optional={"season": JSON, "circa": JSON, "literal": JSON, "raw": WORDS},
)
VARIABLES = ("title", "container-title", "publisher", "publisher-place", "DOI", "URL", "genre", "language", "note")
TYPES = st.sampled_from(["book", "article-journal", "chapter", "webpage", "thesis", "patent", "nonsense"])
ITEM = st.fixed_dictionaries(
    {"type": TYPES | JSON},
    optional={
        **dict.fromkeys(VARIABLES, WORDS | JSON),
        **dict.fromkeys(sorted(NUMBERS), NUMBER | JSON),
        **dict.fromkeys(sorted(DATES), DATE | JSON),
        **dict.fromkeys(sorted(NAMES)[:8], st.lists(NAME, max_size=4) | JSON),
        "author": st.lists(NAME, max_size=9) | JSON,
    },
)


@settings(max_examples=60, deadline=None)
@given(item=ITEM, name=st.sampled_from(STYLES))
def test_no_item_makes_a_style_raise(item: dict[str, Any], name: str) -> None:
    chosen = style(name)
    for text in (chosen.reference(item), *chosen.bibliography([item, item]), chosen.citation([item, item])):
        assert isinstance(text, Text)
        assert not any("\ufdd0" <= char <= "\ufdef" for char in text.to_plain())


@settings(max_examples=30, deadline=None)
@given(item=JSON, cites=st.lists(JSON, max_size=3))
def test_what_is_no_item_prints_without_raising(item: Any, cites: list[Any]) -> None:
    chosen = style("apa")
    assert isinstance(chosen.reference(item), Text)
    assert isinstance(chosen.citation(cites), Text)


@pytest.mark.parametrize(
    "value",
    [
        "<i>" * 5_000,
        '"' * 20_000,
        "'" * 20_001,
        "(" * 20_000,
        "1-" * 20_000,
        "a. " * 20_000,
        "\u00a0" * 20_000,
        f"1{' ' * 90_000}x",
        f"1{' ' * 90_000}-{' ' * 90_000}2",
        "1 " * 45_000,
    ],
)
def test_hostile_values_print_in_linear_time(value: str) -> None:
    chosen = style("apa")
    item = {
        "type": "book",
        "title": value,
        "page": value,
        "volume": value,
        "edition": value,
        "number": value,
        "author": [{"family": value, "given": value, "suffix": value}] * 3,
        "issued": {"raw": value},
    }
    ends(lambda: chosen.reference(item))


@pytest.mark.parametrize("sign", ["x", "-", "&", ","])
def test_numbers_are_spaced_in_linear_time(sign: str) -> None:
    ends(lambda: spaced(f"1{' ' * 300_000}{sign} 2"))

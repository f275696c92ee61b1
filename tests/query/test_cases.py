"""The query language by examples, which the search in the browser is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.query.evaluate import Evaluator
from sitegen.query.nodes import QueryError
from sitegen.query.parse import parse
from sitegen.site import Site

TABLE = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: str(case["query"]))
def test_a_query_finds_its_works(case: dict[str, Any], library: Site) -> None:
    found = Evaluator(library).works(parse(case["query"]))
    assert found == (set(library.library.entries) if case["keys"] == "*" else set(case["keys"]))


@pytest.mark.parametrize("case", TABLE["errors"], ids=lambda case: str(case["query"]))
def test_a_wrong_query_is_told_with_its_place_and_the_way_out(case: dict[str, str], library: Site) -> None:
    with pytest.raises(QueryError) as raised:
        Evaluator(library).works(parse(case["query"]))
    error = raised.value
    assert case["message"] in str(error)
    assert case["query"][error.at.at :][: error.at.length] == case["marked"]
    assert case["hint"] in error.hint
    assert error.hint.endswith((".", "?"))

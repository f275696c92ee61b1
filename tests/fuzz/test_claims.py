"""Each claim that the fuzzers try, with inputs that Hypothesis makes."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.claims import CLAIMS
from tests.safety.payloads import MARKDOWN, PAYLOADS

PIECES = st.lists(st.sampled_from([*PAYLOADS, *MARKDOWN]) | st.text(max_size=20), max_size=4).map("".join)
ANY = st.binary(max_size=300) | PIECES.map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_it_holds_for_any_bytes(claim: Callable[[bytes], None]) -> None:
    given(ANY)(settings(max_examples=150)(claim))()

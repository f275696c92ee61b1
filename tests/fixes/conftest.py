"""A text with one fix applied."""

from collections.abc import Callable

import pytest

from sitegen.fixes import Fix
from sitegen.manuscript import read_manuscript
from sitegen.mend import applied, in_order


@pytest.fixture
def mended() -> Callable[[Fix, str], str]:
    """The text after a fix, which has nothing to do in it a second time."""

    def mend(fix: Fix, text: str) -> str:
        fixed = applied(text, in_order(fix.repair(read_manuscript(text))))
        assert list(fix.repair(read_manuscript(fixed))) == []
        return fixed

    return mend

"""Byte order marks inside a file go."""

from collections.abc import Callable

from sitegen.fixes import Fix
from sitegen.fixes.byte_order_mark import FIX

Mend = Callable[[Fix, str], str]


def test_marks_inside_a_file_go(mended: Mend) -> None:
    assert mended(FIX, "@a{k, t = {x}}\n\ufeff@b{l, t = {\ufeffy}}") == "@a{k, t = {x}}\n@b{l, t = {y}}"


def test_the_mark_at_the_start_stays(mended: Mend) -> None:
    assert mended(FIX, "\ufeff@a{k, t = {x}}") == "\ufeff@a{k, t = {x}}"

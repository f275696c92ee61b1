"""A range of pages with a hyphen or an en dash gets BibTeX's `--`. Safe: the classic styles do the same as they print.

That is `n.dashify` in plain.bst and its kin; the BibLaTeX manual, section 2.2.1, "Range fields", asks for `--` too.
"""

import re
from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Field, Manuscript
from sitegen.problems import excerpt

_PAGE = r"[A-Za-z]{0,3}\d{1,9}[a-z]?"
_LIST = re.compile(rf"\s*+{_PAGE}(?: ?(?:--?|–) ?{_PAGE})?(?:, ?{_PAGE}(?: ?(?:--?|–) ?{_PAGE})?)*+\s*+")
_RANGE = re.compile(rf"(?<![\w-])({_PAGE})( ?[-–] ?)({_PAGE})(?![\w-])")
_PARTS = re.compile(r"([A-Za-z]*)(\d+)")


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Ranges in values that hold nothing but pages."""
    for _, field in manuscript.fields():
        if field.name == "pages" and field.kind in ("braces", "quotes") and _LIST.fullmatch(field.text):
            yield from _ranges(field)


def _ranges(field: Field) -> Iterator[Edit]:
    """The ranges of one value."""
    for found in _RANGE.finditer(field.text):
        if "–" in found[2] or _goes_up(found[1], found[3]):
            message = f"{excerpt(found[0])!r} made {excerpt(f'{found[1]}--{found[3]}')!r}"
            yield Edit(field.inside + found.start(2), field.inside + found.end(2), "--", message)


def _goes_up(first: str, last: str) -> bool:
    """Whether two pages can be a range: `12-5` may be the fifth page of chapter 12."""
    one, other = _PARTS.match(first), _PARTS.match(last)
    return bool(one and other) and one[1] == other[1] and int(one[2]) < int(other[2])  # type: ignore[index]


FIX = Fix(
    name="hyphen-in-pages",
    repair=repair,
    documentation="A range of pages is written with a hyphen or a dash instead of `--`.",
)

"""A byte order mark inside a file goes. Safe: it is left from joining files, has no meaning there and cannot be seen.

Unicode Standard, section 23.8: U+FEFF anywhere but at the start is no mark any more, and not to be used. The one at
the start stays, because it tells the file's encoding.
"""

from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Manuscript

_MARK = "\ufeff"


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Byte order marks behind the first character."""
    at = manuscript.text.find(_MARK, 1)
    while at >= 0:
        yield Edit(at, at + 1, "", "byte order mark removed")
        at = manuscript.text.find(_MARK, at + 1)


FIX = Fix(
    name="byte-order-mark",
    repair=repair,
    documentation="The file begins with a byte order mark, which some programs take for text.",
)

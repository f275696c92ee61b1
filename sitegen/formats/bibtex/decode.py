"""Bytes to text: what a `.bib` file is, and what is none."""

import re

from sitegen.text import decode as files
from sitegen.text.decode import Decoded, Finding

__all__ = ["Decoded", "Finding", "decode"]

_WEB_PAGE = re.compile(rb"\s*+<(?:!doctype|html|\?xml)", re.IGNORECASE)
_RECORD = re.compile(rb"@\s*+[a-z]+\s*+[{(]", re.IGNORECASE)


def decode(data: bytes) -> Decoded:
    """Text of a file in whatever encoding; never raises.

    >>> decode(b"%PDF-1.7").findings[0].message
    'the file is a PDF, not BibTeX'
    """
    foreign = files.archive_kind(data) or _web_page(data)
    if foreign:
        return Decoded("", "", (Finding("not-bibtex", f"the file is {foreign}, not BibTeX"),))
    return files.decode(data)


def _web_page(data: bytes) -> str:
    """What a file is that begins as web pages do, else "". Some web pages do hold records."""
    return "a web page" if _WEB_PAGE.match(data[:200]) and not _RECORD.search(data) else ""

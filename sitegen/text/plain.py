"""Plain text as machines want it: on one line, cut at a word, a page range taken apart."""

import re

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
_BETWEEN_PAGES = re.compile(r"\s*[–—,;]\s*")
_NO_PAGE = re.compile(r"(?<=\w)(?:-[&+?]{0,4}|\+)$|\s(?:[(\[]|vol\b).*$|^[&+?]+$", re.IGNORECASE)
"""What indexes write for a last page that nobody knew (“54-&”, “73+”, “47–??”), and remarks behind a page."""


def one_line(text: str) -> str:
    r"""The text on one line: control characters and every run of blanks become one blank.

    >>> one_line("One\x00two \n\n three")
    'One two three'
    """
    if text.isprintable():  # then its only blanks are spaces: the usual text is given back as it is
        return " ".join(text.split()) if "  " in text else text.strip()
    return " ".join(text.translate(_CONTROLS).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than `limit` characters.

    >>> shortened("One two, three", 10)
    'One two…'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[:limit]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head[:-1]).rstrip(" ,;:.–—-") + "…"


def first_and_last(page: str) -> tuple[str, str]:
    """The first and the last page of what is printed with en dashes; the last is "" where there is only one.

    Numbers are text: nothing is computed, so that roman, lettered and shortened ones come out as printed.

    >>> first_and_last("1–3, 7"), first_and_last("e18455"), first_and_last("54-&")
    (('1', '7'), ('e18455', ''), ('54', ''))
    """
    parts = [part for piece in _BETWEEN_PAGES.split(page.strip()) if (part := _NO_PAGE.sub("", piece))]
    if not parts:
        return "", ""
    return parts[0], parts[-1] if len(parts) > 1 else ""

"""Plain text as machines want it: on one line, cut at a word, a page range taken apart."""

import re

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
_BETWEEN_PAGES = re.compile(r"\s*[–—,;]\s*")
_NO_PAGE = re.compile(r"(?<=\w)(?:-[&+?]{0,4}|\+)$|\s(?:[(\[]|vol\b).*$|^[&+?]+$", re.IGNORECASE)
"""What indexes write for a last page that nobody knew (“54-&”, “73+”, “47–??”), and remarks behind a page."""
_NO_PAGES = re.compile(
    r"(?:(?:[ivxlc]+|\d+)[,+ ]+)*\d+(?: ?pp| (?:pages?|seiten|p|s))\.?|(?:(?:[ivxlc]+|\d+) \+ )+\d+|(x+)[-–](?:\1|y+)",
    re.IGNORECASE,
)
"""How many pages there are (“12 pp.”, “vi + 439”), and a template's signs for pages (“xx–xx”)."""
_LETTERS = re.compile(r"[ivxlcdm]+(?:-[ivxlcdm]+)?|[^\W\d_]|[\u0370-\u03ff\u0590-\u06ff]{1,5}", re.IGNORECASE)
"""Letters that can be a page's number: roman ones, a single one, those by which Greek, Hebrew and Arabic count."""
_ADDRESS = re.compile(r"\bdoi\b|https?:|\bwww\.|\b10\.\d{4,9}/", re.IGNORECASE)


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

    Numbers are text: nothing is computed, so that roman, lettered and shortened ones come out as printed. Both are ""
    for what begins with no page.

    >>> first_and_last("1–3, 7"), first_and_last("e18455"), first_and_last("54-&"), first_and_last("to appear, 2019")
    (('1', '7'), ('e18455', ''), ('54', ''), ('', ''))
    """
    page = page.strip()
    parts = [part for piece in _BETWEEN_PAGES.split(page) if (part := _NO_PAGE.sub("", piece))]
    if not parts or not _is_page(parts[0]) or _NO_PAGES.fullmatch(page):
        return "", ""
    pages = [part for part in parts if _is_page(part)]
    return pages[0], pages[-1] if len(pages) > 1 else ""


def _is_page(text: str) -> bool:
    """Whether a text has a page's number in it, which an address has not.

    >>> _is_page("L12"), _is_page("xii"), _is_page("in press"), _is_page("doi.org/10.1000/182")
    (True, True, False, False)
    """
    numbered = any(char.isnumeric() for char in text) or _LETTERS.fullmatch(text) is not None
    return numbered and not _ADDRESS.search(text)

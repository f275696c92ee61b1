"""Addresses and files that an entry names: checked, and told apart by what they lead to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.model.entry import Attachment, LinkKind, WebLink
from sitegen.text.addresses import doi, unlatex_address, web_address

LONGEST_FILE = 20_000
MOST = 50
"""Addresses or files in one field that are looked at."""
_BETWEEN = re.compile(r"[\s;]+")
_BEGINS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_HOST = re.compile(r"www\.[a-z0-9]|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/", re.IGNORECASE)
_URL_IN_TEXT = re.compile(r"\\(?:url|href|path)\s*+\{([^{}]*+)\}|(https?://[^\s{}\\]++)", re.IGNORECASE)
_DRIVE = re.compile(r"/|~|[A-Za-z]:|\\\\")
_FILE_SIGN = re.compile(r"\\(.)|([:;])", re.DOTALL)
_TYPE = re.compile(r"[A-Za-z0-9.+-]{0,40}(?:/[A-Za-z0-9.+-]{1,80})?")
_HOSTS: dict[str, LinkKind] = {
    "github.com": "code",
    "gitlab.com": "code",
    "bitbucket.org": "code",
    "codeberg.org": "code",
}
_ENDINGS: dict[str, LinkKind] = {
    ".pdf": "pdf",
    ".mp4": "video",
    ".webm": "video",
    ".pptx": "slides",
    ".zip": "supplement",
    ".csv": "data",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """An address or path that may not be linked. outside: whether it is a file of somebody's own disk."""

    source: str
    outside: bool = False


def addresses(value: str) -> Iterator[str | Refused]:
    r"""The addresses of a field that holds one or several, parted by blanks or semicolons.

    >>> list(addresses(r"http://a.example/x\_y; javascript:alert(1)"))
    ['http://a.example/x_y', Refused(source='javascript:alert(1)', outside=False)]
    """
    value = value.strip()
    wrapped = [match[1] or match[2] or "" for match in _URL_IN_TEXT.finditer(value)] if "\\" in value else []
    pieces = wrapped if wrapped and value.startswith(("\\url", "\\href", "\\path", "{\\url")) else _pieces(value)
    for piece in pieces[:MOST]:
        checked = web_address(_with_scheme(unlatex_address(piece)))
        if checked:
            yield checked
        elif piece.strip("{},."):
            yield Refused(piece)


def _with_scheme(url: str) -> str:
    """An address that begins with its host, as people copy it, with the scheme it needs."""
    return f"https://{url}" if _HOST.match(url) else url


def _pieces(value: str) -> list[str]:
    """One address, or several where every one begins as an address does; a semicolon may belong to an address."""
    if not _BETWEEN.search(value):
        return [value]
    pieces = [piece for piece in _BETWEEN.split(value) if piece]
    if all(_BEGINS.match(piece) or ":" in piece for piece in pieces):
        return pieces
    return [piece for piece in value.split() if piece]


def url_in_text(value: str) -> str:
    r"""The first address in a text such as `\url{…}` or "Available at https://…"; "" when there is none.

    >>> url_in_text(r"\\url{http://a.example/}")
    'http://a.example/'
    """
    match = _URL_IN_TEXT.search(value)
    return web_address(unlatex_address((match[1] or match[2] or "").rstrip(".,;)"))) if match else ""


def is_only_url(value: str) -> bool:
    """Whether a text is an address and nothing else."""
    match = _URL_IN_TEXT.search(value)
    return match is not None and not (value[: match.start()] + value[match.end() :]).strip(" {}.,;<>")


def kind_of(url: str, usual: LinkKind) -> LinkKind:
    """What an address leads to, by its ending or host; else what the field usually means.

    >>> kind_of("http://a.example/paper.pdf", "publisher")
    'pdf'
    """
    parts = urlsplit(url)
    path = parts.path.lower()
    for ending, kind in _ENDINGS.items():
        if path.endswith(ending):
            return kind
    host = parts.netloc.lower().removeprefix("www.")
    if host == "arxiv.org":
        return "pdf" if path.startswith("/pdf/") else "preprint"
    return _HOSTS.get(host, usual)


def target(kind: LinkKind, value: str, label: str = "") -> WebLink | Attachment | Refused:
    """What a field such as `pdf` or `slides` names: an address, or a file in the site's folder.

    >>> target("pdf", "papers/a.pdf"), target("pdf", "../../etc/passwd")
    (Attachment(kind='pdf', path='papers/a.pdf', label=''), Refused(source='../../etc/passwd', outside=True))
    """
    shown = unlatex_address(value)
    if _BEGINS.match(shown) or ":" in shown.partition("/")[0]:
        url = web_address(_with_scheme(shown))
        return WebLink(kind, url, label) if url else Refused(value, _DRIVE.match(shown) is not None)
    path = shown.replace("\\", "/").removeprefix("./")
    if _DRIVE.match(path) or ".." in path.split("/") or "\x00" in path or len(path) > 500:
        return Refused(value, outside=True)
    return Attachment(kind, path, label)


def files(value: str) -> Iterator[tuple[str, str]]:
    r"""Label and path of each file in a `file` field as JabRef, Zotero and Mendeley write it, or of one bare path.

    >>> list(files(r"Full text:a\:b.pdf:PDF;slides.pdf"))
    [('Full text', 'a:b.pdf'), ('', 'slides.pdf')]
    """
    for parts in _file_parts(value):
        if len(parts) >= 3 and _TYPE.fullmatch(parts[-1].strip()):
            yield parts[0].strip(), ":".join(parts[1:-1]).strip()
        elif len(parts) == 2 and _TYPE.fullmatch(parts[1].strip()) and "/" in parts[1]:
            yield "", parts[0].strip()
        else:
            yield "", ":".join(parts).strip()


def _file_parts(value: str) -> list[list[str]]:
    """The files of a field, each cut at its colons, with escapes undone."""
    found: list[list[str]] = [[""]]
    at = 0
    value = value[:LONGEST_FILE].replace("$\\backslash$", "\\")
    for sign in _FILE_SIGN.finditer(value):
        found[-1][-1] += value[at : sign.start()]
        at = sign.end()
        if sign[1] is not None:
            found[-1][-1] += sign[1] if sign[1] in ":;_%&#$\\{}~" else sign[0]
        elif sign[2] == ":":
            found[-1].append("")
        else:
            if len(found) >= MOST:
                break
            found.append([""])
    else:
        found[-1][-1] += value[at:]
    return [parts for parts in found if any(part.strip() for part in parts)]


def is_doi_of(url: str, own: str) -> bool:
    """Whether an address only says the entry's DOI again."""
    return bool(own) and "doi.org/" in url.lower() and doi(url).lower() == own.lower()

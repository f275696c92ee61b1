"""Addresses and files that an entry names: checked, and told apart by what they lead to."""

import re
from collections.abc import Iterator

from sitegen.model import links
from sitegen.model.entry import Attachment, LinkKind, WebLink
from sitegen.model.links import Refused, is_doi_of, kind_of, with_scheme
from sitegen.text.addresses import unlatex_address, web_address

__all__ = ["Refused", "addresses", "files", "is_doi_of", "is_only_url", "kind_of", "target", "url_in_text"]

"""Addresses or files in one field that are looked at."""
_BETWEEN = re.compile(r"[\s;]+")
_BEGINS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_URL_IN_TEXT = re.compile(r"\\(?:url|href|path)\s*+\{([^{}]*+)\}|(https?://[^\s{}\\]++)", re.IGNORECASE)
_FILE_SIGN = re.compile(r"\\(.)|([:;])", re.DOTALL)
_TYPE = re.compile(r"[A-Za-z0-9.+-]{0,40}(?:/[A-Za-z0-9.+-]{1,80})?")


def addresses(value: str) -> Iterator[str | Refused]:
    r"""The addresses of a field that holds one or several, parted by blanks or semicolons.

    >>> list(addresses(r"http://a.example/x\_y; javascript:alert(1)"))
    ['http://a.example/x_y', Refused(source='javascript:alert(1)', outside=False)]
    """
    value = value.strip()
    wrapped = [match[1] or match[2] or "" for match in _URL_IN_TEXT.finditer(value)] if "\\" in value else []
    pieces = wrapped if wrapped and value.startswith(("\\url", "\\href", "\\path", "{\\url")) else _pieces(value)
    for piece in pieces:
        checked = web_address(with_scheme(unlatex_address(piece)))
        if checked:
            yield checked
        elif piece.strip("{},."):
            yield Refused(piece)


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


def target(kind: LinkKind, value: str, label: str = "") -> WebLink | Attachment | Refused:
    """What a field such as `pdf` or `slides` names: an address, or a file in the site's folder.

    >>> target("pdf", "papers/a.pdf"), target("pdf", "../../etc/passwd")
    (Attachment(kind='pdf', path='papers/a.pdf', label=''), Refused(source='../../etc/passwd', outside=True))
    """
    found = links.target(kind, unlatex_address(value), label)
    return Refused(value, found.outside) if isinstance(found, Refused) else found


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
    value = value.replace("$\\backslash$", "\\")
    for sign in _FILE_SIGN.finditer(value):
        found[-1][-1] += value[at : sign.start()]
        at = sign.end()
        if sign[1] is not None:
            found[-1][-1] += sign[1] if sign[1] in ":;_%&#$\\{}~" else sign[0]
        elif sign[2] == ":":
            found[-1].append("")
        else:
            found.append([""])
    found[-1][-1] += value[at:]
    return [parts for parts in found if any(part.strip() for part in parts)]

"""Web addresses of works: what each leads to, and in which order they stand."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.model.entry import Attachment, LinkKind, WebLink
from sitegen.text.addresses import doi, web_address

LINK_ORDER: tuple[LinkKind, ...] = (
    "pdf", "publisher", "website", "preprint", "code", "data", "software", "slides", "poster", "video",
    "supplement", "blog", "other",
)  # fmt: skip
"""The order of an entry's links, whatever the order of its fields."""
_BEGINS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_DRIVE = re.compile(r"/|~|[A-Za-z]:|\\\\")
_HOST = re.compile(r"www\.[a-z0-9]|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/", re.IGNORECASE)
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
_WEB_TYPES = frozenset(
    {"webpage", "document", "software", "dataset", "speech", "post", "post-weblog", "motion_picture"}
)


@dataclass(frozen=True, slots=True)
class Refused:
    """An address or path that may not be linked. outside: whether it is a file of somebody's own disk."""

    source: str
    outside: bool = False


def usual_kind(csl: str) -> LinkKind:
    """What `url` leads to when nothing tells otherwise, by the work's type."""
    return "website" if csl in _WEB_TYPES else "publisher"


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


def with_scheme(url: str) -> str:
    """An address that begins with its host, as people copy it, with the scheme it needs."""
    return f"https://{url}" if _HOST.match(url) else url


def is_doi_of(url: str, own: str) -> bool:
    """Whether an address only says the entry's DOI again."""
    return bool(own) and "doi.org/" in url.lower() and doi(url).lower() == own.lower()


def target(kind: LinkKind, shown: str, label: str = "") -> WebLink | Attachment | Refused:
    """What leads to a file: an address, or a path in the site's folder.

    >>> target("pdf", "./papers/a.pdf"), target("pdf", "file:///C:/a.pdf")
    (Attachment(kind='pdf', path='papers/a.pdf', label=''), Refused(source='file:///C:/a.pdf', outside=False))
    """
    if _BEGINS.match(shown) or ":" in shown.partition("/")[0]:
        url = web_address(with_scheme(shown))
        return WebLink(kind, url, label) if url else Refused(shown, _DRIVE.match(shown) is not None)
    path = shown.replace("\\", "/").removeprefix("./")
    if _DRIVE.match(path) or ".." in path.split("/") or "\x00" in path or len(path) > 500:
        return Refused(shown, outside=True)
    return Attachment(kind, path, label)

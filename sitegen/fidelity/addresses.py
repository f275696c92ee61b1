"""Addresses of the web reduced to what they lead to, and links within the site to the files they lead to."""

import posixpath
import re
from urllib.parse import unquote, urlsplit

_DOI = re.compile(r"(?:doi\.org/|^doi:)(10\.\d{4,9}/.+)", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf|html)/(.+?)(?:v\d+)?(?:\.pdf)?/?$", re.IGNORECASE)


def meant(url: str) -> str:
    """What an address leads to, equal for its usual spellings.

    >>> meant("http://dx.doi.org/10.1000/A%28b%29") == meant("https://doi.org/10.1000/a(b)")
    True
    """
    url = unquote(url.strip().rstrip(".,;"))
    for scheme, pattern in (("doi", _DOI), ("arxiv", _ARXIV)):
        found = pattern.search(url)
        if found:
            return f"{scheme}:{found[1].casefold()}"
    return url.casefold().partition("://")[2].removeprefix("www.").rstrip("/") or url.casefold()


def target(page: str, href: str, base_path: str, base_url: str) -> tuple[str, str] | None:
    """The file of the site that a link on a page leads to, and the fragment in it; None for links off the site.

    page: path of the file the link stands in. base_path, base_url: where the site is published.
    """
    if base_url and href.startswith(base_url):
        href = base_path + href.removeprefix(base_url)
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        path = path.removeprefix(base_path)
    elif path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + ("/" if path.endswith("/") else "")
        path = "" if path in ("./", ".") else path
    else:
        return page, unquote(parts.fragment)
    if path.endswith(("/", "/.", "/..")) or not path:
        path = path.rstrip("./") + "/" if path.strip("./") else ""
        path += "index.html"
    return path, unquote(parts.fragment)

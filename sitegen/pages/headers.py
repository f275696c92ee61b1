"""The headers that a host should send with every page: Netlify and Cloudflare Pages obey the file, others ignore it.

A page's own policy stands in its head, where `frame-ancestors` would be ignored (CSP level 3, section 4.2).
"""

from sitegen.pages import PageKind, one_page
from sitegen.site import Here, Site

_HEADERS = """\
/*
  Content-Security-Policy: frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff

/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """The text of the file."""
    return _HEADERS


PAGE = PageKind(name="headers", path="_headers", keys=one_page, content=content, shared=True)

"""What a page says about itself to browsers, search engines and feed readers."""

from collections.abc import Mapping

import msgspec

from sitegen.metadata import Tag
from sitegen.text.plain import shortened


class Feed(msgspec.Struct, frozen=True):
    """A feed or another form of the page. title: for people; url: as seen from the page."""

    title: str
    url: str
    media_type: str = "application/atom+xml"


class Crumb(msgspec.Struct, frozen=True):
    """A step of the breadcrumb."""

    label: str
    url: str


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a page.

    title: without the site's name. description: plain, one or two sentences. canonical: absolute, "" when not known.
    tags: elements in the order they are written. data: objects for JSON-LD scripts. alternates: feeds and exports.
    indexed: whether search engines may list the page.
    """

    title: str
    description: str = ""
    canonical: str = ""
    tags: tuple[Tag, ...] = ()
    data: tuple[Mapping[str, object], ...] = ()
    alternates: tuple[Feed, ...] = ()
    indexed: bool = True


def description_of(*candidates: str, limit: int = 160) -> str:
    """The first text that is not empty, on one line, cut at a word.

    >>> description_of("", "One two three", limit=9)
    'One two…'
    """
    return next((line for candidate in candidates if (line := shortened(candidate[: 8 * limit], limit))), "")

"""Kinds of pages: which keys exist, where each stands, and what it shows. One file per kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sitegen.site import Here, LocalFile, Site

Content = object
"""What a page shows: a frozen dataclass for a template; `str` or `bytes`, written as they are; a `LocalFile`;
a `Twin`, of a kind that is late."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind on the shelf.

    path: of one page below the output folder, with `{key}` where its key stands; or what makes it from key and site.
    keys: keys of the pages there are, in a fixed order; a kind with one page has the key "".
    content: what one page shows; pure.
    template: name of the template; "" when `content` gives the file itself.
    section: the part of the site it belongs to, the name of the kind that the header marks as current.
    nav: its label in the header (a message of the catalogue), "" to stay out of it; nav_order sorts.
    rooted: whether its links begin with the base path because it is served at any depth.
    lane: pages with near numbers share what is made once (records, list items), so that one process makes them.
    shared: whether one file serves all languages of a site in several.
    revised: the bytes of one page, from its key, those it had, and what it asked that is answered otherwise now: the
    question's name, the answer then and now; None where they have to be made anew. What is asked must be the same.
    late: whether its pages are made after all others, because they tell of finished files (`Site.finished`).
    """

    name: str
    path: str | Callable[[str, Site], str]
    keys: Callable[[Site], Iterable[str]]
    content: Callable[[str, Site, Here], Content]
    template: str = ""
    section: str = ""
    nav: str = ""
    nav_order: int = 0
    rooted: bool = False
    lane: int = 1
    late: bool = False
    shared: bool = False
    revised: Callable[[str, bytes, Sequence[tuple[str, Any, Any]]], bytes | None] | None = None

    def path_of(self, key: str, site: Site) -> str:
        """Where one page stands below the output folder."""
        if not isinstance(self.path, str):
            return self.path(key, site)
        # Many keys are paths: one text is enough for both.
        return key if self.path == "{key}" else self.path.replace("{key}", key)


class Artifact(msgspec.Struct, frozen=True, gc=False):
    """A file the site will have."""

    path: str
    kind: str
    key: str


def one_page(site: Site) -> tuple[str]:  # noqa: ARG001 -- the shape of `keys`
    """The keys of a kind that has a single page."""
    return ("",)


__all__ = ["Artifact", "Content", "LocalFile", "PageKind", "one_page"]

"""A page that leads on to another."""

from dataclasses import dataclass

from sitegen.views.head import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A former address: the title of what stood here, and where it is now (always a page of this site)."""

    head: Head
    title: str
    url: str

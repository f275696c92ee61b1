"""Pages that stand where another stood: one leads on, the other says that there is nothing to lead to."""

from dataclasses import dataclass

from sitegen.views.head import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A former address: the title of what stood here, what happened, and where it is now."""

    head: Head
    title: str
    message: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """The address of something that is gone for good. message: plain, by the owner or the usual one."""

    head: Head
    title: str
    message: str
    search_url: str
    home_url: str

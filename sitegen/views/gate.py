"""The page before the languages of a site."""

from dataclasses import dataclass

from sitegen.views.head import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The root of a site in several languages. heading: the site's name."""

    head: Head
    heading: str

"""A page the site's owner wrote in Markdown."""

from dataclasses import dataclass, field

from sitegen.problems import Place


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown page. `key` is its address below the site's root, "" for the home page's introduction.

    html: sanitised. description: for search engines, "" to take the site's.
    navigation: its label in the header, "" to stay out of it.
    """

    key: str
    title: str
    html: str
    description: str = ""
    navigation: str = ""
    place: Place = field(default=Place(), compare=False)

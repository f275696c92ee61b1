"""One of the owner's pages: Markdown with lists of works in it."""

from dataclasses import dataclass, field

from sitegen.config import ListOptions
from sitegen.problems import Place
from sitegen.text.citations import Citation


@dataclass(frozen=True, slots=True)
class WorkList:
    """A list of works that a page asks for.

    above: level of the heading it stands under, 0 for none. place: of the list in its file; query_place: where its
    query begins, without a column where the file writes it with escapes.
    """

    options: ListOptions
    above: int = 0
    place: Place = field(default=Place(), compare=False)
    query_place: Place = field(default=Place(), compare=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """One page. `key` is its address below the site's root, "" for the home page's introduction.

    parts: sanitised HTML and lists of works, in their order. description: for search engines, "" to take the site's.
    navigation: its label in the header, "" to stay out of it.
    citations: those for which words stand in the HTML. mark: what these words begin with.
    """

    key: str
    title: str
    parts: tuple[str | WorkList, ...] = ()
    description: str = ""
    navigation: str = ""
    citations: tuple[Citation, ...] = ()
    mark: str = ""
    place: Place = field(default=Place(), compare=False)

    @property
    def lists(self) -> tuple[WorkList, ...]:
        """The lists of works on the page."""
        return tuple(part for part in self.parts if isinstance(part, WorkList))

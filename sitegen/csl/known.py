"""What is known of items before a style is compiled for them: their type, and which variables they have.

A style says much of types and variables that one item never has. Compiled for what all items of a kind share, it asks
fewer questions and prints the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.csl.elements import Element

_MADE = frozenset({"citation-number", "citation-label", "first-reference-note-number", "locator", "year-suffix"})
"""Variables that no item brings with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What items share.

    type: theirs; None when it may be any. has: the variables that each of them has, and no others of those that the
    style asks for; None when that is not known.
    """

    type: str | None = None
    has: frozenset[str] | None = None

    def lacks(self, variable: str) -> bool:
        """Whether no such item has a variable."""
        if self.has is None or variable in _MADE:
            return False
        return variable not in self.has and (variable != "page-first" or "page" not in self.has)

    def gives(self, variable: str) -> bool:
        """Whether all such items have a variable."""
        return self.has is not None and variable in self.has and variable not in _MADE


ANYTHING = Known()


def mentioned(elements: Iterable[Element]) -> frozenset[str]:
    """The variables that elements may ask an item for."""
    found: set[str] = set()
    waiting = list(elements)
    while waiting:
        element = waiting.pop()
        waiting += element.children
        for name in ("variable", "is-numeric", "is-uncertain-date"):
            found.update(element.get(name).split())
    found.update([f"{name}-short" for name in found])
    return frozenset({*found, "page"} if "page-first" in found else found)

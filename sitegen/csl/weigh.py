"""How much work a style makes, found before it is compiled, so that none runs without end (macros in macros)."""

from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.csl.elements import Element, error
from sitegen.problems import SitegenError, excerpt

MOST_WORK = 20_000
"""Elements that may be rendered for one reference. The heaviest style there is needs a small part of it."""
DEEPEST = 120
"""Elements within elements, through macros."""


class Weight(NamedTuple):
    """work: elements rendered at most. depth: elements within elements."""

    work: int = 0
    depth: int = 0


_ALONE = Weight(1, 1)
"""An element in which there is none."""


@dataclass(slots=True)
class _Scales:
    """What is known of a style's macros. open: those being weighed, in which no other may call them."""

    name: str
    macros: dict[str, Element]
    known: dict[str, Weight] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)

    def weight(self, element: Element, depth: int) -> Weight:
        """The weight of an element with all that it calls."""
        if depth > DEEPEST:
            raise self.error(element, "elements are nested too deeply")
        found = [self.weight(child, depth + 1) for child in element.children]
        if element.tag in {"text", "key"} and "macro" in element.attributes:
            found.append(self.macro(element.get("macro"), element, depth + 1))
        if not found:
            return _ALONE
        works = [each.work for each in found]
        work = 1 + (max(works) if element.tag == "choose" else sum(works))
        if work > MOST_WORK:
            raise self.error(element, "macros call each other so often that a reference would take minutes")
        return Weight(work, 1 + max([each.depth for each in found]))

    def macro(self, name: str, caller: Element, depth: int) -> Weight:
        """The weight of a macro."""
        if name not in self.macros:
            raise self.error(caller, f"there is no macro {excerpt(name)!r}")
        if name in self.open:
            raise self.error(caller, f"the macro {excerpt(name)!r} calls itself")
        if name not in self.known:
            self.open.add(name)
            self.known[name] = self.weight(self.macros[name], depth)
            self.open.discard(name)
        found = self.known[name]
        if depth + found.depth > DEEPEST:
            raise self.error(caller, "elements are nested too deeply")
        return found

    def error(self, element: Element, message: str) -> SitegenError:
        """A mistake in an element, as one line."""
        return error(self.name, element.line, f"<{excerpt(element.tag)}>: {message}")


def weigh(root: Element, name: str) -> Weight:
    """The weight of a style.

    Raises SitegenError where a macro is missing or calls itself, or where the style is too deep or too heavy.
    """
    scales = _Scales(name, {macro.get("name"): macro for macro in root.all("macro")})
    found = [scales.weight(part, 1) for part in root.children if part.tag in {"citation", "bibliography"}]
    return Weight(max((each.work for each in found), default=0), max((each.depth for each in found), default=0))

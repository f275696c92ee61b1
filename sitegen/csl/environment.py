"""What compiling an element needs to know of the style around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sitegen.csl.elements import Element, error
from sitegen.csl.known import ANYTHING, Known
from sitegen.csl.locale import Locale
from sitegen.csl.name_list import NameList
from sitegen.csl.rendering import Fn
from sitegen.problems import SitegenError, excerpt


@dataclass(slots=True)
class Environment:
    """A style while it is compiled, for one of its parts.

    name: what the style is called in messages. options: attributes of `cs:style`. inherited: name options from
    `cs:style` and the part that is compiled. names: the `cs:names` in whose `cs:substitute` the element stands.
    alternatives: whether of several elements the first that prints something is wanted, as directly in
    `cs:substitute`. strip_periods: whether a macro is called that loses its full stops.
    explicit_year_suffix: whether the style says itself where the letter behind the year stands.
    capitalize: whether a term that a cite begins with gets a capital. sorting: whether what is compiled is a sort key.
    compiled: macros that are, by name, the names that they stand in for, and whether they lose their full stops.
    known: what the items share that it is compiled for. lists: the name lists of elements, which all kinds share.
    fixed: what prints the same in every reference. together: what vanishes with its variables already.
    at_once: whether what few references reach is compiled too, so that whatever is wrong in it is told.
    """

    name: str
    locale: Locale
    options: Mapping[str, str]
    inherited: Mapping[str, str]
    macros: Mapping[str, Element]
    children: Callable[[list[Element], "Environment", str], Fn]
    names: Element | None = None
    sorting: bool = False
    alternatives: bool = False
    strip_periods: bool = False
    explicit_year_suffix: bool = False
    capitalize: bool = False
    compiled: dict[tuple[str, int, bool], Fn] = field(default_factory=dict)
    known: Known = ANYTHING
    fixed: set[Fn] = field(default_factory=set)
    together: set[Fn] = field(default_factory=set)
    lists: dict[tuple[int, int], NameList] = field(default_factory=dict)
    at_once: bool = False

    def error(self, element: Element, message: str) -> SitegenError:
        """A mistake in an element, as one line."""
        return error(self.name, element.line, f"<{excerpt(element.tag)}>: {message}")

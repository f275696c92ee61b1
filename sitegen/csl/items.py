"""An item to cite: the values of its variables, read when a style first asks for them."""

from collections.abc import Mapping
from typing import Any

from sitegen.csl.citation_label import citation_label
from sitegen.csl.dates import Moment, moment
from sitegen.csl.marks import clean, joinable
from sitegen.csl.markup import marked, of_text
from sitegen.csl.names import Person, people
from sitegen.csl.pages import first_page
from sitegen.csl.variables import DATES, NAMES
from sitegen.text.rich import Node, Text

_SHORT = {
    "title-short": ("title-short", "shortTitle"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
}
"""Names under which programs write the short forms."""
_MEANT = {name: variable for variable, names in _SHORT.items() for name in names}
_DERIVED = frozenset({*_SHORT, "page-first"})
_VERBATIM = frozenset({"DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL"})
"""Variables in which every sign is meant: nothing in them is markup or a quotation mark."""
LONGEST = 100_000
"""Characters of a value; the rest is left out."""


class Values(dict[str, str]):
    """Text and number variables as marked text; "" for what an item does not have."""

    __slots__ = ("data", "opaque")

    def __init__(self, data: Mapping[str, Any], opaque: list[Node]) -> None:
        super().__init__()
        self.data = data
        self.opaque = opaque

    def __missing__(self, variable: str) -> str:
        self[variable] = value = self._read(variable)
        return value

    def _read(self, variable: str) -> str:
        """A value as marked text."""
        if variable not in self.data and variable not in _DERIVED:
            return ""
        for name in _SHORT.get(variable, (variable,)):
            value = self.data.get(name)
            if isinstance(value, str):
                return clean(value[:LONGEST].strip()) if variable in _VERBATIM else joinable(marked(value[:LONGEST]))
            if isinstance(value, Text):
                return joinable(of_text(value, self.opaque))
            if isinstance(value, int | float) and not isinstance(value, bool):
                return _number(value)
        return first_page(self["page"]) if variable == "page-first" else ""

    def copy(self) -> "Values":
        """The same values, for changes that hold for one citation."""
        other = Values(self.data, self.opaque)
        other.update(self)
        return other


def _number(value: float) -> str:
    """A number as text; one that is too large to print is none."""
    try:
        return str(value)
    except ValueError:
        return ""


class People(dict[str, tuple[Person, ...]]):
    """Name variables; empty for what an item does not have."""

    __slots__ = ("data",)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        self.data = data

    def __missing__(self, variable: str) -> tuple[Person, ...]:
        said = self.data.get(variable)
        self[variable] = found = people(said) if said else ()
        return found

    def copy(self) -> "People":
        """The same names, for changes that hold for one citation."""
        other = People(self.data)
        other.update(self)
        return other


class Moments(dict[str, Moment | None]):
    """Date variables; None for what an item does not have."""

    __slots__ = ("data",)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        self.data = data

    def __missing__(self, variable: str) -> Moment | None:
        said = self.data.get(variable)
        self[variable] = found = moment(said) if said else None
        return found

    def copy(self) -> "Moments":
        """The same dates, for changes that hold for one citation."""
        other = Moments(self.data)
        other.update(self)
        return other


def _word(value: object) -> str:
    """A type or id; "" for what is none."""
    if isinstance(value, str):
        return value
    return _number(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


class Item:
    """An item as a style sees it.

    opaque: takes nodes of rich values, such as formulas, that marked text names by number; items that are printed
    together share it.
    """

    __slots__ = ("data", "dates", "id", "language", "names", "type", "values")

    def __init__(self, data: Mapping[str, Any], opaque: list[Node] | None = None) -> None:
        self.data = data
        self.type = _word(data.get("type"))
        self.id = _word(data.get("id"))
        said = data.get("language")
        self.language = said.strip() if isinstance(said, str) else ""
        self.values = Values(data, [] if opaque is None else opaque)
        self.names = People(data)
        self.dates = Moments(data)

    def having(self, asked: frozenset[str]) -> frozenset[str]:
        """Those of the variables that the item has."""
        found = []
        for name in self.data:
            variable = _MEANT.get(name, name) if isinstance(name, str) else ""
            if variable in asked and self.has(variable):
                found.append(variable)
        return frozenset(found)

    def has(self, variable: str) -> bool:
        """Whether the item has a variable."""
        if variable in NAMES:
            return bool(self.names[variable])
        return self.dates[variable] is not None if variable in DATES else bool(self.values[variable])

    def labelled(self) -> None:
        """Give the item a `citation-label` where it has none."""
        if not self.values["citation-label"]:
            people = self.names["author"] or self.names["editor"]
            self.values["citation-label"] = citation_label(people, self.dates["issued"])


class Prepared(dict[str, Any]):
    """An item whose values are read once for all styles that print it; it must not change any more."""

    __slots__ = ("read",)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.read = Item(data)

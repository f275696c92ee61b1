"""One reference in the making, and the shape of what renders it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from sitegen.csl.items import Item
from sitegen.csl.name_form import NameForm
from sitegen.csl.names import Person
from sitegen.csl.variables import DATES, NAMES

NOTHING, EMPTY, FILLED = 0, 1, 2
"""What rendering has met so far in a group: no variable, only empty ones, or one with a value."""


class Opening(NamedTuple):
    """The names that a reference begins with: those that are shown, and all as printed."""

    people: Sequence[Person]
    text: str

    @property
    def names(self) -> list[tuple[str, str]]:
        """Family and given name of each."""
        return [(person.family or person.literal, person.given) for person in self.people]

    def is_like(self, other: "Opening | None") -> bool:
        """Whether another reference begins with the same names."""
        return other is not None and self.text == other.text and self.names == other.names


class Rendering:
    """What holds while one reference or cite is rendered.

    values, names, dates: the item's variables; what `cs:substitute` used up is empty in them, but not in `item`.
    state: NOTHING, EMPTY or FILLED, for the group that is being rendered.
    used: variables that rendering inside `cs:substitute` has printed.
    opening: the names printed by the first `cs:names`, None before it. previous: the same of the reference before, for
    `subsequent-author-substitute`. more_names, given: how far names are disambiguated. lists: the names printed,
    list by list. suffix_text: the letter behind the year as it was printed. text: the outcome, where it is kept.
    """

    __slots__ = (
        "dates",
        "disambiguate",
        "english",
        "given",
        "item",
        "label",
        "lists",
        "locator",
        "more_names",
        "names",
        "near_note",
        "opening",
        "own",
        "position",
        "previous",
        "state",
        "suffix_text",
        "suppress_names",
        "text",
        "type",
        "used",
        "values",
        "year_suffix",
    )

    def __init__(self, item: Item, *, english: bool) -> None:
        self.item = item
        self.type = item.type
        self.values, self.names, self.dates = item.values, item.names, item.dates
        self.english = english
        self.state = NOTHING
        self.own = False
        self.used: list[str] = []
        self.opening: Opening | None = None
        self.previous: Opening | None = None
        self.suppress_names = False
        self.more_names = 0
        self.given: Mapping[tuple[int, int], int] = {}
        self.lists: list[tuple[Sequence[Person], NameForm]] = []
        self.text = ""
        self.suffix_text = ""
        self.year_suffix = ""
        self.disambiguate = False
        self.position = "first"
        self.near_note = False
        self.locator = ""
        self.label = ""

    def use_up(self) -> None:
        """Empty the variables that were printed in place of names, for the rest of the reference."""
        if not self.own:
            self.own = True
            self.values, self.names, self.dates = self.values.copy(), self.names.copy(), self.dates.copy()
        for variable in self.used:
            if variable in NAMES:
                self.names[variable] = ()
            elif variable in DATES:
                self.dates[variable] = None
            else:
                self.values[variable] = ""
        self.used.clear()


Fn: TypeAlias = Callable[[Rendering], str]
"""A compiled element: prints a part of a reference as marked text, "" for nothing."""


def nothing(_rendering: Rendering) -> str:
    """What prints nothing, ever."""
    return ""


def empty(rendering: Rendering) -> str:
    """What would print a variable that the item does not have."""
    rendering.state = rendering.state or EMPTY
    return ""

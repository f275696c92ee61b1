"""What charts show: numbers that are already lengths, paths and words."""

from dataclasses import dataclass

import msgspec


class Bar(msgspec.Struct, frozen=True):
    """A column of the timeline: a decade, or a year where the span is short.

    label: "1950s" or "1997"; bars: SVG path in a box of 100 by 100; url: its first works, "" when it has none.
    marked: whether its label shows on a phone. description: for people who hear it ("1950s: 5 works").
    """

    label: str
    number: int
    bars: str
    url: str
    description: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A column of an axis. marked: whether its label shows. early: whether it is that of works before all others."""

    label: str
    marked: bool
    early: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """One topic over time. bars: SVG path in a box of 10 for each column by 100. description: the numbers in words."""

    label: str
    number: int
    url: str
    bars: str
    description: str


@dataclass(frozen=True, slots=True)
class Trends:
    """Topics over time, one row each, all in the same columns and to the same scale.

    grid: SVG path of the lines at marked columns, in the box of the rows. width: of that box.
    """

    rows: tuple[Trend, ...]
    ticks: tuple[Tick, ...]
    grid: str
    width: int


class Colleague(msgspec.Struct, frozen=True):
    """Someone in the picture of co-authors. name: as it fits; description: name, works together, and ties, in words.

    y: of the row's middle; radius: of the dot.
    """

    name: str
    url: str
    description: str
    y: int
    radius: float


class Tie(msgspec.Struct, frozen=True):
    """Two colleagues who share a work. path: of the arc; weight: 1 to 3, by the number of such works."""

    path: str
    weight: int


@dataclass(frozen=True, slots=True)
class Circle:
    """The picture of a person's co-authors: names in a column, arcs between those who share works.

    caption: what the picture says. width, height: of its box. dot: where the dots stand in it; text: where names end.
    """

    caption: str
    people: tuple[Colleague, ...]
    ties: tuple[Tie, ...]
    width: int
    height: int
    text: int
    dot: int

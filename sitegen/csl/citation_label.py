"""Labels made from names and year, such as `RoNo78`, for items that have no `citation-label` of their own."""

from collections.abc import Sequence

from sitegen.csl.dates import Moment
from sitegen.csl.marks import visible
from sitegen.csl.names import Person

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
"""By the number of names, how many letters each gives; of more than three, four give one each."""
_MOST = 4


def citation_label(people: Sequence[Person], issued: Moment | None) -> str:
    """The label of an item.

    >>> from sitegen.csl.dates import Day
    >>> citation_label((Person("Roe"), Person("Noakes")), Moment(Day(1978)))
    'RoNo78'
    """
    counts = _LETTERS.get(len(people), (1,) * _MOST)
    names = "".join(_first(person, count) for person, count in zip(people, counts, strict=False))
    year = f"{abs(issued.start.year) % 100:02}" if issued and issued.start else ""
    return f"{names}{year}"


def _first(person: Person, count: int) -> str:
    """The first letters of a name."""
    letters = [char for char in visible(person.family or person.literal) if char.isalpha()][:count]
    return "".join(letters)

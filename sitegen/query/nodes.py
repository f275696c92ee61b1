"""What a query says, as frozen values."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the query something stands: its first character, counted from 0, and how many there are."""

    at: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Bare words, looked for in all that the search looks through. whole: in quotation marks, so in their order."""

    text: str
    span: Span
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What one field must say. field: its name in `fields.FIELDS`. whole: whether the value has quotation marks.

    span: of the field and its value; value_at: where the value begins.
    """

    field: str
    value: str
    span: Span
    value_at: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What must all hold; nothing at all holds always."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    """Of which one must hold."""

    nodes: "tuple[Node, ...]"


Node: TypeAlias = Words | Condition | Not | All | Any


class QueryError(Exception):
    """What is wrong in a query. at: where; hint: the way out, starting with a verb, or ""."""

    def __init__(self, message: str, at: Span, hint: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.hint = hint

"""What is made of short texts that stand in many entries: made once."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Repeated(dict[str, V], Generic[V]):
    """By text, what `make` makes of it; made when it is asked for first.

    Of texts of `longest` characters and more nothing is remembered, of others at most `most`: then all is forgotten. A
    dictionary finds a text in half the time that `functools.lru_cache` takes, which also keeps an order.

    >>> Repeated(len, most=2)["four"]
    4
    """

    __slots__ = ("_longest", "_make", "_most")

    def __init__(self, make: Callable[[str], V], most: int, longest: int = 500) -> None:
        super().__init__()
        self._make, self._most, self._longest = make, most, longest

    def __missing__(self, text: str) -> V:
        made = self._make(text)
        if len(text) < self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = made
        return made

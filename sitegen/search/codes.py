"""Numbers as text: short in a JSON string, and shorter still once a host has compressed it."""

from collections.abc import Sequence
from operator import sub

SIGNS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
"""The 92 printable characters that JSON writes as they are."""
HALF = len(SIGNS) // 2


def code(number: int) -> str:
    """A whole number from 0 in base 46: the first half of the signs goes on, the second half ends it.

    >>> code(0), code(45), code(46)
    ('P', '~', '!P')
    """
    text = SIGNS[HALF + number % HALF]
    number //= HALF
    while number:
        number -= 1
        text = SIGNS[number % HALF] + text
        number //= HALF
    return text


class _Codes(dict[int, str]):
    """Codes by their numbers, each made once."""

    def __missing__(self, number: int) -> str:
        made = self[number] = code(number)
        return made


_CODES = _Codes()


def gaps(numbers: Sequence[int]) -> str:
    """Ascending numbers as the codes of their distances, the first from 0.

    >>> gaps([3, 4, 50]) == code(3) + code(1) + code(46)
    True
    """
    return _CODES[numbers[0]] + "".join(map(_CODES.__getitem__, map(sub, numbers[1:], numbers))) if numbers else ""


_VALUES = {sign: number for number, sign in enumerate(SIGNS)}


def numbers(text: str) -> list[int]:
    """The numbers that `gaps` wrote.

    >>> numbers(gaps([3, 4, 50, 5000]))
    [3, 4, 50, 5000]
    """
    found: list[int] = []
    last = number = 0
    for sign in text:
        value = _VALUES[sign]
        if value < HALF:
            number = (number + value + 1) * HALF
        else:
            last += number + value - HALF
            found.append(last)
            number = 0
    return found

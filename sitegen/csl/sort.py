"""The order of references and cites (CSL 1.0.2, "Sorting")."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cmp_to_key
from typing import TypeVar

from sitegen.csl.compile import compile_macro
from sitegen.csl.compile_date import date_key
from sitegen.csl.compile_names import compile_names
from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.marks import visible
from sitegen.csl.rendering import Fn, Rendering
from sitegen.csl.variables import DATES, NAMES, NUMBERS
from sitegen.text.slugs import fold

_DIGITS = re.compile(r"\d{1,18}")
_SIGNS = " '\"’‘“”«»([{-–—.,"
"""What is passed over at the beginning of a key."""
T = TypeVar("T")
_NAME_OPTIONS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}


class Sort:
    """The keys of a `cs:sort`. ascending: whether each does.

    counts_down: whether references are numbered from the last.
    """

    def __init__(self, element: Element, env: Environment) -> None:
        keys = list(element.all("key"))
        self.fns = [_key(key, env) for key in keys]
        self.ascending = [key.get("sort") != "descending" for key in keys]
        numbers = [ascends for key, ascends in zip(keys, self.ascending, strict=True) if _counts(key, env)]
        self.counts_down = bool(numbers) and not numbers[0]

    def keys(self, rendering: Callable[[], Rendering]) -> list[str]:
        """The values of the keys for an item, each rendered anew."""
        return [_comparable(fn(rendering())) for fn in self.fns]

    def ordered(self, things: Sequence[T], keys: Sequence[Sequence[str]]) -> list[T]:
        """Things in the order of their keys; those that a key says nothing of come last."""
        pairs = sorted(zip(keys, things, strict=True), key=cmp_to_key(self._compare))
        return [thing for _, thing in pairs]

    def _compare(self, one: tuple[Sequence[str], T], other: tuple[Sequence[str], T]) -> int:
        """Which of two comes first: below 0 for the first."""
        for first, second, ascending in zip(one[0], other[0], self.ascending, strict=True):
            if first == second:
                continue
            if not first or not second:
                return 1 if not first else -1
            return -1 if (first < second) == ascending else 1
        return 0


def _padded_number(match: re.Match[str]) -> str:
    """Digits of one length, so that numbers in a text sort by value."""
    return match[0].zfill(18)


def _comparable(text: str) -> str:
    """A key's value without marks, case and accents."""
    shown = visible(text)
    folded = _DIGITS.sub(_padded_number, fold(shown))
    return folded.lstrip(_SIGNS) or folded or shown


def _key(element: Element, env: Environment) -> Fn:
    """What prints the value of a `cs:key`."""
    changes = {_NAME_OPTIONS[name]: value for name, value in element.attributes.items() if name in _NAME_OPTIONS}
    options = dict(env.options)
    if options.get("demote-non-dropping-particle") != "never":
        options["demote-non-dropping-particle"] = "display-and-sort"
    inherited = {**env.inherited, **changes}
    sorting = replace(env, options=options, inherited=inherited, sorting=True, compiled={}, lists={})
    variable = element.get("variable")
    if not variable:
        if not element.get("macro"):
            raise env.error(element, "neither the attribute variable nor macro is there")
        return compile_macro(element.get("macro"), sorting)
    if variable in NAMES:
        name = Element("name", {"name-as-sort-order": "all", "form": "long"}, element.line)
        return compile_names(Element("names", {"variable": variable}, element.line, [name]), sorting)
    if variable in DATES:
        return lambda rendering: date_key(moment) if (moment := rendering.dates[variable]) else ""
    if variable in NUMBERS:
        return lambda rendering: padded(rendering.values[variable])
    return lambda rendering: rendering.values[variable]


def _counts(element: Element, env: Environment) -> bool:
    """Whether a key is the number of the reference."""
    waiting = [element]
    seen: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here.get("variable") == "citation-number":
            return True
        macro = here.get("macro")
        if macro and macro not in seen:
            seen.add(macro)
            waiting += env.macros[macro].children
        waiting += here.children
    return False


def padded(number: str) -> str:
    """A number that sorts by value; other text as it is."""
    digits = number.strip()
    return digits.zfill(18) if digits.isdecimal() else number

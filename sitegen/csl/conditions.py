"""`cs:if` and `cs:else-if`: what is tested (CSL 1.0.2, "Choose")."""

from collections.abc import Callable

from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.known import Known
from sitegen.csl.numbers import is_numeric
from sitegen.csl.rendering import Rendering
from sitegen.csl.variables import DATES, NAMES

Test = Callable[[Rendering], bool]


def always(_rendering: Rendering) -> bool:
    """A condition that holds for all items that a style is compiled for."""
    return True


def never(_rendering: Rendering) -> bool:
    """A condition that holds for none of them."""
    return False


def compile_condition(element: Element, env: Environment) -> Test:
    """Whether what stands in an element is rendered; `always` or `never` where that is known."""
    tests: list[Test] = []
    match = element.get("match", "all")
    for name, value in element.attributes.items():
        if name in _TESTS:
            tests += _grouped(_TESTS[name], value.split(), name, env.known)
        elif name != "match":
            raise env.error(element, f"there is no condition {name!r}")
    if not tests:
        raise env.error(element, "there is no condition")
    return _all(tests) if match not in {"any", "none"} else _any(tests) if match == "any" else _not(_any(tests))


def _not(test: Test) -> Test:
    """The opposite of a condition."""
    if test is always or test is never:
        return never if test is always else always
    return lambda rendering: not test(rendering)


def _any(tests: list[Test]) -> Test:
    """Whether one of several holds."""
    if always in tests:
        return always
    every = tuple(test for test in tests if test is not never)
    if len(every) < 2:
        return every[0] if every else never
    if len(every) == 2:
        one, other = every
        return lambda rendering: one(rendering) or other(rendering)
    return lambda rendering: any(test(rendering) for test in every)


def _all(tests: list[Test]) -> Test:
    """Whether all of several hold."""
    if never in tests:
        return never
    every = tuple(test for test in tests if test is not always)
    if len(every) < 2:
        return every[0] if every else always
    if len(every) == 2:
        one, other = every
        return lambda rendering: one(rendering) and other(rendering)
    return lambda rendering: all(test(rendering) for test in every)


def _grouped(make: Callable[[str], Test], words: list[str], name: str, known: Known) -> list[Test]:
    """The tests of an attribute. An item has one type, so that of several types one is always enough."""
    if name == "type":
        types = frozenset(words)
        if known.type is not None:
            return [always if known.type in types else never]
        return [lambda rendering: rendering.type in types]
    if name in _OF_VARIABLES:
        is_given = name == "variable"
        return [never if known.lacks(w) else always if is_given and known.gives(w) else make(w) for w in words]
    return [make(word) for word in words]


def _variable(name: str) -> Test:
    """Whether an item has a variable."""
    if name in DATES:
        return lambda rendering: rendering.item.dates[name] is not None
    if name in NAMES:
        return lambda rendering: bool(rendering.item.names[name])
    if name == "locator":
        return lambda rendering: bool(rendering.locator)
    if name == "first-reference-note-number":
        return lambda rendering: bool(rendering.values[name])
    return lambda rendering: bool(rendering.item.values[name])


def _numeric(name: str) -> Test:
    """Whether a variable is numbers."""
    if name == "locator":
        return lambda rendering: is_numeric(rendering.locator)
    if name in DATES:
        return _variable(name)
    return lambda rendering: is_numeric(rendering.item.values[name])


def _uncertain(name: str) -> Test:
    """Whether a date is approximate."""

    def uncertain(rendering: Rendering) -> bool:
        moment = rendering.item.dates[name]
        return moment is not None and moment.circa

    return uncertain


def _type(name: str) -> Test:
    """Whether an item is of a type."""
    return lambda rendering: rendering.type == name


def _locator(name: str) -> Test:
    """Whether the locator is of a type."""
    wanted = name.replace("sub-verbo", "sub verbo")
    return lambda rendering: bool(rendering.locator) and rendering.label.replace("sub-verbo", "sub verbo") == wanted


_IMPLIED = {
    "ibid-with-locator": {"ibid-with-locator", "ibid", "subsequent"},
    "ibid": {"ibid", "subsequent"},
    "subsequent": {"subsequent"},
    "first": {"first"},
}
"""By position, those that hold with it."""


def _position(name: str) -> Test:
    """Whether a cite is the first of its item, or how it follows another."""
    if name == "near-note":
        return lambda rendering: rendering.near_note
    return lambda rendering: name in _IMPLIED.get(rendering.position, ())


def _disambiguate(_value: str) -> Test:
    """Whether a cite needs more to be told from another."""
    return lambda rendering: rendering.disambiguate


_OF_VARIABLES = frozenset({"is-numeric", "is-uncertain-date", "variable"})
"""Conditions that hold for no item without the variable."""
_TESTS: dict[str, Callable[[str], Test]] = {
    "disambiguate": _disambiguate,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "type": _type,
    "variable": _variable,
}

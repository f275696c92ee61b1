"""Several functions as one: the first that says something, or all that vanish together with their variables."""

from collections.abc import Callable, Sequence

from sitegen.csl.rendering import EMPTY, FILLED, NOTHING, Fn, Rendering


def first_of(fns: Sequence[Fn]) -> Fn:
    """The first of several that prints something."""

    def found(rendering: Rendering) -> str:
        for fn in fns:
            state, opening = rendering.state, rendering.opening
            text = fn(rendering)
            if text or (rendering.suppress_names and rendering.opening is not opening):
                return text  # names that are left out on purpose have no substitute
            rendering.state = state
            rendering.used.clear()
        return ""

    return found


def later(make: Callable[[], Fn], *, at_once: bool) -> Fn:
    """What a function prints that is made when it is first asked, or at once."""
    if at_once:
        return make()
    made: list[Fn] = []

    def asked(rendering: Rendering) -> str:
        if not made:
            made.append(make())
        return made[0](rendering)

    return asked


def suppressing(inner: Fn) -> Fn:
    """What a function prints, unless it met variables and none of them had a value."""

    def whole(rendering: Rendering) -> str:
        outer = rendering.state
        rendering.state = NOTHING
        text = inner(rendering)
        if not text or rendering.state == EMPTY:
            rendering.state = outer or (EMPTY if rendering.state else NOTHING)
            return ""
        rendering.state = FILLED
        return text

    return whole


def suppressing_all(fns: Sequence[Fn], delimiter: str, begin: int) -> Fn:
    """The same for several functions. begin: EMPTY where a variable beside them has no value, else NOTHING."""

    def whole(rendering: Rendering) -> str:
        outer = rendering.state
        rendering.state = begin
        found = []
        for fn in fns:
            text = fn(rendering)
            if text:
                found.append(text)
        if not found or rendering.state == EMPTY:
            rendering.state = outer or (EMPTY if rendering.state else NOTHING)
            return ""
        rendering.state = FILLED
        return delimiter.join(found)

    return whole

"""Rendering elements to functions: text, number, label, group, choose; names and dates have modules of their own."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sitegen.csl import marks
from sitegen.csl.compile_date import compile_date
from sitegen.csl.compile_names import compile_names
from sitegen.csl.conditions import Test, compile_condition
from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.formatting import Change, around, change
from sitegen.csl.locale import Locale
from sitegen.csl.numbers import in_form, is_above_one, is_numeric, is_plural, spaced
from sitegen.csl.pages import page_range
from sitegen.csl.quotes import curled
from sitegen.csl.rendering import EMPTY, FILLED, NOTHING, Fn, Rendering
from sitegen.csl.variables import COUNTS, NUMBERS, PAGES

_AS_ENGLISH = True
"""Terms take title case in any language, as processors have it."""
_PASSED_OVER = frozenset({"institution", "comment"})


def compile_children(children: Sequence[Element], env: Environment, delimiter: str = "") -> Fn:
    """What prints several elements, with the delimiter of what is around them."""
    fns = tuple(_compile(child, env, delimiter) for child in children if child.tag not in _PASSED_OVER)
    if env.alternatives:
        return _first_of(fns)
    if not fns:
        return lambda _rendering: ""
    if len(fns) == 1:
        return fns[0]
    if not delimiter:
        return lambda rendering: "".join([fn(rendering) for fn in fns])
    return lambda rendering: delimiter.join([text for fn in fns if (text := fn(rendering))])


def _first_of(fns: Sequence[Fn]) -> Fn:
    """The first of several that prints something."""

    def first_of(rendering: Rendering) -> str:
        for fn in fns:
            state, opening = rendering.state, rendering.opening
            text = fn(rendering)
            if text or (rendering.suppress_names and rendering.opening is not opening):
                return text  # names that are left out on purpose have no substitute
            rendering.state = state
            rendering.used.clear()
        return ""

    return first_of


def _compile(element: Element, env: Environment, delimiter: str) -> Fn:
    """What prints an element."""
    if element.tag == "choose":
        return _choose(element, env, delimiter)
    if element.tag not in _ELEMENTS:
        raise env.error(element, "no such element prints anything")
    return _ELEMENTS[element.tag](element, env)


def _text(element: Element, env: Environment) -> Fn:
    """`cs:text`: a variable, macro, term or fixed words."""
    for name in ("variable", "macro", "term", "value"):
        if name in element.attributes:
            return _TEXTS[name](element, env)
    raise env.error(element, "none of the attributes variable, macro, term and value is there")


def _variable(element: Element, env: Environment) -> Fn:
    """A variable's text."""
    variable = element.get("variable")
    if variable == "year-suffix":
        return _year_suffix(element)
    if variable == "citation-label":
        return _citation_label(element)
    if variable in PAGES:
        return _shown(element, env, variable, _pages(env))
    if variable in NUMBERS and variable != "version":
        dash = env.locale.term("page-range-delimiter") or "–"
        return _shown(element, env, variable, lambda text, _: spaced(text, dash) if is_numeric(text) else text)
    return _shown(element, env, variable, None)


def _pages(env: Environment) -> Change:
    """What a style makes of ranges of pages."""
    form, dash = env.options.get("page-range-format", ""), env.locale.term("page-range-delimiter") or "–"
    ampersand = env.locale.term("and", "symbol")
    if not ampersand or ampersand in {"&", env.locale.term("and")}:
        return lambda text, _: page_range(text, form, dash)
    return lambda text, _: page_range(text, form, dash).replace(" & ", f" {ampersand} ")


def _shown(element: Element, env: Environment, variable: str, first: Change | None) -> Fn:
    """A variable's text, changed as the element says, between what stands around it."""
    before, after = around(element)
    changed = _both(first, change(element, strip=env.strip_periods))
    short = f"{variable}-short" if element.get("form") == "short" else ""
    recording = env.names is not None
    if variable == "locator":
        return _locator(before, after, changed)

    def shown(rendering: Rendering) -> str:
        values = rendering.values
        text = (values[short] if short else "") or values[variable]
        if not text:
            rendering.state = rendering.state or EMPTY
            return ""
        rendering.state = FILLED
        if recording:
            rendering.used.append(variable)
        if changed:
            text = changed(text, rendering.english)
        return f"{before}{text}{after}"

    return shown


def _both(first: Change | None, second: Change | None) -> Change | None:
    """Two changes one after the other."""
    if first is None or second is None:
        return first or second
    one, two = first, second
    return lambda text, english: two(one(text, english), english)


def _locator(before: str, after: str, changed: Change | None) -> Fn:
    """The place in an item that a cite names."""

    def locator(rendering: Rendering) -> str:
        text = rendering.locator
        if not text:
            rendering.state = rendering.state or EMPTY
            return ""
        rendering.state = FILLED
        return f"{before}{changed(text, rendering.english) if changed else text}{after}"

    return locator


def _year_suffix(element: Element) -> Fn:
    """The letter that tells works of one year apart."""
    before, after = around(element)

    def year_suffix(rendering: Rendering) -> str:
        text = rendering.year_suffix
        if not text:
            return ""
        rendering.state = FILLED
        rendering.suffix_text = f"{before}{text}{after}"
        return rendering.suffix_text

    return year_suffix


def _citation_label(element: Element) -> Fn:
    """The label of an item, with the letter that tells it from another."""
    before, after = around(element)

    def label(rendering: Rendering) -> str:
        text = rendering.values["citation-label"]
        if not text:
            rendering.state = rendering.state or EMPTY
            return ""
        rendering.state = FILLED
        text += rendering.year_suffix
        rendering.year_suffix = ""
        return f"{before}{text}{after}"

    return label


def _macro(element: Element, env: Environment) -> Fn:
    """A macro's output."""
    name = element.get("macro")
    if element.get("strip-periods") == "true":
        env = replace(env, strip_periods=True)
    fn = compile_macro(name, env)
    before, after = around(element)
    if not before and not after:
        return fn
    return lambda rendering: f"{before}{text}{after}" if (text := fn(rendering)) else ""


def compile_macro(name: str, env: Environment) -> Fn:
    """A macro, compiled once for each setting in which it is called; `weigh` has found that it is there."""
    if env.alternatives:
        env = replace(env, alternatives=False)
    key = (name, id(env.names), env.strip_periods)
    if key in env.compiled:
        return env.compiled[key]
    fn = env.compiled[key] = _suppressing(compile_children(env.macros[name].children, env))
    return fn


def _suppressing(inner: Fn) -> Fn:
    """What prints nothing where it calls variables and all of them are empty (CSL 1.0.2, "Group").

    What it prints counts as a variable with a value for the groups around it.
    """

    def suppressing(rendering: Rendering) -> str:
        outer = rendering.state
        rendering.state = NOTHING
        text = inner(rendering)
        if rendering.state == EMPTY or not text:
            rendering.state = outer or (EMPTY if rendering.state else NOTHING)
            return ""
        rendering.state = FILLED
        return text

    return suppressing


def _term(element: Element, env: Environment) -> Fn:
    """A word of the language."""
    name = element.get("term")
    words = env.locale.term(name, element.get("form", "long"), plural=element.get("plural") == "true")
    return _fixed(element, env, marks.TERM + words if words and env.capitalize else words)


def _value(element: Element, env: Environment) -> Fn:
    """Fixed words."""
    return _fixed(element, env, curled(marks.clean(element.get("value"))))


def _fixed(element: Element, env: Environment, words: str) -> Fn:
    """Words that are the same in every reference."""
    if not words:
        return lambda _rendering: ""
    before, after = around(element)
    changed = change(element, strip=env.strip_periods)
    words = marks.joinable(words)
    if changed:
        words = changed(words, _AS_ENGLISH)
    whole = f"{before}{words}{after}"
    return lambda _rendering: whole


def _number(element: Element, env: Environment) -> Fn:
    """`cs:number`: a number variable in one of the forms of numbers."""
    variable, form, locale = element.get("variable"), element.get("form", "numeric"), env.locale
    if not variable:
        raise env.error(element, "the attribute variable is missing")
    gender, dash = locale.gender(variable), locale.term("page-range-delimiter") or "–"
    if variable in PAGES:
        return _shown(element, env, variable, _pages(env))

    def number(text: str, _english: bool) -> str:
        if not is_numeric(text):
            return text
        text = spaced(text, dash)
        return text if form == "numeric" else in_form(locale, text, form, gender)

    return _shown(element, env, variable, number)


def _label(element: Element, env: Environment) -> Fn:
    """`cs:label`: the word for a number variable.

    It stands even where the variable has no value: styles rely on the groups around it to make it vanish, and some
    print the label of one variable behind another.
    """
    variable, form = element.get("variable"), element.get("form", "long")
    if not variable:
        raise env.error(element, "the attribute variable is missing")
    before, after = around(element)
    changed, locale = change(element, strip=env.strip_periods), env.locale
    plural = element.get("plural", "contextual")
    is_many = is_above_one if variable in COUNTS else is_plural
    located = variable == "locator"

    def label(rendering: Rendering) -> str:
        value = rendering.locator if located else rendering.values[variable]
        many = plural == "always" or (plural != "never" and is_many(value))
        words = locale.term(_located(rendering.label, locale) if located else variable, form, plural=many)
        if not words:
            return ""
        if changed:
            words = changed(words, _AS_ENGLISH)
        return f"{before}{words}{after}"

    return label


def _located(label: str, locale: Locale) -> str:
    """The term for a kind of place; some have a blank in one version of CSL and a hyphen in another."""
    if not label or locale.knows(label):
        return label or "page"
    other = label.replace("-", " ") if "-" in label else label.replace(" ", "-")
    return other if locale.knows(other) else label


def _group(element: Element, env: Environment) -> Fn:
    """`cs:group`: elements that vanish together when all variables in them are empty."""
    delimiter = marks.joinable(marks.clean(element.get("delimiter")))
    inside = replace(env, alternatives=False) if env.alternatives else env
    inner = _suppressing(compile_children(element.children, inside, delimiter))
    before, after = around(element)
    if not before and not after:
        return inner
    return lambda rendering: f"{before}{text}{after}" if (text := inner(rendering)) else ""


def _choose(element: Element, env: Environment, delimiter: str) -> Fn:
    """`cs:choose`: the first branch whose conditions hold."""
    branches: list[tuple[Test, Fn]] = []
    otherwise: Fn | None = None
    for child in element.children:
        fn = compile_children(child.children, env, delimiter)
        if child.tag == "else":
            otherwise = fn
        elif child.tag in {"if", "else-if"}:
            branches.append((compile_condition(child, env), fn))
        else:
            raise env.error(child, "only if, else-if and else may stand in choose")
    every = tuple(branches)
    if len(every) == 1:
        test, then = every[0]
        last = otherwise or _nothing
        return lambda rendering: then(rendering) if test(rendering) else last(rendering)

    def choose(rendering: Rendering) -> str:
        for test, then in every:
            if test(rendering):
                return then(rendering)
        return otherwise(rendering) if otherwise else ""

    return choose


def _nothing(_rendering: Rendering) -> str:
    """Nothing."""
    return ""


_TEXTS: dict[str, Callable[[Element, Environment], Fn]] = {
    "variable": _variable,
    "macro": _macro,
    "term": _term,
    "value": _value,
}
_ELEMENTS: dict[str, Callable[[Element, Environment], Fn]] = {
    "text": _text,
    "number": _number,
    "label": _label,
    "group": _group,
    "names": compile_names,
    "date": compile_date,
}

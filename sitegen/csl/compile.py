"""Rendering elements to functions: text, number, label, group, choose; names and dates have modules of their own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sitegen.csl import marks
from sitegen.csl.combine import first_of, later, suppressing, suppressing_all
from sitegen.csl.compile_date import compile_date
from sitegen.csl.compile_names import compile_names
from sitegen.csl.conditions import Test, always, compile_condition, never
from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.formatting import Change, around, change
from sitegen.csl.locale import Locale
from sitegen.csl.numbers import in_form, is_above_one, is_numeric, is_plural, names_itself, printed
from sitegen.csl.pages import page_range
from sitegen.csl.quotes import curled
from sitegen.csl.rendering import EMPTY, FILLED, NOTHING, Fn, Rendering, empty, nothing
from sitegen.csl.variables import COUNTS, NUMBERS, PAGES

_AS_ENGLISH = True
"""Terms take title case in any language, as processors have it."""
_PASSED_OVER = frozenset({"institution", "comment"})


def compile_children(children: Sequence[Element], env: Environment, delimiter: str = "") -> Fn:
    """What prints several elements, with the delimiter of what is around them."""
    return _joined(_made(children, env, delimiter), env, delimiter)


def _made(children: Sequence[Element], env: Environment, delimiter: str) -> list[Fn]:
    """What prints each of several elements."""
    return [_compile(child, env, delimiter) for child in children if child.tag not in _PASSED_OVER]


def _joined(made: list[Fn], env: Environment, delimiter: str) -> Fn:
    """What prints them all, or the first that says something."""
    fns = [fn for fn in made if fn is not nothing and fn is not empty]
    if env.alternatives:
        return first_of(fns) if fns else nothing
    if empty in made:
        fns.append(empty)
    if not fns:
        return nothing
    if len(fns) == 1:
        return fns[0]
    if not delimiter:
        return lambda rendering: "".join([fn(rendering) for fn in fns])
    return lambda rendering: delimiter.join([text for fn in fns if (text := fn(rendering))])


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
        return _shown(element, env, variable, lambda text, _: printed(text, dash))
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
    has_short = element.get("form") == "short" and not env.known.lacks(f"{variable}-short")
    if not has_short and env.known.lacks(variable):
        return empty
    before, after = around(element)
    changed = _both(first, change(element, strip=env.strip_periods))
    short = f"{variable}-short" if has_short else ""
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
    if (not before and not after) or fn is nothing or fn is empty:
        return fn
    return lambda rendering: f"{before}{text}{after}" if (text := fn(rendering)) else ""


def compile_macro(name: str, env: Environment) -> Fn:
    """A macro, compiled once for each setting in which it is called; `weigh` has found that it is there."""
    if env.alternatives:
        env = replace(env, alternatives=False)
    key = (name, id(env.names), env.strip_periods)
    if key in env.compiled:
        return env.compiled[key]
    fn = env.compiled[key] = _together(env.macros[name].children, env)
    return fn


def _together(children: Sequence[Element], env: Environment, delimiter: str = "") -> Fn:
    """What prints nothing where it calls variables and all of them are empty (CSL 1.0.2, "Group").

    What it prints counts as a variable with a value for the groups around it.
    """
    made = _made(children, env, delimiter)
    if empty in made and all(fn is nothing or fn is empty or fn in env.fixed for fn in made):
        return empty
    fns = tuple(fn for fn in made if fn is not nothing and fn is not empty)
    is_alone = len(fns) == 1 and empty not in made
    if not fns or (is_alone and fns[0] in env.together):
        return fns[0] if fns else nothing
    fn = suppressing(fns[0]) if is_alone else suppressing_all(fns, delimiter, EMPTY if empty in made else NOTHING)
    env.together.add(fn)
    return fn


def _term(element: Element, env: Environment) -> Fn:
    """A word of the language."""
    name = element.get("term")
    words = env.locale.term(name, element.get("form", "long"), plural=element.get("plural") == "true")
    fixed = _fixed(element, env, marks.TERM + words if words and env.capitalize else words)
    if name != "edition" or env.known.lacks(name):
        return fixed
    locale = env.locale
    return lambda rendering: "" if names_itself(rendering.values["edition"], locale) else fixed(rendering)


def _value(element: Element, env: Environment) -> Fn:
    """Fixed words."""
    return _fixed(element, env, curled(marks.clean(element.get("value"))))


def _fixed(element: Element, env: Environment, words: str) -> Fn:
    """Words that are the same in every reference."""
    if not words:
        return nothing
    before, after = around(element)
    changed = change(element, strip=env.strip_periods)
    words = marks.joinable(words)
    if changed:
        words = changed(words, _AS_ENGLISH)
    whole = f"{before}{words}{after}"

    def fixed(_rendering: Rendering) -> str:
        return whole

    env.fixed.add(fixed)
    return fixed


def _number(element: Element, env: Environment) -> Fn:
    """`cs:number`: a number variable in one of the forms of numbers."""
    variable, form, locale = element.get("variable"), element.get("form", "numeric"), env.locale
    if not variable:
        raise env.error(element, "the attribute variable is missing")
    gender, dash = locale.gender(variable), locale.term("page-range-delimiter") or "–"
    if variable in PAGES:
        return _shown(element, env, variable, _pages(env))

    def number(text: str, _english: bool) -> str:
        shown = printed(text, dash)
        return in_form(locale, shown, form, gender) if form != "numeric" and is_numeric(text) else shown

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
    if not located and env.known.lacks(variable):
        return _fixed(element, env, locale.term(variable, form, plural=plural == "always"))

    def label(rendering: Rendering) -> str:
        value = rendering.locator if located else rendering.values[variable]
        many = plural == "always" or (plural != "never" and is_many(value))
        words = locale.term(_located(rendering.label, locale) if located else variable, form, plural=many)
        if not words or (variable == "edition" and names_itself(value, locale)):
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
    inner = _together(element.children, inside, delimiter)
    before, after = around(element)
    if (not before and not after) or inner is nothing or inner is empty:
        return inner
    return lambda rendering: f"{before}{text}{after}" if (text := inner(rendering)) else ""


def _choose(element: Element, env: Environment, delimiter: str) -> Fn:
    """`cs:choose`: the first branch whose conditions hold, compiled when they first do."""
    branches: list[tuple[Test, Fn]] = []
    otherwise: Fn = nothing
    for child in element.children:
        if child.tag not in {"if", "else-if", "else"}:
            raise env.error(child, "only if, else-if and else may stand in choose")
        test = compile_condition(child, env) if child.tag != "else" else always
        if test is never:
            continue
        inner = partial(compile_children, child.children, env, delimiter)
        fn = later(inner, at_once=env.at_once or (test is always and not branches))
        if test is always:
            otherwise = fn
            break
        branches.append((test, fn))
    every = tuple(branches)
    if not every:
        return otherwise
    if len(every) == 1:
        test, then = every[0]
        return lambda rendering: then(rendering) if test(rendering) else otherwise(rendering)

    def choose(rendering: Rendering) -> str:
        for test, then in every:
            if test(rendering):
                return then(rendering)
        return otherwise(rendering)

    return choose


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

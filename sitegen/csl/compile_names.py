"""`cs:names`: the people of an item, or what stands in their place (CSL 1.0.2, "Names")."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sitegen.csl import marks
from sitegen.csl.combine import later
from sitegen.csl.elements import Element
from sitegen.csl.environment import Environment
from sitegen.csl.formatting import around, change
from sitegen.csl.name_list import NameList, options
from sitegen.csl.names import Person
from sitegen.csl.rendering import EMPTY, FILLED, Fn, Opening, Rendering, empty, nothing

Label = Callable[[str, int], str]


def compile_names(element: Element, env: Environment) -> Fn:
    """What prints the names of an element."""
    variables = tuple(element.get("variable").split())
    if not variables:
        raise env.error(element, "the attribute variable is missing")
    return _Names(element, env, tuple(each for each in variables if not env.known.lacks(each))).fn()


class _Names:
    """A `cs:names` while it is compiled."""

    def __init__(self, element: Element, env: Environment, variables: tuple[str, ...]) -> None:
        self.variables = variables
        self.element, self.env = element, env
        model = env.names if env.names and not element.children else element
        name, et_al = model.first("name"), model.first("et-al")
        self.chosen = options(env.inherited, name)
        if env.sorting:
            self.chosen = {**self.chosen, "name-as-sort-order": "all", "form": self.chosen.get("form", "long")}
        self.list = self._list(name, et_al)
        self.delimiter = marks.joinable(marks.clean(element.get("delimiter") or self._inherited_delimiter(model)))
        self.before_label, self.after_label = self._labels(model)
        self.merged = {"editor", "translator"} <= set(variables) and env.locale.knows("editortranslator")

    def _list(self, name: Element | None, et_al: Element | None) -> NameList:
        """How the names are listed: the same for all kinds of items, so that names printed before are remembered."""
        env, key = self.env, (id(self.element), id(self.env.names))
        if key not in env.lists:
            env.lists[key] = NameList(
                self.chosen, name, et_al, env.options, env.locale, sorting=env.sorting, inherited=env.inherited
            )
        return env.lists[key]

    def _inherited_delimiter(self, model: Element) -> str:
        """What parts the names of several variables where the element does not say."""
        return model.get("delimiter") or self.env.inherited.get("names-delimiter", "")

    def _labels(self, model: Element) -> tuple[Label | None, Label | None]:
        """The label before the names and the one behind."""
        tags = [child.tag for child in model.children]
        label = model.first("label")
        if label is None or self.env.sorting:
            return None, None
        made = _label(label, self.env)
        first = "name" in tags and tags.index("label") < tags.index("name")
        return (made, None) if first else (None, made)

    def fn(self) -> Fn:
        """The compiled element."""
        substitute = self._substitute()
        if self.chosen.get("form") == "count":
            return self._count(substitute)
        before, after = ("", "") if self.env.sorting else around(self.element)
        variables, one, delimiter = self.variables, self._one, self.delimiter
        merged = self.merged
        if not variables and (substitute is None or substitute is nothing):
            return empty

        def names(rendering: Rendering) -> str:
            found = [(variable, rendering.names[variable]) for variable in variables]
            if merged and len(found) == 2 and found[0][1] == found[1][1]:
                found = [("editortranslator", found[0][1])]
            parts = [text for variable, people in found if people and (text := one(variable, people, rendering))]
            if parts or (rendering.suppress_names and any(people for _, people in found)):
                rendering.state = FILLED
                if not parts:
                    return ""
                text = delimiter.join(parts) if len(parts) > 1 else parts[0]
                return f"{before}{text}{after}"
            text = substitute(rendering) if substitute else ""
            rendering.state = FILLED if text else rendering.state or EMPTY
            return f"{before}{text}{after}" if text else ""

        return self._recorded(names)

    def _recorded(self, names: Fn) -> Fn:
        """In a substitute, the names that note which variables they printed."""
        if self.env.names is None:
            return names
        variables = self.variables

        def recorded(rendering: Rendering) -> str:
            text = names(rendering)
            if text:
                rendering.used += [variable for variable in variables if rendering.names[variable]]
            return text

        return recorded

    def _one(self, variable: str, people: Sequence[Person], rendering: Rendering) -> str:
        """The names of one variable with their label."""
        listing = self.list
        printed = listing.printed(people, rendering)
        text = listing.join(printed, people)
        if rendering.opening is None:
            text = self._first(printed, people, text, rendering)
            if not text:
                return ""
        if self.before_label:
            text = self.before_label(variable, len(people)) + text
        return text + self.after_label(variable, len(people)) if self.after_label else text

    def _first(self, printed: list[str], people: Sequence[Person], text: str, rendering: Rendering) -> str:
        """The names that the reference begins with, replaced where those of the reference before were the same."""
        rendering.opening = opening = Opening(people[: len(printed)], text)
        if rendering.suppress_names:
            return ""
        before, sign = rendering.previous, self.env.inherited.get("subsequent-author-substitute")
        if sign is None or before is None:
            return text
        sign, rule = marks.clean(sign), self.env.inherited.get("subsequent-author-substitute-rule", "complete-all")
        pairs = zip(opening.names, before.names, strict=False)
        same = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
        count = len(printed) if same is None else min(same, len(printed))
        if rule.startswith("complete"):
            if not before.is_like(opening):
                return text
            if rule == "complete-all":
                return sign
        elif rule == "partial-first":
            count = min(count, 1)
        if not count:
            return text
        return self.list.join([*[sign] * count, *printed[count:]], people)

    def _substitute(self) -> Fn | None:
        """What is printed where there are no names: the first child that says something, or a term without words."""
        element = self.element.first("substitute")
        if element is None:
            return None
        own = self.env
        env = replace(own, names=self.element, alternatives=True)
        terms = (at for at, child in enumerate(element.children, start=1) if child.tag == "text" and child.get("term"))
        inner = partial(own.children, element.children[: next(terms, None)], env, "")
        first = later(inner, at_once=own.at_once or not self.variables)
        if first is nothing:
            return nothing

        def substitute(rendering: Rendering) -> str:
            text = first(rendering)
            if not text:
                return ""
            if rendering.opening is None:
                rendering.opening = Opening((), text)
                text = _replaced(text, rendering, own)
            rendering.use_up()
            return text

        return substitute

    def _count(self, substitute: Fn | None) -> Fn:
        """The number of names that would be shown."""
        variables, listing, merged = self.variables, self.list, self.merged

        def count(rendering: Rendering) -> str:
            found = [rendering.names[variable] for variable in variables]
            if merged and len(found) == 2 and found[0] == found[1]:
                found.pop()
            number = sum(listing.count(people, rendering) for people in found if people)
            text = str(number) if number else substitute(rendering) if substitute else ""
            rendering.state = FILLED if text else rendering.state or EMPTY
            return text

        return count


def _replaced(text: str, rendering: Rendering, env: Environment) -> str:
    """What stands in place of names, replaced as they would be."""
    if rendering.suppress_names:
        return ""
    sign = env.inherited.get("subsequent-author-substitute")
    if sign is None or rendering.previous is None or not rendering.previous.is_like(rendering.opening):
        return text
    return marks.clean(sign)


def _label(element: Element, env: Environment) -> Label:
    """The label of a role."""
    before, after = around(element)
    changed = change(element, strip=env.strip_periods)
    form, plural = element.get("form", "long"), element.get("plural", "contextual")
    locale, in_title_case = env.locale, True

    def label(variable: str, count: int) -> str:
        many = plural == "always" or (plural != "never" and count > 1)
        words = locale.term(variable, form, plural=many)
        if not words:
            return ""
        if changed:
            words = changed(words, in_title_case)
        return f"{before}{words}{after}"

    return label

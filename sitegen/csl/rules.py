"""A citation style, parsed once and compiled for a language."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from sitegen.csl import marks
from sitegen.csl.compile import compile_children
from sitegen.csl.elements import Element, error, parse
from sitegen.csl.environment import Environment
from sitegen.csl.formatting import opening, prefix, suffix
from sitegen.csl.items import Item
from sitegen.csl.known import ANYTHING, Known, mentioned
from sitegen.csl.locale import FALLBACK, Locale, build, is_english, languages
from sitegen.csl.output import to_text
from sitegen.csl.punctuation import mend
from sitegen.csl.rendering import Fn, Rendering
from sitegen.csl.sort import Sort
from sitegen.csl.weigh import weigh
from sitegen.text.rich import Node, Text

OFTEN = 12
"""Items of a kind after which it pays to compile a style for it."""
USUAL_DISTANCE = 5
"""Notes within which a cite is near the one before, where a style does not say."""
Locales = Callable[[str], Element | None]
"""The locale file of a language, None where there is none."""


class Section:
    """`cs:citation` or `cs:bibliography`, compiled.

    one: prints one item. before, after: what stands around the whole (`cs:layout`). delimiter: what parts cites.
    """

    one: Fn

    def __init__(self, element: Element, env: Environment) -> None:
        self.options = element.attributes
        layout = element.first("layout")
        if layout is None:
            raise env.error(element, "there is no layout")
        self._sort = element.first("sort")
        self.delimiter = marks.joinable(marks.clean(layout.get("delimiter")))
        inner = opening(layout.attributes)
        self.before = inner + prefix(layout)
        self.after = suffix(layout) + marks.CLOSE * len(inner)
        self._layout, self._env = layout, env
        if env.at_once:
            _ = self.sort
        self.one = self._compile(ANYTHING)
        self._mentioned = mentioned([layout, *env.macros.values()])
        self._kinds: dict[Known, Fn | int] = {}

    @cached_property
    def sort(self) -> Sort | None:
        """What orders items; None where they stay in their order. Of most styles a site shows no list."""
        return Sort(self._sort, self._env) if self._sort else None

    def of(self, item: Item) -> Fn:
        """What prints an item, and all of its kind: made for them when it pays."""
        return self._of(Known(item.type, item.having(self._mentioned)), OFTEN) or (
            self._of(Known(item.type), OFTEN // 2) or self.one
        )

    def _of(self, known: Known, often: int) -> Fn | None:
        """What prints items of a kind; None for a kind that few have been of."""
        found = self._kinds.get(known, 0)
        if not isinstance(found, int):
            return found
        if found < often:
            self._kinds[known] = found + 1
            return None
        made = self._kinds[known] = self._compile(known)
        return made

    def _compile(self, known: Known) -> Fn:
        """What prints one item; with `second-field-align` the first field stands in the margin."""
        layout, env = self._layout, replace(self._env, known=known, compiled={})
        children = layout.children
        if not self.options.get("second-field-align") or len(children) < 2:
            return compile_children(children, env)
        end, self.after = suffix(layout), marks.CLOSE * len(opening(layout.attributes))
        first, rest = compile_children(children[:1], env), compile_children(children[1:], env)

        def aligned(rendering: Rendering) -> str:
            margin, text = first(rendering), rest(rendering)
            if not margin:
                return text + end
            return f"{marks.LEFT_MARGIN}{margin}{marks.END_DISPLAY}{marks.RIGHT_INLINE}{text}{end}{marks.END_DISPLAY}"

        return aligned


class Rules:
    """A compiled style in a language. Nothing in it changes, but for what it remembers to be faster."""

    def __init__(
        self, root: Element, name: str, locales: Locales, language: str = "", *, at_once: bool = False
    ) -> None:
        """at_once: whether all of the style is compiled. Raises SitegenError then where something is wrong in it."""
        weigh(root, name)
        self.name = name
        self.options = root.attributes
        self.language = language or root.get("default-locale") or FALLBACK
        files = [found for each in languages(self.language) if (found := locales(each)) is not None]
        self.locale: Locale = build(self.language, files, root.all("locale"))
        self.english = is_english(self.language)
        self.into_quotes = self.locale.option("punctuation-in-quote")
        self.quotes = self.locale.quotes
        self.explicit = _any(root, "text", "variable", "year-suffix")
        self.labels = _any(root, "text", "variable", "citation-label")
        self.has_condition = _any(root, "if", "disambiguate", "true") or _any(root, "else-if", "disambiguate", "true")
        self.macros = {macro.get("name"): macro for macro in root.all("macro")}
        citation, bibliography = root.first("citation"), root.first("bibliography")
        if citation is None:
            raise error(name, root.line, "<style>: there is no citation")
        self._citation, self._bibliography = citation, bibliography
        distance = citation.get("near-note-distance")
        self.near_note_distance = int(distance) if distance.isdecimal() and len(distance) < 6 else USUAL_DISTANCE
        self._at_once = at_once
        if at_once:
            _ = self.cites, self.references

    @cached_property
    def cites(self) -> Section:
        """What prints citations. Of most styles a site shows references alone."""
        return self._section(self._citation)

    @cached_property
    def references(self) -> Section | None:
        """What prints references; None for a style without a list of them."""
        return self._section(self._bibliography) if self._bibliography else None

    def _section(self, element: Element) -> Section:
        """A part of the style, compiled."""
        inherited = {**self.options, **element.attributes}
        env = Environment(
            self.name,
            self.locale,
            self.options,
            inherited,
            self.macros,
            compile_children,
            explicit_year_suffix=self.explicit,
            at_once=self._at_once,
            capitalize=element.tag == "citation" and self.options.get("class") == "note",
        )
        return Section(element, env)

    def rendering(self, item: Item) -> Rendering:
        """A reference to an item, about to be made."""
        if self.labels:
            item.labelled()
        return Rendering(item, english=is_english(item.language) if item.language else self.english)

    def finished(self, marked: str) -> str:
        """Marked text as it reads."""
        return mend(marked, into_quotes=self.into_quotes)

    def text(self, marked: str, opaque: Sequence[Node]) -> Text:
        """Finished marked text as `Text`."""
        return to_text(marked, self.quotes, opaque)


def _any(root: Element, tag: str, name: str, value: str) -> bool:
    """Whether an element with such an attribute is anywhere in a style."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == tag and element.get(name) == value:
            return True
        waiting += element.children
    return False


def read(source: bytes, name: str) -> Element:
    """The root of a style file. Raises SitegenError when it is none."""
    root = parse(source, name)
    if root.tag != "style":
        raise error(name, root.line, f"<{root.tag}>: a style begins with <style>")
    return root


def parent(root: Element) -> str:
    """The name of the style that a dependent one takes its rules from; "" for an independent style."""
    info = root.first("info")
    if root.first("citation") is not None or info is None:
        return ""
    links = [link.get("href") for link in info.all("link") if link.get("rel") == "independent-parent"]
    return links[0].rstrip("/").rpartition("/")[2] if links else ""

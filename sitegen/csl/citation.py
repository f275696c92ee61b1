"""Citations: one or more cites in the running text or a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.csl import marks
from sitegen.csl.collapse import Printed, joined
from sitegen.csl.disambiguate import PLAIN, Detail
from sitegen.csl.items import Item
from sitegen.csl.markup import marked
from sitegen.csl.rendering import Rendering
from sitegen.csl.rules import Rules

POSITIONS = {0: "first", 1: "subsequent", 2: "ibid", 3: "ibid-with-locator"}
"""Positions by the numbers that programs write."""


@dataclass(slots=True)
class Cite:
    """An item as it is cited in one place.

    locator, label: where in the item, and what kind of place that is. prefix, suffix: words around it, as marked text.
    position: how it follows others. near_note: whether the item was cited a few notes before. first_note: the number of
    the note that cites it first, 0 for none.
    """

    item: Item
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    position: str = "first"
    near_note: bool = False
    first_note: int = 0
    suppress_author: bool = False
    author_only: bool = False

    def rendering(self, rules: Rules) -> Rendering:
        """The cite, about to be rendered."""
        rendering = rules.rendering(self.item)
        rendering.locator, rendering.label, rendering.position = self.locator, self.label, self.position
        rendering.near_note = self.near_note
        if self.first_note:
            rendering.own, rendering.values = True, self.item.values.copy()
            rendering.names, rendering.dates = self.item.names.copy(), self.item.dates.copy()
            rendering.values["first-reference-note-number"] = str(self.first_note)
        return rendering


def read_cite(item: Item, said: Mapping[str, Any]) -> Cite:
    """A cite from the words of CSL-JSON's citation items."""
    position = said.get("position")
    return Cite(
        item,
        locator=_words(said, "locator"),
        label=_words(said, "label") or "page",
        prefix=_affix(said, "prefix"),
        suffix=_affix(said, "suffix"),
        position=POSITIONS.get(position, "first") if isinstance(position, int) else "first",
        near_note=said.get("near-note") is True,
        first_note=_note(said.get("first-reference-note-number")),
        suppress_author=said.get("suppress-author") is True,
        author_only=said.get("author-only") is True,
    )


def _note(value: object) -> int:
    """The number of a note; 0 for none."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 9:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9 else 0


def _words(said: Mapping[str, Any], name: str) -> str:
    """A value as marked text."""
    value = said.get(name)
    return marked(str(value)[:1_000]) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _affix(said: Mapping[str, Any], name: str) -> str:
    """Words before or behind a cite; the blanks around them count."""
    value = said.get(name)
    if not isinstance(value, str) or not value:
        return ""
    text = marked(value[:2_000])
    before = " " if value[:1].isspace() and text else ""
    after = " " if value[-1:].isspace() and text else ""
    return f"{before}{text}{after}"


def cite(rules: Rules, cites: Sequence[Cite], more: Mapping[int, Detail] | None = None) -> str:
    """A citation as finished marked text.

    more: what cites show beyond what the style says, as `disambiguate.details` has it for all items that are cited.
    """
    section = rules.cites
    ordered = list(cites)
    if section.sort is not None and len(ordered) > 1:
        keys = [section.sort.keys(lambda one=one: one.rendering(rules)) for one in ordered]  # type: ignore[misc]
        ordered = section.sort.ordered(ordered, keys)
    more = more or {}
    note = rules.options.get("class") == "note"
    every = [
        _printed(rules, one, more.get(id(one.item), PLAIN), begins=note and (not at or bool(one.prefix)))
        for at, one in enumerate(ordered)
    ]
    printed = [one for one in every if one.text]
    if not printed:
        return ""
    return rules.finished(f"{section.before}{joined(rules, printed)}{section.after}")


def _printed(rules: Rules, cite: Cite, detail: Detail, *, begins: bool) -> Printed:
    """One cite with the words around it, and the same as it reads behind others by the same names.

    begins: whether it may begin a sentence.
    """
    rendering = detail.apply(cite.rendering(rules))
    rendering.suppress_names = cite.suppress_author
    text = rules.cites.one(rendering)
    names = rendering.opening.text if rendering.opening else ""
    if cite.author_only and names:
        text = names
    number = cite.item.values["citation-number"]
    return Printed(
        text=_with_affixes(cite, text, begins=begins),
        names=names,
        rest=lambda: _without_names(rules, cite, detail),
        suffix=rendering.suffix_text,
        letter=detail.year_suffix,
        number=int(number) if number.isdecimal() else 0,
        alone=bool(cite.locator or cite.prefix or cite.suffix),
        located=bool(cite.locator),
    )


def _without_names(rules: Rules, cite: Cite, detail: Detail) -> str:
    """A cite without the names it begins with."""
    rendering = detail.apply(cite.rendering(rules))
    rendering.suppress_names = True
    return _with_affixes(cite, rules.cites.one(rendering), begins=False)


def _with_affixes(cite: Cite, text: str, *, begins: bool) -> str:
    """A cite between the words around it; "" when nothing is to be said."""
    before, after = cite.prefix, cite.suffix
    if not text and not before:
        return ""
    if begins and _begins_sentence(before):
        text = _capital_term(text)
    if before and before[-1:].isalnum():
        before += " "
    if after and after[0] not in ",;:.!?) ":
        after = f" {after}"
    return f"{marks.joinable(before)}{text}{marks.joinable(after)}"


def _begins_sentence(before: str) -> bool:
    """Whether a cite behind such words begins a sentence."""
    words = marks.visible(before).strip()
    return not words or (words[-1:] in ".!?" and " " in words)


def _capital_term(text: str) -> str:
    """A cite that begins with a term, with a capital."""
    at = next((at for at, char in enumerate(text) if not marks.ANY.match(char)), 0)
    return text[:at] + text[at].upper() + text[at + 1 :] if marks.TERM in text[:at] else text

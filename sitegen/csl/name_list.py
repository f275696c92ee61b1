"""Several people in a row: delimiters, "and", "et al." (CSL 1.0.2, "Name")."""

from collections.abc import Mapping, Sequence

from sitegen.csl import marks
from sitegen.csl.elements import Element
from sitegen.csl.formatting import around
from sitegen.csl.locale import Locale
from sitegen.csl.name_form import NameForm, has_family_first
from sitegen.csl.names import OTHERS, Person
from sitegen.csl.rendering import Rendering

OPTIONS = (
    "and", "delimiter", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-subsequent-min", "et-al-subsequent-use-first", "et-al-use-last", "form", "initialize", "initialize-with",
    "name-as-sort-order", "sort-separator",
)  # fmt: skip
"""Attributes of `cs:name`."""
INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
"""Names that some of them have on `cs:style`, `cs:citation` and `cs:bibliography`."""
_MOST = 1_000_000


def options(inherited: Mapping[str, str], element: Element | None) -> dict[str, str]:
    """The name options that hold for a `cs:name`."""
    found = {INHERITED.get(name, name): value for name, value in inherited.items() if name in _INHERITABLE}
    if element:
        found.update((name, value) for name, value in element.attributes.items() if name in OPTIONS)
    return found


_INHERITABLE = frozenset({*OPTIONS, *INHERITED} - {"form", "delimiter"})


def _whole(text: str | None) -> int:
    """A number among the options; 0 where there is none."""
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0


class NameList:
    """How the names of a variable are printed in a row.

    inherited: name options from around the `cs:names`, which hold for institutions.
    """

    def __init__(
        self,
        chosen: Mapping[str, str],
        element: Element | None,
        et_al: Element | None,
        style: Mapping[str, str],
        locale: Locale,
        *,
        sorting: bool = False,
        inherited: Mapping[str, str] | None = None,
    ) -> None:
        self.form = NameForm(chosen, element, style, sorting=sorting)
        self.delimiter = marks.joinable(marks.clean(chosen.get("delimiter", ", ")))
        self.inverted = chosen.get("name-as-sort-order", "")
        self.least, self.first = _whole(chosen.get("et-al-min")), _whole(chosen.get("et-al-use-first"))
        self.least_again = _whole(chosen.get("et-al-subsequent-min")) or self.least
        self.first_again = _whole(chosen.get("et-al-subsequent-use-first")) or self.first
        self.use_last = chosen.get("et-al-use-last") == "true"
        self.precedes_last = chosen.get("delimiter-precedes-last", "contextual")
        self.precedes_institution = (inherited or {}).get("delimiter-precedes-last", "contextual")
        self.precedes_et_al = chosen.get("delimiter-precedes-et-al", "contextual")
        self.et_al = "" if sorting else self._et_al(et_al, locale)
        self.gap = "" if has_family_first(marks.visible(self.et_al)[:1]) else marks.JOINT + " "
        self._set_and("" if sorting else chosen.get("and", ""), locale)

    def _set_and(self, value: str, locale: Locale) -> None:
        """What stands before the last name, without and with the delimiter."""
        word = {"text": locale.term("and"), "symbol": locale.term("and", "symbol") or "&"}.get(value, "")
        if value == "symbol" and word == locale.term("and"):
            word = "&"
        self.and_, self.delimiter_and = "", ""
        if word:
            before, after = (" ", " ") if not word[-1:].isspace() else ("", "")
            self.and_ = marks.joinable(f"{before}{word}{after}")
            gap = "" if self.delimiter[-1:] in " \u00a0" else before
            self.delimiter_and = f"{self.delimiter}{gap}{word}{after}"

    def _et_al(self, element: Element | None, locale: Locale) -> str:
        """The words for those who are left out."""
        words = locale.term(element.get("term") or "et-al" if element else "et-al")
        if not words:
            return ""
        before, after = around(element) if element else ("", "")
        return f"{before}{marks.joinable(words)}{after}"

    def count(self, people: Sequence[Person], rendering: Rendering) -> int:
        """How many names are shown."""
        least, first = (
            (self.least, self.first) if rendering.position == "first" else (self.least_again, self.first_again)
        )
        if not least or len(people) < least:
            return len(people)
        return max(1, min(first + rendering.more_names, len(people)))

    def printed(self, people: Sequence[Person], rendering: Rendering) -> list[str]:
        """The names that are shown, each on its own."""
        shown = people[: self.count(people, rendering)]
        given, at_list = rendering.given, len(rendering.lists)
        rendering.lists.append((shown, self.form))
        form = self.form.printed
        if not self.inverted and not given:
            return [form(person, 0, inverted=False) for person in shown]
        every = self.inverted == "all"
        first = self.inverted == "first"
        return [
            form(person, given.get((at_list, at), 0) if given else 0, inverted=every or (first and not at))
            for at, person in enumerate(shown)
        ]

    def join(self, printed: Sequence[str], people: Sequence[Person]) -> str:
        """Printed names in a row, with what stands for those left out."""
        shown = len(printed)
        others = people[-1].literal == OTHERS and bool(self.et_al)
        if others and shown == len(people) > 1:
            shown, printed = shown - 1, printed[:-1]
        if shown < len(people):
            if not self.et_al and not self.use_last:
                return self.delimiter.join(printed)
            text = self.delimiter.join(printed)
            if self.use_last and len(people) > shown + 1 and not others:
                last = self.form.printed(people[-1], 0, inverted=self.inverted == "all")
                return f"{text}{self.delimiter}… {last}"
            if not self.et_al:
                return text
            before = self._precedes(self.precedes_et_al, shown, people, 2)
            gap = self.delimiter if before else self.gap
            return f"{text}{gap}{self.et_al}"
        if shown == 1 or not self.and_:
            return self.delimiter.join(printed)
        rule = self.precedes_institution if people[-1].literal else self.precedes_last
        before = self._precedes(rule, shown - 1, people, 2)
        return f"{self.delimiter.join(printed[:-1])}{self.delimiter_and if before else self.and_}{printed[-1]}"

    def _precedes(self, rule: str, before: int, people: Sequence[Person], contextual: int) -> bool:
        """Whether the delimiter stands behind so many names."""
        if rule == "contextual":
            return before >= contextual
        if rule == "after-inverted-name":
            inverts = self.inverted == "all" or (self.inverted == "first" and before == 1)
            return inverts and not people[before - 1].literal
        return rule == "always"

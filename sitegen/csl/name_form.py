"""One person as a style prints it (CSL 1.0.2, "Name-part Order" and "Name-part Formatting")."""

import re
from collections.abc import Mapping
from functools import cache

from sitegen.csl import marks
from sitegen.csl.elements import Element
from sitegen.csl.formatting import around, opening
from sitegen.csl.initials import initials
from sitegen.csl.names import Person
from sitegen.csl.text_case import CASES

_BLANKS = ("\u00a0", "\u202f", " ")
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\w)", re.IGNORECASE)
"""An English article, under which no institution is filed (CSL 1.0.2, "Name-part Order")."""
_CLINGS = ("'", "’", "-", "‑", "–")
REMEMBERED = 50_000
"""Printed names that are remembered before all are forgotten."""


@cache
def _family_first() -> re.Pattern[str]:
    return re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")


def has_family_first(text: str) -> bool:
    """Whether a text has letters of a script in whose names the family comes first, without a blank."""
    return not text.isascii() and _family_first().search(text) is not None


class Piece:
    """What `cs:name-part` does to a part of a name."""

    __slots__ = ("after", "before", "case", "close", "open")

    def __init__(self, element: Element | None) -> None:
        attributes = element.attributes if element else {}
        self.open = opening(attributes)
        self.close = marks.CLOSE * len(self.open)
        self.case = CASES.get(attributes.get("text-case", ""))
        self.before, self.after = (marks.clean(attributes.get(name, "")) for name in ("prefix", "suffix"))

    def formatted(self, text: str) -> str:
        """A part with its case and formatting."""
        if not text:
            return ""
        if self.case:
            text = self.case(text)
        return f"{self.open}{text}{self.close}"

    def affixed(self, text: str) -> str:
        """A part between its affixes."""
        return f"{self.before}{text}{marks.joinable(self.after)}" if text else ""


class NameForm:
    """How persons are printed: a function of the person, whether the family comes first, and the level of detail.

    sorting: whether what is printed is a key to sort by.
    level: 0 for what the style says, 1 for initials at least, 2 for whole given names.
    """

    def __init__(
        self, options: Mapping[str, str], element: Element | None, style: Mapping[str, str], *, sorting: bool = False
    ) -> None:
        self.sorting = sorting
        self.short = options.get("form") == "short"
        self.sign = options.get("initialize-with")
        self.shorten = options.get("initialize") != "false"
        self.hyphen = style.get("initialize-with-hyphen") != "false"
        self.demote = style.get("demote-non-dropping-particle", "display-and-sort")
        self.separator = marks.joinable(marks.clean(options.get("sort-separator", ", ")))
        self.before, self.after = around(element) if element else ("", "")
        self.open, self.close = around(element, affixes=False) if element else ("", "")
        named = {part.get("name"): part for part in element.all("name-part")} if element else {}
        self.family, self.given = Piece(named.get("family")), Piece(named.get("given"))
        self.remembered: dict[tuple[Person, bool, int], str] = {}

    def printed(self, person: Person, level: int, *, inverted: bool) -> str:
        """A person as marked text."""
        key = (person, inverted, level)
        found = self.remembered.get(key)
        if found is None:
            if len(self.remembered) > REMEMBERED:
                self.remembered.clear()
            text = self._compose(person, level, inverted=inverted)
            before, after = (self.open, self.close) if person.literal else (self.before, self.after)
            found = self.remembered[key] = f"{before}{text}{after}"
        return found

    def _compose(self, person: Person, level: int, *, inverted: bool) -> str:
        """A person's parts in order."""
        if person.suffix and self.sign is not None and "." not in self.sign:
            person = person._replace(suffix=person.suffix.replace(".", ""))
        if person.literal:
            literal = _ARTICLE.sub("", person.literal, count=1) if self.sorting else person.literal
            return self.family.affixed(self.family.formatted(literal))
        if person.family_first or has_family_first(person.family):
            return self._family_first(person, level)
        if self.short and not level:
            if self.sorting and self.demote == "display-and-sort" and person.family:
                return self.family.formatted(person.family)
            return self.family.affixed(self._family(person))
        given = self._given(person, level)
        return self._inverted(person, given) if inverted else self._upright(person, given)

    def _family_first(self, person: Person, level: int) -> str:
        """A name in a script that has the family first."""
        family = self.family.affixed(self.family.formatted(person.family))
        if (self.short and not level) or not person.given:
            return family
        between = "" if has_family_first(person.given) and has_family_first(person.family) else " "
        return f"{family}{between}{self.given.affixed(self.given.formatted(person.given))}"

    def _given(self, person: Person, level: int) -> str:
        """Given names, shortened as the style has it."""
        if self.sign is None or not person.given:
            return person.given
        return initials(person.given, self.sign, hyphen=self.hyphen, shorten=self.shorten and level < 2)

    def _family(self, person: Person) -> str:
        """Family name behind its particle."""
        if not person.non_dropping:
            return self.family.formatted(person.family)
        if not person.family:
            return self.family.formatted(person.non_dropping)
        if not self.family.open:
            return self.family.formatted(joined(person.non_dropping, person.family))
        return joined(self.family.formatted(person.non_dropping), self.family.formatted(person.family))

    def _upright(self, person: Person, given: str) -> str:
        """Given name, particles, family name, suffix."""
        first = self.given.affixed(self.given.formatted(given))
        particle = self.given.formatted(person.dropping)
        last = joined(particle, self._family(person)) if particle else self._family(person)
        if person.suffix:
            last = f"{last}{marks.JOINT}{', ' if person.comma_suffix else ' '}{person.suffix}"
        last = self.family.affixed(last)
        if not first or not last:
            return first or last
        return f"{first}{last}" if marks.visible(first)[-1:] in _BLANKS else f"{first} {last}"

    def _inverted(self, person: Person, given: str) -> str:
        """Family name, given name, suffix; the particle of the family goes behind where it is demoted."""
        demoted = self.demote == "display-and-sort" and person.non_dropping and person.family
        family = self.family.formatted(person.family) if demoted else self._family(person)
        pieces = (self.given.formatted(given), self.given.formatted(person.dropping))
        rest = " ".join(piece for piece in pieces if piece)
        if demoted:
            rest = " ".join(piece for piece in (rest, self.family.formatted(person.non_dropping)) if piece)
        shown = (self.family.affixed(family), self.given.affixed(rest))
        text = self.separator.join(piece for piece in shown if piece)
        if not person.suffix:
            return text
        between = self.separator if person.comma_suffix or self.separator.strip(marks.JOINT + " ") else " "
        return f"{text}{between}{person.suffix}"


def joined(particle: str, name: str) -> str:
    """A particle before a name, without a blank where it ends in an apostrophe or a hyphen."""
    return f"{particle}{name}" if marks.visible(particle).endswith((*_CLINGS, " ")) else f"{particle} {name}"

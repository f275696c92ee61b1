"""Telling cites apart that would read the same (CSL 1.0.2, "Disambiguation")."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.csl.items import Item
from sitegen.csl.name_form import NameForm
from sitegen.csl.names import Person
from sitegen.csl.rendering import Rendering
from sitegen.csl.rules import Rules

INITIALS, WHOLE = 1, 2
"""Levels of detail of given names."""
MOST_TRIES = 200
"""Renderings for one cite after which it stays as it is."""
LARGEST_GROUP = 200
"""Cites that read the same for which names are tried; larger groups get letters at once."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much more of an item its cites show.

    more_names: names beyond those that "et al." leaves. given: the level of given names by list and place in it.
    disambiguate: whether conditions of that name hold. year_suffix: the letter behind the year.
    """

    more_names: int = 0
    given: dict[tuple[int, int], int] = field(default_factory=dict)
    disambiguate: bool = False
    year_suffix: str = ""

    def apply(self, rendering: Rendering) -> Rendering:
        """A rendering that shows so much."""
        rendering.more_names, rendering.given = self.more_names, self.given
        rendering.disambiguate, rendering.year_suffix = self.disambiguate, self.year_suffix
        return rendering


PLAIN = Detail()


def details(rules: Rules, items: Sequence[Item]) -> dict[int, Detail]:
    """What the cites of items show more than the style says, by the item's `id()`.

    items: all that can be cited, in the order of the reference list, which is that of the letters.
    """
    options = rules.cites.options
    names = options.get("disambiguate-add-names") == "true"
    given = options.get("disambiguate-add-givenname") == "true"
    years = options.get("disambiguate-add-year-suffix") == "true"
    if not (names or given or years or rules.has_condition):
        return {}
    work = _Work(rules, list(items))
    rule = options.get("givenname-disambiguation-rule", "by-cite")
    if rule.endswith("initials"):
        work.most = INITIALS
        work.otherwise = INITIALS if rule.startswith("primary") else 0
    if given and rule != "by-cite":
        work.expand_names(first_only=rule.startswith("primary"))
    if names or given:
        work.expand_cites(names=names, given=given and not rule.startswith("primary"))
    if rules.has_condition:
        work.try_condition()
    if years:
        work.add_letters()
    return work.found


class _Work:
    """The cites of all items while they are told apart.

    most: the highest level of given names. otherwise: the level of names that no level tells apart; processors show
    initials of first names there.
    """

    def __init__(self, rules: Rules, items: list[Item]) -> None:
        self.rules, self.items = rules, items
        self.found: dict[int, Detail] = {}
        self.texts: dict[tuple[object, ...], str] = {}
        self.most = WHOLE
        self.otherwise = 0

    def detail(self, item: Item) -> Detail:
        """What is shown of an item so far."""
        return self.found.get(id(item), PLAIN)

    def rendered(self, item: Item, detail: Detail) -> Rendering:
        """An item's cite at a level of detail; when it was accessed does not tell it from another."""
        rendering = detail.apply(self.rules.rendering(item))
        rendering.used = ["accessed"]
        rendering.use_up()
        rendering.text = self.rules.cites.one(rendering)
        return rendering

    def text(self, item: Item, detail: Detail) -> str:
        """How an item's cite reads at a level of detail."""
        key = (id(item), detail.more_names, tuple(detail.given.items()), detail.disambiguate)
        found = self.texts.get(key)
        if found is None:
            found = self.texts[key] = self.rendered(item, detail).text
        return found

    def groups(self) -> list[list[Item]]:
        """Items whose cites read the same."""
        same: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            same[self.text(item, self.detail(item))].append(item)
        return [group for group in same.values() if len(group) > 1]

    def expand_names(self, *, first_only: bool) -> None:
        """Show more of given names wherever two persons would read the same, in any cite."""
        shown = [(item, self.rendered(item, PLAIN).lists) for item in self.items]
        persons: dict[str, dict[Person, NameForm]] = defaultdict(dict)
        for _, lists in shown:
            for people, form in lists:
                for person in people[: 1 if first_only else None]:
                    persons[form.printed(person, 0, inverted=False)][person] = form
        levels = {
            person: level
            for group in persons.values()
            if len(group) > 1
            for level in [_level(group, self.most) or self.otherwise]
            for person in group
        }
        for item, lists in shown:
            given = {
                (at, place): level
                for at, (people, _) in enumerate(lists)
                for place, person in enumerate(people[: 1 if first_only else None])
                if (level := levels.get(person, 0))
            }
            if given:
                self.found[id(item)] = Detail(given=given)

    def expand_cites(self, *, names: bool, given: bool) -> None:
        """Show more names, and more of them, in cites that read the same."""
        for group in self.groups():
            if len(group) > LARGEST_GROUP:
                continue
            base = {id(item): self.detail(item) for item in group}
            for item in group:
                rivals = [other for other in group if other is not item]
                self.found[id(item)] = self._expanded(item, rivals, base[id(item)], names=names, given=given)

    def _expanded(self, item: Item, rivals: list[Item], start: Detail, *, names: bool, given: bool) -> Detail:
        """The least detail at which the fewest rivals read as the item does."""
        best, now = start, start
        tries = 0
        while rivals and tries < MOST_TRIES:
            if given:
                now, best, rivals, tried = self._try_given(item, rivals, now, best)
                tries += tried
            if not rivals or not names:
                break
            more = replace(now, more_names=now.more_names + 1)
            before, after = self.rendered(item, now), self.rendered(item, more)
            tries += len(rivals)
            if not before.lists or sum(len(people) for people, _ in after.lists) == sum(
                len(people) for people, _ in before.lists
            ):
                break
            now = more
            left = self._alike(after.text, rivals, more)
            if len(left) < len(rivals):
                best, rivals = more, left
        return best

    def _try_given(
        self, item: Item, rivals: list[Item], now: Detail, best: Detail
    ) -> tuple[Detail, Detail, list[Item], int]:
        """Show more of the given names that are shown, one after the other, where that tells rivals apart."""
        tries = 0
        for at, (people, _) in enumerate(self.rendered(item, now).lists):
            for place in range(len(people)):
                for level in range(1, self.most + 1):
                    if not rivals or now.given.get((at, place), 0) >= level:
                        continue
                    more = replace(now, given={**now.given, (at, place): level})
                    left = self._alike(self.text(item, more), rivals, more)
                    tries += len(rivals)
                    if len(left) < len(rivals):
                        now, best, rivals = more, more, left
                if tries > MOST_TRIES:
                    return now, best, rivals, tries
        return now, best, rivals, tries

    def _alike(self, text: str, rivals: Iterable[Item], detail: Detail) -> list[Item]:
        """Rivals that read as a text at a level of detail."""
        return [rival for rival in rivals if self.text(rival, detail) == text]

    def try_condition(self) -> None:
        """Let the condition `disambiguate` hold where that tells cites apart."""
        for group in self.groups():
            more = [replace(self.detail(item), disambiguate=True) for item in group]
            texts = [self.text(item, detail) for item, detail in zip(group, more, strict=True)]
            if len(set(texts)) > 1:
                self.found.update((id(item), detail) for item, detail in zip(group, more, strict=True))

    def add_letters(self) -> None:
        """A letter behind the year of each cite that still reads as another one."""
        for group in self.groups():
            for number, item in enumerate(group):
                self.found[id(item)] = replace(self.detail(item), year_suffix=letters(number))


def _level(group: Mapping[Person, NameForm], most: int) -> int:
    """The least level at which persons all read differently; 0 where there is none."""
    for level in range(1, most + 1):
        if len({form.printed(person, level, inverted=False) for person, form in group.items()}) == len(group):
            return level
    return 0


def letters(number: int) -> str:
    """The letters of a number from 0.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out

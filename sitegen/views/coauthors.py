"""The picture of a person's co-authors: names in a column, those who share works near each other, arcs between them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.site import Here, Site
from sitegen.views.charts import Circle, Colleague, Tie
from sitegen.words import Words, _

MOST_PEOPLE = 25
FEWEST_PEOPLE = 3
FEWEST_WORKS = 2
"""The co-authors of one work have all written together: their picture would say no more than a list."""
MOST_AUTHORS = 12
"""Authors of a work that is looked at: those of a large collaboration are no colleagues of each."""
USUAL_MOST = 5
"""Dots have their full size from so many works together on."""
LONGEST_NAME = 24
"""Characters of a name that fit beside the dots."""

ROW = 28
WIDTH, TEXT, DOT = 360, 190, 207
REACH = 140
"""How far an arc may go to the side."""

_Pair = tuple[str, str]


def coauthors(person: str, entries: Sequence[Entry], site: Site, here: Here) -> Circle | None:
    """The picture for one person; None where it would show next to nothing."""
    signed = [
        people
        for entry in entries
        if len(entry.authors) <= MOST_AUTHORS and person in (people := _authors(entry, site))
    ]
    if len(signed) < FEWEST_WORKS:
        return None
    groups = [people - {person} for people in signed]
    counts = Counter(other for group in groups for other in group)
    if len(counts) < FEWEST_PEOPLE:
        return None
    shown = sorted(counts, key=lambda other: (-counts[other], other))[:MOST_PEOPLE]
    ties = _ties(groups, frozenset(shown))
    if not ties:
        return None
    order = _in_order(shown, ties)
    most = max(counts[shown[0]], USUAL_MOST)
    tied = Counter(other for pair in ties for other in pair)
    row = {other: ROW // 2 + place * ROW for place, other in enumerate(order)}
    return Circle(
        caption=_caption(person, len(shown), len(counts), site),
        people=tuple(_colleague(other, row[other], counts[other], most, tied[other], site, here) for other in order),
        ties=tuple(_tie(row[one], row[other], number) for (one, other), number in sorted(ties.items())),
        width=WIDTH,
        height=len(order) * ROW,
        text=TEXT,
        dot=DOT,
    )


def _authors(entry: Entry, site: Site) -> frozenset[str]:
    """Who stands first on a work together: its authors, else its editors."""
    library = site.library
    return frozenset(person.id for name in entry.authors if (person := library.person(entry, name)))


def _ties(groups: Sequence[frozenset[str]], shown: frozenset[str]) -> Counter[_Pair]:
    """How many works two of the people shown share with the person and each other."""
    ties: Counter[_Pair] = Counter()
    for group in groups:
        ties.update(combinations(sorted(group & shown), 2))
    return ties


def _in_order(shown: Sequence[str], ties: Mapping[_Pair, int]) -> list[str]:
    """People so that those who share works stand near each other: next comes who is tied most to those above.

    A tie weighs half as much for each row between; equal ones keep their order.
    """
    shared: dict[str, dict[str, int]] = {person: {} for person in shown}
    for (one, other), number in ties.items():
        shared[one][other] = shared[other][one] = number
    pull = dict.fromkeys(shown, 0.0)
    order = []
    while pull:
        last = max(pull, key=pull.__getitem__)
        order.append(last)
        del pull[last]
        near = shared[last]
        pull = {person: weight / 2 + near.get(person, 0) for person, weight in pull.items()}
    return order


def _colleague(person: str, y: int, number: int, most: int, tied: int, site: Site, here: Here) -> Colleague:
    """One row of the picture. The area of the dot grows with the number of works.

    number: works together; most: how many make the largest dot; tied: how many others of those shown share one.
    """
    name = _fitting(site.library.people[person].name)
    radius = round(2.5 + 5.5 * (number / most) ** 0.5, 1)
    return Colleague(
        name, here.to("person", person), f"{name}{site.words.comma}{_numbers(number, tied, site.words)}", y, radius
    )


@lru_cache(maxsize=1024)
def _numbers(number: int, tied: int, words: Words) -> str:
    """The numbers of a row in words; there are few different ones in a site."""
    together = words.count("%(num)s work together", "%(num)s works together", number)
    if not tied:
        return together
    return together + words.comma + words.count("tied to %(num)s other", "tied to %(num)s others", tied)


@lru_cache(maxsize=65536)
def _fitting(name: Name) -> str:
    """A name as it fits beside the dots: whole, with initials, or cut."""
    for form in (name.to_display(), name.to_short()):
        if len(form) <= LONGEST_NAME:
            return form
    return form[: LONGEST_NAME - 1].rstrip() + "…"


def _tie(one: int, other: int, number: int) -> Tie:
    """The arc between two rows: a half ellipse that goes out to the side."""
    upper, lower = min(one, other), max(one, other)
    height = (lower - upper) // 2
    return Tie(f"M{DOT} {upper}a{min(height, REACH)} {height} 0 0 1 0 {lower - upper}", min(number, 3))


def _caption(person: str, shown: int, all_: int, site: Site) -> str:
    """What the picture says, in words."""
    words = site.words
    who = (
        words.count("%(num)s person who wrote with %%(name)s.", "%(num)s people who wrote with %%(name)s.", shown)
        if shown == all_
        else words.say(_("The %(shown)s people who wrote most often with %%(name)s, of %(all)s."))
        % {"shown": words.number(shown), "all": words.number(all_)}
    ) % {"name": site.library.people[person].name.to_display()}
    key = words.say(
        _(
            "A larger dot means more works together; an arc joins two who share one of them."
            " Works of more than %(most)s authors are left out."
        )
    ) % {"most": words.number(MOST_AUTHORS)}
    return f"{who} {key}"

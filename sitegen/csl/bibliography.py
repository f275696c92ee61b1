"""Reference lists: sorted, numbered, with repeated names replaced."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.csl.disambiguate import details
from sitegen.csl.items import Item
from sitegen.csl.rendering import Opening, Rendering
from sitegen.csl.rules import Rules, Section
from sitegen.text.rich import Node


def entry(rules: Rules, section: Section, rendering: Rendering) -> str:
    """One reference as finished marked text."""
    text = section.of(rendering.item)(rendering)
    return rules.finished(f"{section.before}{text}{section.after}") if text else ""


def listed(rules: Rules, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """References in the order they come in, as finished marked text: each whole, and as it stands behind the last.

    The second is "" where it is the same: but for `subsequent-author-substitute` a reference stands by itself.
    """
    section = rules.references or rules.cites
    replaces = "subsequent-author-substitute" in {**rules.options, **section.options}
    before: Opening | None = None
    for item in items:
        rendering = rules.rendering(item)
        text, again = entry(rules, section, rendering), ""
        if replaces and before is not None:
            behind = rules.rendering(item)
            behind.previous = before
            again = entry(rules, section, behind)
        yield text, again if again != text else ""
        before = rendering.opening


def order(rules: Rules, section: Section, items: Sequence[Item]) -> list[Item]:
    """Items as the section sorts them."""
    if section.sort is None:
        return list(items)
    keys = [section.sort.keys(lambda item=item: rules.rendering(item)) for item in items]  # type: ignore[misc]
    return section.sort.ordered(items, keys)


def numbered(rules: Rules, items: Sequence[Item]) -> list[Item]:
    """Items in the order of the reference list, each with its number."""
    for at, item in enumerate(items, start=1):
        item.values["citation-number"] = str(at)
    section = rules.references
    if section is None:
        return list(items)
    ordered = order(rules, section, items)
    down = section.sort is not None and section.sort.counts_down
    for at, item in enumerate(ordered):
        item.values["citation-number"] = str(len(ordered) - at if down else at + 1)
    return ordered


def entries(rules: Rules, data: Sequence[Mapping[str, Any]], opaque: list[Node]) -> list[tuple[int, str]]:
    """The references of a list in their order, as finished marked text, each with its item's place in the list."""
    section = rules.references or rules.cites
    items = [Item(each, opaque) for each in data]
    ordered = numbered(rules, items)
    more = details(rules, ordered)
    places = {id(item): at for at, item in enumerate(items)}
    out: list[tuple[int, str]] = []
    before: Opening | None = None
    for item in ordered:
        rendering = rules.rendering(item)
        rendering.previous = before
        detail = more.get(id(item))
        if detail:
            detail.apply(rendering)
        text = entry(rules, section, rendering)
        if text:
            out.append((places[id(item)], text))
        before = rendering.opening
    return out

"""A fixture of the CSL test suite, run."""

from collections.abc import Sequence
from typing import Any

from sitegen.csl import data
from sitegen.csl.bibliography import entries, numbered
from sitegen.csl.citation import cite, read_cite
from sitegen.csl.disambiguate import details
from sitegen.csl.items import Item
from sitegen.csl.positions import Cluster, place
from sitegen.csl.rules import Rules, read
from tests.csl.suite import Fixture, marked_html


def run(fixture: Fixture) -> str:
    """What the renderer prints for a case."""
    rules = Rules(read(fixture.style, f"{fixture.name}.csl"), fixture.name, data.locale)
    if fixture.mode == "bibliography":
        return _bibliography(rules, fixture)
    if fixture.citations:
        return _document(rules, fixture)
    listed = numbered(rules, [Item(each, []) for each in _by_id(fixture).values()])
    more = details(rules, listed)
    by_id = {item.id: item for item in listed}
    clusters = fixture.clusters or [[{"id": item.id} for item in listed]]
    printed = []
    for cluster in clusters:
        cites = [read_cite(by_id[str(said["id"])], said) for said in cluster]
        printed.append(marked_html(rules, cite(rules, cites, more)))
    return "\n".join(printed)


def _by_id(fixture: Fixture) -> dict[str, Any]:
    """The items of a case; a later one of an id counts."""
    return {str(each.get("id")): each for each in fixture.items}


def _bibliography(rules: Rules, fixture: Fixture) -> str:
    """The reference list in the suite's HTML."""
    items = fixture.items
    if fixture.citations:
        cited = [str(each["id"]) for each in fixture.citations[-1][0]["citationItems"]]
        items = [_by_id(fixture)[each] for each in cited]
    out = ['<div class="csl-bib-body">']
    for _, marked in entries(rules, items, []):
        text = marked_html(rules, marked)
        inner = f"\n    {text}\n  " if text.startswith("<div") else text
        if text.endswith("</div>") and not text.startswith("<div"):
            inner += "\n  "
        out.append(f'  <div class="csl-entry">{inner}</div>')
    return "\n".join([*out, "</div>"])


def _document(rules: Rules, fixture: Fixture) -> str:
    """The citations of a document after its last change, those marked that the change made different."""
    known: dict[str, Any] = {}
    before: dict[str, str] = {}
    order: list[tuple[str, int]] = []
    now: dict[str, str] = {}
    for said, earlier, later in fixture.citations:
        key = said.get("citationID", str(len(known)))
        known[key] = said
        order = [*map(tuple, earlier), (key, said.get("properties", {}).get("noteIndex", 0)), *map(tuple, later)]
        before, now = now, _printed(rules, fixture, [(known[each], note) for each, note in order])
        last = key
    lines = []
    for at, (key, _) in enumerate(order):
        changed = key == last or before.get(key) != now[key]
        lines.append(f"{'>>' if changed else '..'}[{at}] {now[key]}")
    return "\n".join(lines)


def _printed(rules: Rules, fixture: Fixture, citations: Sequence[tuple[Any, int]]) -> dict[str, str]:
    """By its key, what each citation of a document reads."""
    data_by_id = _by_id(fixture)
    cited = dict.fromkeys(str(each["id"]) for said, _ in citations for each in said["citationItems"])
    items = {key: Item(data_by_id[key], []) for key in cited}
    listed = numbered(rules, list(items.values()))
    more = details(rules, listed)
    clusters = [
        Cluster([read_cite(items[str(each["id"])], each) for each in said["citationItems"]], note)
        for said, note in citations
    ]
    place(clusters, rules.near_note_distance)
    return {
        said.get("citationID", str(at)): marked_html(rules, cite(rules, cluster.cites, more))
        for at, ((said, _), cluster) in enumerate(zip(citations, clusters, strict=True))
    }

"""Works of a page as references, where the owner wants that: in the page's order, under its headings."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from msgspec import structs

from sitegen.citing import item_of
from sitegen.csl import Style, linked
from sitegen.model.entry import Entry
from sitegen.site import Site
from sitegen.text.rich import Node, Text
from sitegen.views.listing import Group
from sitegen.views.work import ListedReference


def as_references(groups: Sequence[Group], kind: str, site: Site) -> tuple[Group, ...]:
    """The groups of a page of some kind, their works with references where such pages show them."""
    if kind not in site.config.cite.references or not site.styles:
        return tuple(groups)
    chosen = next(iter(site.styles.values()))
    return tuple(_referenced(group, chosen, site) for group in groups)


def _referenced(group: Group, chosen: Style, site: Site) -> Group:
    """A group with the references of its works."""
    found = references([site.library.entries[work.key] for work in group.works], chosen, site)
    works = zip(group.works, found, strict=True)
    return replace(
        group, works=tuple(structs.replace(work, reference=each) if each.text else work for work, each in works)
    )


def references(entries: Sequence[Entry], chosen: Style, site: Site) -> list[ListedReference]:
    """References to entries in their order; empty where the style says nothing of one."""
    items = [item_of(entry, site) for entry in entries]
    pairs = zip(items, chosen.listed(items), strict=True)
    return [_parted(linked(whole, item), linked(again, item)) for item, (whole, again) in pairs]


def _parted(whole: Text, again: Text) -> ListedReference:
    """A reference parted where its two forms begin to be the same."""
    if not again:
        return ListedReference(whole)
    pairs = zip(reversed(whole.nodes), reversed(again.nodes), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    full, short = (text.nodes[: len(text.nodes) - same] for text in (whole, again))
    names, sign, shared = _ends(full, short)
    rest = Text((*([shared] if shared else []), *whole.nodes[len(whole.nodes) - same :]))
    return ListedReference(rest, Text(sign), Text(names)) if sign else ListedReference(whole)


def _ends(one: Sequence[Node], other: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Node, ...], str]:
    """Two runs of nodes without the text that both end in, and that text."""
    first, second = (nodes[-1] if nodes else "" for nodes in (one, other))
    if not isinstance(first, str) or not isinstance(second, str):
        return tuple(one), tuple(other), ""
    pairs = zip(reversed(first), reversed(second), strict=False)
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return _without_end(one, size), _without_end(other, size), first[len(first) - size :]


def _without_end(nodes: Sequence[Node], size: int) -> tuple[Node, ...]:
    """Nodes without so many letters at their end."""
    last = str(nodes[-1])[: -size or None] if nodes else ""
    return (*nodes[:-1], last) if last else tuple(nodes[:-1])

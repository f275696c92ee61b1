"""Citations on pages of the owner's: whom they mean, how the site's first style prints them, and their references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from typing import Any

from sitegen.citing import item_of
from sitegen.citing.listing import ordered
from sitegen.csl import CslItem, Style, style
from sitegen.model.entry import Entry
from sitegen.model.prose import Prose
from sitegen.problems import Code, Example, Place, Problem, excerpt
from sitegen.site import Here, Site
from sitegen.text.citations import Citation, Cite, places
from sitegen.text.rich import Link, Node, Span, Text

_BOOK = "@book{a,\n  author = {Cole, Ann},\n  title = {On Light},\n  year = 1901,\n  publisher = {Optical Press},\n}\n"
CODES: dict[str, Code] = {
    "unknown-citation": Code(
        "error",
        "A page cites a key that no entry has; the citation stands as it was written.",
        "Correct the key, or write \\@ for the sign itself.",
        Example(_BOOK, {"index.md": "As shown before [@b].\n"}),
        Example(_BOOK, {"index.md": "As shown before [@a].\n"}),
    ),
}
"""What can be wrong with citations, by code."""
MOST_NEAR = 20
"""Unknown keys of a site for which near ones are looked for, which takes its time."""
_OUTER = "()[] "


@dataclass(frozen=True, slots=True)
class Cited:
    """A page with its citations. parts: as those of `Prose`, the HTML finished. references: in the style's order."""

    parts: tuple[Any, ...]
    references: tuple[tuple[Entry, Text], ...] = ()


def keys_of(site: Site) -> Mapping[str, str]:
    """The ids of entries by what may be cited: their keys, and their ids."""
    entries = site.library.entries.values()
    return site.once(
        ("citable",),
        lambda: {**{entry.id: entry.id for entry in entries}, **{entry.key: entry.id for entry in entries}},
    )


def unknown_citations(site: Site) -> Iterator[Problem]:
    """The problems of keys that are cited and not there."""
    near_ones = 0
    for prose in site.prose.values():
        for cite in (cite for citation in prose.citations for cite in citation.cites):
            if cite.key not in keys_of(site):
                near_ones += 1
                near = get_close_matches(cite.key, keys_of(site), 3) if near_ones <= MOST_NEAR else []
                yield _unknown(cite, prose, near)


def _unknown(cite: Cite, prose: Prose, near: Sequence[str]) -> Problem:
    """The problem of one such key."""
    sign = "or write \\@ for the sign itself."
    return Problem(
        "unknown-citation",
        f"there is no entry {excerpt(cite.key)!r} to cite",
        Place(prose.place.file, cite.line),
        f"Write {' or '.join(f'@{key}' for key in near)}, {sign}" if near else f"Correct the key, {sign}",
        "error",
        left_out=True,
    )


def cited_page(prose: Prose, site: Site, here: Here) -> Cited:
    """A page with its citations as the site's first style prints them, linked to the works."""
    if not prose.citations or not site.styles:
        return Cited(_with_sources(prose))
    known = keys_of(site)
    good = [at for at in _numbers(prose) if all(cite.key in known for cite in prose.citations[at].cites)]
    ids = list(dict.fromkeys(known[cite.key] for at in good for cite in prose.citations[at].cites))
    if not ids:
        return Cited(_with_sources(prose))
    entries = site.library.entries
    items = {id_: item_of(entries[id_], site) for id_ in ids}
    chosen = next(iter(site.styles.values()))
    html = dict(zip(good, _Printer(chosen, items, known, here).all([prose.citations[at] for at in good]), strict=True))
    references = tuple((entries[ids[at]], text) for at, text in ordered(items.values(), chosen))
    return Cited(_with_sources(prose, html), references)


def _numbers(prose: Prose) -> list[int]:
    """The numbers of the citations that a page shows, in its order."""
    found = (number for part in prose.parts if isinstance(part, str) for _, number in places(part, prose.mark))
    return [number for number in found if 0 <= number < len(prose.citations)]


def _with_sources(prose: Prose, html: Mapping[int, str] | None = None) -> tuple[Any, ...]:
    """The parts of a page, citations by their numbers in place; others as they were written."""
    if not prose.citations:
        return prose.parts
    made = html or {}

    def one(number: int) -> str:
        if not 0 <= number < len(prose.citations):
            return ""
        return made.get(number) or escape(prose.citations[number].source)

    return tuple(
        "".join(before + one(number) for before, number in places(part, prose.mark)) if isinstance(part, str) else part
        for part in prose.parts
    )


class _Printer:
    """Prints the citations of one page. items: what it cites, by id, in the order in which it does."""

    def __init__(self, chosen: Style, items: Mapping[str, CslItem], ids: Mapping[str, str], here: Here) -> None:
        self.style, self.items, self.ids, self.here = chosen, items, ids, here

    def all(self, citations: Sequence[Citation]) -> list[str]:
        """The HTML of the citations in their order."""
        clusters = [[self._said(cite, citation) for cite in citation.cites] for citation in citations]
        texts = self.style.citations(clusters, tuple(self.items.values()))
        return [
            self._one(citation, cluster, text)
            for citation, cluster, text in zip(citations, clusters, texts, strict=True)
        ]

    def _said(self, cite: Cite, citation: Citation) -> dict[str, Any]:
        """A cite in CSL's words."""
        return {
            **self.items[self.ids[cite.key]],
            "locator": cite.locator,
            "label": cite.label,
            "prefix": cite.prefix,
            "suffix": cite.suffix,
            "suppress-author": cite.suppress_author or (citation.in_text and not self.style.numeric),
        }

    def _one(self, citation: Citation, cluster: Sequence[CslItem], text: Text) -> str:
        """A citation; one of a single work leads to it as a whole."""
        nodes = text.nodes
        if self.style.in_notes and nodes:
            nodes = ("(", *nodes, ")")
        if citation.in_text and (names := self._names(cluster[0])):
            nodes = (names, *((" ", *nodes) if nodes else ()))
        if len(cluster) == 1:
            return Text((Link(self._url(citation.cites[0]), nodes),)).to_html()
        for cite, said in zip(citation.cites, cluster, strict=True):
            alone = {**said, "prefix": "", "suffix": ""}
            words = self.style.citation([alone], tuple(self.items.values())).to_plain().strip(_OUTER)
            nodes, _ = _linked(nodes, words, self._url(cite)) if words else (nodes, False)
        return Text(nodes).to_html()

    def _url(self, cite: Cite) -> str:
        """The way to the work."""
        return self.here.to("article", self.ids[cite.key])

    def _names(self, said: CslItem) -> str:
        """The authors as they stand in a sentence."""
        chosen = style("apa") if self.style.numeric or self.style.in_notes else self.style
        alone = {**said, "author-only": True, "suppress-author": False, "locator": "", "prefix": "", "suffix": ""}
        return chosen.citation([alone], tuple(self.items.values())).to_plain().strip(_OUTER)


def _linked(nodes: Sequence[Node], words: str, url: str) -> tuple[tuple[Node, ...], bool]:
    """Nodes with the first place where some words stand as a link, and whether there was one."""
    out: list[Node] = []
    for at, node in enumerate(nodes):
        if isinstance(node, str) and words in node:
            before, _, after = node.partition(words)
            out += [before] if before else []
            return (*out, Link(url, (words,)), *([after] if after else []), *nodes[at + 1 :]), True
        if isinstance(node, Span):
            inner, found = _linked(node.children, words, url)
            if found:
                return (*out, Span(node.mark, inner, node.lang), *nodes[at + 1 :]), True
        out.append(node)
    return tuple(out), False

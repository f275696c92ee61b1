"""Rich text as XML: runs under marks, and JATS's paragraphs and lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.text.elements import Part, element
from sitegen.text.plain import one_line
from sitegen.text.rich import BLOCKS, Break, Items, Link, Maths, Node, Paragraph, Span, Text


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a vocabulary spells rich text.

    marks: the element for each mark; what has none stands without. prefix: of every element, with its colon.
    formula: the elements around TeX, the outermost first; empty for formulas in plain Unicode.
    link: the element with an `xlink:href`; "" for the words alone.
    """

    marks: Mapping[str, str]
    prefix: str = ""
    formula: tuple[str, ...] = ()
    link: str = ""


_JATS = {
    "em": "italic", "i": "italic", "strong": "bold", "b": "bold", "code": "monospace", "sc": "sc", "sup": "sup",
    "sub": "sub", "u": "underline",
}  # fmt: skip
JATS = Spelling(_JATS, "", ("inline-formula", "tex-math"), "ext-link")
"""JATS 1.3, "Emphasis Class", "Inline Math Class" and <ext-link>."""
JATS_WITH_PREFIX = Spelling(_JATS, "jats:", ("inline-formula", "tex-math"), "ext-link")
"""The same inside another vocabulary."""


def run(text: Text, spelling: Spelling) -> list[Part]:
    """Inline content; blocks are run together."""
    return _run(text.nodes, spelling)


def _run(nodes: Iterable[Node], spelling: Spelling) -> list[Part]:
    """Inline content of nodes."""
    found: list[Part] = []
    for node in nodes:
        match node:
            case str():
                found.append(node)
            case Span(mark="q", children=children):
                found += ["“", *_run(children, spelling), "”"]
            case Span(mark=mark, children=children):
                name = spelling.marks.get(mark)
                inner = _run(children, spelling)
                found += [element(spelling.prefix + name, *inner)] if name else inner
            case Link(url=url, children=children):
                found += _link(url, _run(children, spelling), spelling)
            case Maths():
                found.append(_formula(node, spelling))
            case Break():
                found.append(" ")
            case Paragraph(children=children):
                found += [" ", *_run(children, spelling), " "]
            case Items(items=items):
                found += [part for item in items for part in (" ", *_run(item, spelling))]
    return found


def _link(url: str, words: list[Part], spelling: Spelling) -> list[Part]:
    """A link, or its words alone."""
    if not spelling.link:
        return words
    attributes = {"ext-link-type": "uri", "xlink:href": url}
    return [element(spelling.prefix + spelling.link, *words, attributes=attributes)]


def _formula(formula: Maths, spelling: Spelling) -> Part:
    """A formula as TeX, or in plain Unicode."""
    if not spelling.formula:
        return formula.plain
    outer, inner = spelling.formula
    return element(spelling.prefix + outer, element(spelling.prefix + inner, formula.tex))


def paragraphs(text: Text, spelling: Spelling) -> list[Element]:
    """The text in JATS paragraphs; a list stands in one of its own, because an abstract holds nothing else."""
    return _paragraphs(text.nodes, spelling)


def _paragraphs(nodes: Iterable[Node], spelling: Spelling) -> list[Element]:
    """Nodes in paragraphs: what stands between blocks makes one too."""
    found: list[Element] = []
    between: list[Node] = []

    def close() -> None:
        if one_line(Text(tuple(between)).to_plain()):
            found.append(element(f"{spelling.prefix}p", *_run(between, spelling)))
        between.clear()

    for node in nodes:
        if not isinstance(node, BLOCKS):
            between.append(node)
            continue
        close()
        if isinstance(node, Items):
            found.append(element(f"{spelling.prefix}p", _list(node, spelling)))
        elif node.children:
            found += _paragraphs(node.children, spelling)
    close()
    return found


def _list(items: Items, spelling: Spelling) -> Element:
    """A list, its items in paragraphs (JATS 1.3, <list>)."""
    prefix = spelling.prefix
    return element(
        f"{prefix}list",
        *(
            element(f"{prefix}list-item", *(_paragraphs(item, spelling) or [element(f"{prefix}p")]))
            for item in items.items
        ),
        attributes={"list-type": "order" if items.ordered else "bullet"},
    )

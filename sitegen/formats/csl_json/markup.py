"""The markup that CSL allows in values (CSL-JSON, "Markup inside fields"), both directions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from sitegen.text.plain import one_line
from sitegen.text.rich import Link, Mark, Node, Span, Text

MARKUP = {
    "em": ("<i>", "</i>"),
    "i": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "q": ("“", "”"),
}
"""Marks that CSL knows; the others show nothing."""

DEEPEST = 40
"""Marks within marks; tags that go deeper are text."""
_NAMES: dict[str, Mark] = {
    "i": "i", "em": "em", "italic": "i", "b": "b", "strong": "strong", "bold": "b", "sup": "sup", "sub": "sub",
    "sc": "sc", "scp": "sc",
}  # fmt: skip
"""Tags of CSL, and those of JATS that Crossref hands on."""
_TAG = re.compile(
    r"<(/?)((?:jats:)?(?:em|italic|i|bold|b|strong|sup|sub|scp|sc|span))((?:\s[^<>]{0,200})?)>", re.IGNORECASE
)


def written(text: Text) -> str:
    """Text with the markup that CSL allows; plain where there is none, so that other readers see no tags."""
    return one_line(_marked(text.nodes) if any(map(_has_markup, text.nodes)) else text.to_plain())


def _has_markup(node: Node) -> bool:
    """Whether a node or one below it shows in CSL's markup."""
    if isinstance(node, Span) and node.mark in MARKUP and node.mark != "q":
        return True
    return isinstance(node, Span | Link) and any(map(_has_markup, node.children))


def _marked(nodes: Iterable[Node]) -> str:
    """Nodes in CSL's markup; nothing is escaped, because processors escape what they print."""
    out = []
    for node in nodes:
        if isinstance(node, Span | Link):
            opening, closing = MARKUP.get(node.mark, ("", "")) if isinstance(node, Span) else ("", "")
            out.append(f"{opening}{_marked(node.children)}{closing}")
        else:
            out.append(node if isinstance(node, str) else Text((node,)).to_plain())
    return "".join(out)


def read(source: str) -> Text:
    """Text from a value with CSL's markup; what is no markup, or has no partner, stands as it is.

    >>> read("On <i>E. coli</i> & H<sub>2</sub>O, 1 <i> 2").to_html()
    'On <i>E. coli</i> &amp; H<sub>2</sub>O, 1 &lt;i&gt; 2'
    """
    if "<" not in source:
        return Text.of(source)
    open_spans = [_Open("", "", [])]
    at = 0
    for tag in _TAG.finditer(source):
        open_spans[-1].nodes.append(source[at : tag.start()])
        at = tag.end()
        _read_tag(tag, open_spans)
    open_spans[-1].nodes.append(source[at:])
    while len(open_spans) > 1:
        _give_up(open_spans)
    return Text(_joined(open_spans[0].nodes))


@dataclass(slots=True)
class _Open:
    """A tag that is not closed yet. mark: what it means, "" for a `span` that means nothing."""

    name: str
    source: str
    nodes: list[Node]
    mark: Mark | Literal[""] = ""


def _read_tag(tag: re.Match[str], open_spans: list[_Open]) -> None:
    """Open a span, or close the nearest of that name; what was opened in it and not closed is text."""
    closing, name, attributes = tag[1], tag[2].lower().removeprefix("jats:"), tag[3]
    if not closing and len(open_spans) <= DEEPEST:
        open_spans.append(_Open(name, tag[0], [], _span_mark(attributes) if name == "span" else _NAMES[name]))
        return
    if not closing or all(each.name != name for each in open_spans):
        open_spans[-1].nodes.append(tag[0])
        return
    while open_spans[-1].name != name:
        _give_up(open_spans)
    done = open_spans[-1]
    if not done.mark:
        _give_up(open_spans)
        open_spans[-1].nodes.append(tag[0])
        return
    open_spans.pop()
    children = _joined(done.nodes)
    if children:
        open_spans[-1].nodes.append(Span(done.mark, children))


def _span_mark(attributes: str) -> Mark | Literal[""]:
    """What a `span` means, by its class or style."""
    said = "".join(attributes.lower().split())
    if "small-caps" in said:
        return "sc"
    return "nocase" if "nocase" in said else ""


def _give_up(open_spans: list[_Open]) -> None:
    """Turn the last open tag into text."""
    last = open_spans.pop()
    open_spans[-1].nodes.append(last.source)
    open_spans[-1].nodes.extend(last.nodes)


def _joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Nodes with neighbouring words in one piece."""
    out: list[Node] = []
    for is_words, group in groupby(nodes, lambda node: isinstance(node, str)):
        if is_words:
            words = "".join(node for node in group if isinstance(node, str))
            out.extend([words] if words else [])
        else:
            out.extend(group)
    return tuple(out)

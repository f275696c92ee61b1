"""Reference lists of entries, as pages of a site and `sitegen export --style` have them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from sitegen.csl import CslItem, Style, linked
from sitegen.formats.csl_json import rich_item
from sitegen.model.entry import Entry
from sitegen.text.rich import Break, Link, Maths, Node, Span, Text

_MARKS: Mapping[str, tuple[str, str]] = {
    "em": ("*", "*"),
    "i": ("*", "*"),
    "strong": ("**", "**"),
    "b": ("**", "**"),
    "sup": ("^", "^"),
    "sub": ("~", "~"),
    "sc": ("[", "]{.smallcaps}"),
    "q": ("“", "”"),
}
"""Spans in the Markdown of pandoc; the others show nothing."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>#$^~@])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def ordered(items: Iterable[CslItem], chosen: Style) -> list[tuple[int, Text]]:
    """A reference list: each reference, its DOI and address as links, with the place of its item among the items."""
    items = list(items)
    return [(at, linked(text, items[at])) for at, text in chosen.ordered(items)]


def reference_list(entries: Sequence[Entry], chosen: Style, shape: str) -> str:
    """The reference list of entries, a line or paragraph for each, as `html`, `markdown` or `text`."""
    before, between, after, written = _SHAPES[shape]
    found = [written(text) for _, text in ordered(map(rich_item, entries), chosen)]
    return f"{before}{between.join(found)}{after}" if found else ""


def markdown(text: Text) -> str:
    r"""A reference in the Markdown of pandoc, on one line.

    >>> markdown(Text(("1. On ", Span("i", ("A*b",)), ". ", Link("https://x.org/", ("x",)))))
    '1\\. On *A\\*b*. [x](<https://x.org/>)'
    """
    return _NUMBERED.sub(r"\1\\\2", _marked(text.nodes))


def _marked(nodes: Iterable[Node]) -> str:
    """Nodes in Markdown."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(_SPECIAL.sub(r"\\\1", " ".join(node.split("\n"))))
        elif isinstance(node, Span):
            opening, closing = _MARKS.get(node.mark, ("", ""))
            out.append(f"{opening}{_marked(node.children)}{closing}")
        elif isinstance(node, Link):
            words = Text(node.children).to_plain()
            out.append(f"<{node.url}>" if words == node.url else f"[{_marked(node.children)}](<{node.url}>)")
        elif isinstance(node, Maths):
            out.append(f"${node.tex}$")
        elif isinstance(node, Break):
            out.append(" ")
    return "".join(out)


def _html(text: Text) -> str:
    """A reference as an item of a list."""
    return f"<li>{text.to_html()}</li>"


def _plain(text: Text) -> str:
    """A reference on one line."""
    return " ".join(text.to_plain().split())


_Shape = tuple[str, str, str, Callable[[Text], str]]
_SHAPES: Mapping[str, _Shape] = {
    "html": ('<ul class="references">\n', "\n", "\n</ul>\n", _html),
    "markdown": ("", "\n\n", "\n", markdown),
    "text": ("", "\n", "\n", _plain),
}
"""By shape: what stands before, between and behind the references, and how one is written."""

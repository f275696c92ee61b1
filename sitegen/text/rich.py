"""Rich text: a value that knows its emphasis, its maths, its links and its protected capitals.

One value gives every form a site needs: plain text for tags and search, HTML for pages, LaTeX for exports.
"""

from collections.abc import Iterable
from html import escape
from typing import Literal, TypeAlias

import msgspec

Mark = Literal["em", "i", "strong", "b", "code", "sc", "sup", "sub", "u", "q", "nocase"]
"""Kinds of span. `q` is a quotation whose marks depend on the language; `nocase` protects capitals, unseen."""


class Span(msgspec.Struct, frozen=True, tag=True):
    """Inline text under one mark."""

    mark: Mark
    children: "tuple[Node, ...]"
    lang: str = ""


class Link(msgspec.Struct, frozen=True, tag=True):
    """Inline text that leads to `url`, which has passed `addresses.web_address`."""

    url: str
    children: "tuple[Node, ...]"


class Maths(msgspec.Struct, frozen=True, tag=True):
    """A formula: its TeX without delimiters, its plain Unicode approximation, and its MathML ("" when refused)."""

    tex: str
    plain: str
    mathml: str = ""
    display: bool = False


class Break(msgspec.Struct, frozen=True, tag=True):
    """A line break inside a paragraph."""


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of an abstract or note."""

    children: "tuple[Node, ...]"


class Items(msgspec.Struct, frozen=True, tag=True):
    """A list; every item is a run of nodes, blocks among them."""

    ordered: bool
    items: "tuple[tuple[Node, ...], ...]"


Node: TypeAlias = str | Span | Link | Maths | Break | Paragraph | Items
BLOCKS = (Paragraph, Items)

_TAGS = {
    "em": ("<em>", "</em>"),
    "i": ("<i>", "</i>"),
    "strong": ("<strong>", "</strong>"),
    "b": ("<b>", "</b>"),
    "code": ("<code>", "</code>"),
    "sc": ('<span class="sc">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "u": ("<u>", "</u>"),
    "q": ("<q>", "</q>"),
    "nocase": ("", ""),
}


class Text(msgspec.Struct, frozen=True):
    """A run of nodes. Empty text is false; equal nodes make equal texts."""

    nodes: tuple[Node, ...] = ()

    @classmethod
    def of(cls, plain: str) -> "Text":
        """The text that shows `plain` and nothing else."""
        return cls((plain,)) if plain else EMPTY

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def to_plain(self) -> str:
        """Unicode without any markup: one line, or paragraphs parted by blank lines.

        >>> Text(("On ", Span("em", ("Drosophila",)))).to_plain()
        'On Drosophila'
        """
        if not self.nodes:
            return ""
        if len(self.nodes) == 1 and isinstance(self.nodes[0], str):
            return self.nodes[0]
        plain = _plain(self.nodes).strip("\n")
        return plain if self.has_blocks() else plain.replace("\n", " ")

    def to_html(self) -> str:
        """HTML from a closed set of tags; every character of the source is escaped here and nowhere else.

        >>> Text(("a < b ", Span("sup", ("2",)))).to_html()
        'a &lt; b <sup>2</sup>'
        """
        if len(self.nodes) == 1 and isinstance(self.nodes[0], str):
            return escape(self.nodes[0])
        return _html(self.nodes)

    def has_blocks(self) -> bool:
        """Whether there are paragraphs or lists, so that HTML stands outside a `<p>`."""
        return any(isinstance(node, BLOCKS) for node in self.nodes)

    def to_blocks_html(self) -> str:
        """HTML as paragraphs and lists, even where the source is one run of text."""
        if not self:
            return ""
        return self.to_html() if self.has_blocks() else f"<p>{self.to_html()}</p>"


EMPTY = Text()


def _plain(nodes: Iterable[Node]) -> str:
    """Plain text of nodes."""
    out: list[str] = []
    for node in nodes:
        match node:
            case str():
                out.append(node)
            case Span(mark="q", children=children):
                out.append(f"“{_plain(children)}”")
            case Span(children=children) | Link(children=children):
                out.append(_plain(children))
            case Maths(plain=plain):
                out.append(plain)
            case Break():
                out.append("\n")
            case Paragraph(children=children):
                out.append(f"\n\n{_plain(children).strip()}\n\n")
            case Items(items=items):
                out.append("\n\n" + "\n".join(f"• {_plain(item).strip()}" for item in items) + "\n\n")
    return _squeeze_blank_lines("".join(out))


def _squeeze_blank_lines(text: str) -> str:
    """At most one blank line in a row."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _html(nodes: Iterable[Node]) -> str:
    """HTML of nodes."""
    out: list[str] = []
    for node in nodes:
        match node:
            case str():
                out.append(escape(node))
            case Span(mark=mark, children=children, lang=lang):
                opening, closing = _TAGS[mark]
                if lang:
                    opening, closing = f'<span lang="{escape(lang)}">{opening}', f"{closing}</span>"
                out.append(f"{opening}{_html(children)}{closing}")
            case Link(url=url, children=children):
                out.append(f'<a href="{escape(url)}">{_html(children)}</a>')
            case Maths(tex=tex, mathml=mathml):
                out.append(mathml or f"<code>{escape(tex)}</code>")
            case Break():
                out.append("<br>")
            case Paragraph(children=children):
                out.append(f"<p>{_html(children)}</p>")
            case Items(ordered=ordered, items=items):
                tag = "ol" if ordered else "ul"
                out.append(f"<{tag}>" + "".join(f"<li>{_html(item)}</li>" for item in items) + f"</{tag}>")
    return "".join(out)

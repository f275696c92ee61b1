"""Values as they come, strings with CSL's markup or `Text`, to marked text."""

import re
from collections.abc import Iterable

from sitegen.csl import marks
from sitegen.csl.quotes import curled
from sitegen.text.rich import Items, Link, Maths, Node, Paragraph, Span, Text

_SPECIAL = re.compile(r"""[<'"“”‘’«»\ufdd0-\ufdef]|\s[:;?!]|\s\s|[\n\t\r]""")
_TAG = re.compile(r"<(/?)(i|b|sc|sup|sub|span)((?:\s[^<>]{0,200})?)>")
_MARKS = {
    "i": marks.OWN_ITALIC,
    "em": marks.OWN_ITALIC,
    "b": marks.OWN_BOLD,
    "strong": marks.OWN_BOLD,
    "sc": marks.OWN_SMALL_CAPS,
    "sup": marks.SUP,
    "sub": marks.SUB,
    "u": marks.UNDERLINE,
    "nocase": marks.NO_CASE,
}
_DEEPEST = 40
_BEFORE_TALL_SIGNS = re.compile(r" ([:;?!»])")
_NARROW = "\u202f"


def marked(value: str) -> str:
    """A string with CSL's markup (CSL-JSON, "Markup inside fields") as marked text.

    Tags without a partner stand as they are. Straight quotation marks are curled; pairs become QUOTE and END_QUOTE.
    A blank before a tall sign becomes a narrow one that does not break.

    >>> marked("<i>E. coli</i> < 2") == f"{marks.OWN_ITALIC}E. coli{marks.CLOSE} < 2"
    True
    """
    value = value.strip()
    if not _SPECIAL.search(value):
        return value
    value = " ".join(_each_word(marks.clean(value)))
    value = _BEFORE_TALL_SIGNS.sub(rf"{_NARROW}\1", value).replace("« ", f"«{_NARROW}")
    return curled(_tagged(value) if "<" in value else value)


def _each_word(value: str) -> list[str]:
    """Words between blanks that break; other blanks belong to their words."""
    return [word for word in re.split(r"[ \n\t\r]+", value) if word]


def _tagged(value: str) -> str:
    """Tags as marks."""
    pieces: list[str] = []
    open_tags: list[tuple[str, int]] = []
    at = 0
    for tag in _TAG.finditer(value):
        pieces.append(value[at : tag.start()])
        at = tag.end()
        closing, name, attributes = tag[1], tag[2], tag[3]
        if not closing and len(open_tags) < _DEEPEST:
            open_tags.append((name, len(pieces)))
            pieces += [tag[0], _opening(name, attributes)]
        elif closing and open_tags and open_tags[-1][0] == name:
            opened = open_tags.pop()[1]
            pieces[opened] = ""
            pieces.append(marks.CLOSE if pieces[opened + 1] else "")
        else:
            pieces.append(tag[0])
    pieces.append(value[at:])
    for _, opened in open_tags:
        pieces[opened + 1] = ""
    return "".join(pieces)


def _opening(name: str, attributes: str) -> str:
    """The mark for an opening tag; "" for a `span` that means nothing."""
    if name != "span":
        return _MARKS[name]
    said = "".join(attributes.lower().split())
    if "small-caps" in said:
        return marks.OWN_SMALL_CAPS
    if "nodecor" in said:
        return marks.PLAIN
    return marks.NO_CASE if "nocase" in said else ""


def of_text(text: Text, opaque: list[Node]) -> str:
    """Rich text as marked text. opaque: takes the nodes, such as formulas, that the text then names by number."""
    return curled("".join(_node(node, opaque) for node in text.nodes).strip())


def _node(node: Node, opaque: list[Node]) -> str:
    """One node; what is made of blocks becomes one line."""
    if isinstance(node, str):
        return " ".join(_each_word(f"x{marks.clean(node)}x"))[1:-1]
    if isinstance(node, Span):
        inner = _nodes(node.children, opaque)
        if node.mark == "q":
            return f"{marks.QUOTE}{inner}{marks.END_QUOTE}"
        return f"{_MARKS[node.mark]}{inner}{marks.CLOSE}" if node.mark in _MARKS else inner
    if isinstance(node, Link | Paragraph):
        return _nodes(node.children, opaque)
    if isinstance(node, Items):
        return "; ".join(_nodes(item, opaque) for item in node.items)
    if isinstance(node, Maths):
        opaque.append(node)
        return f"{marks.OPAQUE}{len(opaque) - 1}{marks.CLOSE}"
    return " "


def _nodes(nodes: Iterable[Node], opaque: list[Node]) -> str:
    """Several nodes."""
    return "".join(_node(node, opaque) for node in nodes)

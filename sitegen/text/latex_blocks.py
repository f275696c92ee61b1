"""Runs of nodes made tidy: neighbouring strings joined, blanks squeezed, paragraphs and marks put in order."""

from collections.abc import Callable, Sequence

from sitegen.text.normal import normal
from sitegen.text.rich import BLOCKS, Break, Items, Link, Maths, Node, Paragraph, Span

PARAGRAPH_BREAK = Paragraph(())
"""Stands between two paragraphs until `blocks` has parted them."""


def joined(nodes: Sequence[Node]) -> list[Node]:
    """Nodes with neighbouring strings joined, blanks in a row made one, and no blank beside a line break."""
    out: list[Node] = []
    run: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            run.append(node)
            continue
        if run:
            _add_words(run, out, before_break=isinstance(node, Break))
            run = []
        out.append(node)
    if run:
        _add_words(run, out, before_break=False)
    return out


def _add_words(run: list[str], out: list[Node], *, before_break: bool) -> None:
    """Add strings to a run of nodes as one, tidied."""
    words = run[0] if len(run) == 1 else "".join(run)
    if not words.isascii():
        words = normal(words)
    while "  " in words:
        words = words.replace("  ", " ")
    if out and isinstance(out[-1], Break):
        words = words.lstrip(" ")
    if before_break:
        words = words.rstrip(" ")
    if words:
        out.append(words)


def trimmed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Nodes without blanks and line breaks at either end."""
    run = list(nodes)
    while run and _is_edge(run[0]):
        run.pop(0)
    while run and _is_edge(run[-1]):
        run.pop()
    if run and isinstance(run[0], str):
        run[0] = run[0].lstrip(" ")
    if run and isinstance(run[-1], str):
        run[-1] = run[-1].rstrip(" ")
    return tuple(run)


def _is_edge(node: Node) -> bool:
    """Whether a node shows nothing at the edge of a paragraph."""
    return isinstance(node, Break) or (isinstance(node, str) and not node.strip(" "))


def wrapped(nodes: Sequence[Node], make: Callable[[tuple[Node, ...]], Node]) -> list[Node]:
    """Inline runs of nodes each put into what `make` makes; blocks stay outside, and so do blanks at the edges."""
    out: list[Node] = []
    run: list[Node] = []
    for node in (*nodes, PARAGRAPH_BREAK):
        if not isinstance(node, BLOCKS):
            run.append(node)
            continue
        out.extend(_edged(run, make))
        run = []
        out.append(node)
    out.pop()
    return out


def _edged(run: list[Node], make: Callable[[tuple[Node, ...]], Node]) -> list[Node]:
    """One inline run made into one node, with its blanks at the edges before and after it."""
    before = after = ""
    if run and isinstance(run[0], str):
        run[0], before = run[0].lstrip(" "), " " if run[0].startswith(" ") else ""
    if run and isinstance(run[-1], str):
        run[-1], after = run[-1].rstrip(" "), " " if run[-1].endswith(" ") else ""
    run = [node for node in run if node != ""]
    if not run:
        return [" "] if before or after else []
    inner = make(tuple(run))
    return [part for part in (before, inner, after) if part != ""]


def blocks(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Nodes as paragraphs and lists; inline as they are when there is but one paragraph and no list."""
    out: list[Node] = []
    run: list[Node] = []
    for node in (*nodes, PARAGRAPH_BREAK):
        if not isinstance(node, BLOCKS):
            run.append(node)
            continue
        children = trimmed(run)
        run = []
        if children:
            out.append(Paragraph(children))
        if isinstance(node, Items) or node != PARAGRAPH_BREAK:
            out.append(node)
    if len(out) == 1 and isinstance(out[0], Paragraph):
        return out[0].children
    return tuple(out)


def has_letters(nodes: Sequence[Node]) -> bool:
    """Whether there is a letter whose case somebody could change."""
    for node in nodes:
        if isinstance(node, str):
            if any(c.isalpha() for c in node):
                return True
        elif isinstance(node, (Span, Link)) and has_letters(node.children):
            return True
    return False


def without_links(nodes: Sequence[Node]) -> list[Node]:
    """Nodes with the text of links in the links' place, since links do not nest in HTML."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Link):
            out.extend(without_links(node.children))
        elif isinstance(node, Span):
            out.append(Span(node.mark, tuple(joined(without_links(node.children))), node.lang))
        else:
            out.append(node)
    return out


def accented(nodes: Sequence[Node], accent: Callable[[str], str]) -> list[Node]:
    """Nodes with an accent on the first letter; the bare accent before them when there is none."""
    out = list(nodes)
    for at, node in enumerate(out):
        if isinstance(node, str) and node.strip():
            blank = len(node) - len(node.lstrip())
            out[at] = accent(node[blank:])
            return out
        if isinstance(node, Span):
            out[at] = Span(node.mark, tuple(accented(node.children, accent)), node.lang)
            return out
        if isinstance(node, (Maths, Link)):
            break
    return [accent(""), *out]

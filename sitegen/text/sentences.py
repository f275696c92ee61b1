"""Full stops where rich text needs them."""

from collections.abc import Sequence

from msgspec.structs import replace

from sitegen.text.rich import Link, Maths, Node, Span

ENDS = ".?!؟。！？"
QUOTES = "”\"’'"


def closed(nodes: list[Node]) -> list[Node]:
    """A sentence with its full stop: none after another mark that ends one, and before a closing quotation mark.

    >>> closed(["Why “so”"]), closed(["Why?"])
    (['Why “so.”'], ['Why?'])
    """
    ending = _ending(nodes)
    if not ending or ending[-1] in ENDS or (len(ending) > 1 and ending[-1] in QUOTES and ending[-2] in ENDS):
        return nodes
    return [*nodes[:-1], _stopped(nodes[-1])] if ending[-1] == "”" else [*nodes, "."]


def _ending(nodes: Sequence[Node]) -> str:
    """The last characters in print; "" where nothing is printed."""
    while nodes:
        last = nodes[-1]
        match last:
            case str():
                return last[-2:]
            case Span(mark="q"):
                return "»"
            case Span(children=children) | Link(children=children):
                nodes = children
            case Maths(plain=plain):
                return plain[-2:] or "x"
            case _:
                return "x"
    return ""


def _stopped(node: Node) -> Node:
    """A node that ends in a closing quotation mark, with a full stop before that."""
    path = []
    while isinstance(node, Span | Link):
        path.append(node)
        node = node.children[-1]
    stopped: Node = f"{node[:-1]}.”" if isinstance(node, str) else node
    for outer in reversed(path):
        stopped = replace(outer, children=(*outer.children[:-1], stopped))
    return stopped

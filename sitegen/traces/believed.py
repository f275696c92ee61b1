"""Whether what sitegen remembers is such as reading makes it: its folder may be a stranger's, as the content may be."""

from collections.abc import Iterable

from sitegen.model.entry import Entry, WebLink
from sitegen.model.library import Library
from sitegen.text.addresses import web_address
from sitegen.text.maths import mathml
from sitegen.text.rich import Items, Link, Maths, Node, Paragraph, Span, Text


def is_as_read(library: Library, entries: Iterable[Entry]) -> bool:
    """Whether every address may be followed from a page and all MathML is that of its TeX.

    entries: others than those of the library. Whatever else they say is escaped where it is shown, as if it was read.
    """
    homes = [each.homepage for table in (library.people, library.venues) for each in table.values() if each.homepage]
    return all(map(_may_be_followed, homes)) and all(
        all(map(_is_entry_as_read, those)) for those in (library.entries.values(), entries)
    )


def _is_entry_as_read(entry: Entry) -> bool:
    """The same of one entry."""
    for value in vars(entry).values():
        if isinstance(value, Text):
            if not _are_as_read(value.nodes):
                return False
        elif isinstance(value, tuple) and not all(map(_is_part_as_read, value)):
            return False
    return True


def _is_part_as_read(part: object) -> bool:
    """The same of an abstract, an award, a link; anything else is words."""
    if isinstance(part, WebLink):
        return _may_be_followed(part.url)
    text = getattr(part, "text", part)
    return not isinstance(text, Text) or _are_as_read(text.nodes)


def _are_as_read(nodes: Iterable[Node]) -> bool:
    """The same of the nodes of a text."""
    return all(isinstance(node, str) or _is_node_as_read(node) for node in nodes)


def _is_node_as_read(node: Node) -> bool:
    match node:
        case Link():
            return _may_be_followed(node.url) and _are_as_read(node.children)
        case Maths():
            return not node.mathml or node.mathml == mathml(node.tex, display=node.display)
        case Span() | Paragraph():
            return _are_as_read(node.children)
        case Items():
            return all(map(_are_as_read, node.items))
    return True


def _may_be_followed(url: str) -> bool:
    return web_address(url) == url

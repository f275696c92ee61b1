"""The DOI and the address of an item, as links where a reference prints them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sitegen.text import addresses
from sitegen.text.rich import Link, Node, Span, Text

_DOI_PREFIXES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:")
_LONGEST = 2_000


def linked(text: Text, item: Mapping[str, Any]) -> Text:
    """A reference whose DOI and web address lead where they say; what is no safe address stays words.

    >>> linked(Text(("Doe. https://doi.org/10.5555/12.",)), {"DOI": "10.5555/12"}).to_html()
    'Doe. <a href="https://doi.org/10.5555/12">https://doi.org/10.5555/12</a>.'
    """
    nodes = text.nodes
    words = "\n".join(_words(nodes))
    doi, url = (item.get(name) for name in ("DOI", "URL"))
    for printed, target in _targets(doi if isinstance(doi, str) else "", url if isinstance(url, str) else ""):
        if printed in words:
            nodes = tuple(_linked(nodes, printed, target))
            words = "\n".join(_words(nodes))
    return Text(nodes)


def _words(nodes: tuple[Node, ...]) -> Iterator[str]:
    """All strings in nodes."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Span):
            yield from _words(node.children)


@lru_cache(maxsize=64)
def _targets(doi: str, url: str) -> tuple[tuple[str, str], ...]:
    """What may stand in the text, and where it leads; styles of one item come one after another."""
    return tuple(_each_target(doi.strip(), url.strip()))


def _each_target(doi: str, url: str) -> Iterator[tuple[str, str]]:
    """The DOI in the ways that styles print it, and the address."""
    if 0 < len(doi) < _LONGEST:
        address = addresses.web_address(doi if doi.startswith("http") else addresses.doi_url(doi))
        if address:
            yield from ((f"{prefix}{doi}", address) for prefix in _DOI_PREFIXES)
            yield doi, address
    if 0 < len(url) < _LONGEST:
        address = addresses.web_address(url)
        if address:
            yield url, address


def _linked(nodes: tuple[Node, ...], printed: str, url: str) -> Iterator[Node]:
    """Nodes with each occurrence of a text as a link; what is a link already is left alone."""
    for node in nodes:
        if isinstance(node, Span):
            yield Span(node.mark, tuple(_linked(node.children, printed, url)), node.lang)
        elif isinstance(node, str) and printed in node:
            first, *rest = node.split(printed)
            yield from [first] if first else []
            for piece in rest:
                yield Link(url, (printed,))
                yield from [piece] if piece else []
        else:
            yield node

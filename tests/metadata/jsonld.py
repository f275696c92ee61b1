"""JSON-LD as a tree of typed objects."""

from collections.abc import Iterator
from typing import Any


def objects(node: object) -> Iterator[dict[str, Any]]:
    """Every typed object, nested ones too."""
    if isinstance(node, list | tuple):
        for each in node:
            yield from objects(each)
    elif isinstance(node, dict):
        if "@type" in node:
            yield node
        for each in node.values():
            yield from objects(each)

"""XML made of elements, never of pasted text: escaped by the library, without characters that XML has no place for."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Part: TypeAlias = Element | str | None
"""What stands in an element: another, text, or nothing."""

_NO_ATTRIBUTES: Mapping[str, str] = {}


def legal(text: str) -> str:
    r"""The text without the characters that no XML document can hold.

    >>> legal("a\x00b\ufffe")
    'ab'
    """
    return text if text.isprintable() else _illegal().sub("", text)


@cache
def _illegal() -> re.Pattern[str]:
    """What is no `Char` (XML 1.0, section 2.2); nothing of it is printable."""
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def element(name: str, *parts: Part, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> Element:
    """An element with its parts in their order; parts and attributes that are empty are left out.

    A name may have a prefix, which the root declares with an `xmlns:` attribute.

    >>> tostring(element("p", "a < b ", element("b", "c"), None, " d", attributes={"id": "x", "class": ""}))
    b'<p id="x">a &lt; b <b>c</b> d</p>'
    """
    made = Element(name, {key: legal(value) for key, value in attributes.items() if value})
    last: Element | None = None
    for part in parts:
        if part is None:
            continue
        if isinstance(part, Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + legal(part)
        else:
            last.tail = (last.tail or "") + legal(part)
    return made


def filled(name: str, *parts: Part, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> Element | None:
    """The same; None where all of its parts are empty."""
    if all(part is None or (isinstance(part, str) and not part.strip()) for part in parts):
        return None
    return element(name, *parts, attributes=attributes)


def document(root: Element, mixed: Iterable[str]) -> str:
    """A document, each element on a line of its own.

    mixed: names of elements in which blanks count, so that none are added there.
    """
    _spread(root, frozenset(mixed))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _spread(root: Element, mixed: frozenset[str]) -> None:
    """Put blanks between elements that have nothing else between them."""
    waiting = [(root, 1)]
    while waiting:
        here, depth = waiting.pop()
        if not len(here) or here.tag in mixed or (here.text or "").strip():
            continue
        here.text = "\n" + "  " * depth
        for child in here:
            child.tail = here.text
            waiting.append((child, depth + 1))
        here[-1].tail = "\n" + "  " * (depth - 1)

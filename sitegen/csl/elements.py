"""XML of styles and locales as plain values that know their line; nothing but elements, attributes and text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from sitegen.problems import SitegenError, excerpt

LARGEST = 4_000_000
"""Bytes of the largest file that is read; the largest style there is has a tenth of it."""
DEEPEST = 100
"""Elements within elements."""


@dataclass(slots=True)
class Element:
    """An element. tag: its name without a namespace. text: the character data directly in it. line: 1 for the first."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 0
    children: "list[Element]" = field(default_factory=list)
    text: str = ""

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(name, otherwise)

    def first(self, tag: str) -> "Element | None":
        """The first child of a name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> "Iterator[Element]":
        """Every child of a name."""
        return (child for child in self.children if child.tag == tag)


class _Builder:
    """What expat tells, gathered into elements."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parser = ParserCreate()
        self.open: list[Element] = [Element("")]
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.buffer_text = True

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag."""
        if len(self.open) > DEEPEST:
            raise error(self.name, self.parser.CurrentLineNumber, f"<{excerpt(tag)}> is nested too deeply")
        element = Element(tag.rpartition(":")[2], attributes, self.parser.CurrentLineNumber)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _tag: str) -> None:
        """A closing tag."""
        self.open.pop()

    def characters(self, text: str) -> None:
        """Character data."""
        self.open[-1].text += text

    def doctype(self, *_: object) -> None:
        """A document type, through which a file could name other files or grow without bounds."""
        raise error(self.name, self.parser.CurrentLineNumber, "a document type (<!DOCTYPE>) is not allowed")


def error(name: str, line: int, message: str) -> SitegenError:
    """A mistake in a style or locale, as one line for its author."""
    return SitegenError(f"{name}:{line}: {message}" if line else f"{name}: {message}")


def parse(source: bytes, name: str) -> Element:
    r"""The root of a file.

    name: what the file is called in messages.
    Raises SitegenError for what is too large, not well formed or has a document type.

    >>> root = parse(b"<style>\n <info><title>T</title></info></style>", "x.csl")
    >>> root.tag, [(child.tag, child.line) for child in root.children]
    ('style', [('info', 2)])
    """
    if len(source) > LARGEST:
        raise error(name, 0, f"the file has more than {LARGEST:,} bytes")
    builder = _Builder(name)
    try:
        builder.parser.Parse(source, True)
    except ExpatError as problem:
        raise error(
            name, problem.lineno, f"the file is not well-formed XML ({str(problem).partition(':')[0]})"
        ) from None
    except (LookupError, ValueError):
        raise error(name, 1, "the file has an encoding that cannot be read") from None
    return builder.open[0].children[0]

"""What the reference pages share: tables, code in cells, and the meaning that a docstring gives to each field."""

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence

_BARE_AT = re.compile(r"@(?=[^`]*(?:`[^`]*`[^`]*)*$)")
"""An at sign with an even number of marks of code behind it."""
NOTICE = "This page is made from the code of sitegen, so that it says what the program does."


def page(title: str, navigation: str, *parts: Iterable[str]) -> str:
    """A page: its settings, its title, and what follows, ending in a newline."""
    head = ["---", f"title: {title}", f"navigation: {navigation}", "---", "", f"# {title}", "", NOTICE, ""]
    return "\n".join([*head, *(line for part in parts for line in part)]).rstrip() + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table and a blank line."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(cell(each) for each in row)} |" for row in rows)
    yield ""


def cell(text: str) -> str:
    """A text in a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """A text as code."""
    return f"`{text}`" if text else ""


def codes(texts: Iterable[str]) -> str:
    """Texts as code, one after the other."""
    return ", ".join(map(code, texts))


def sentence(text: str) -> str:
    """A text as a sentence of its own; an at sign outside of code begins no citation."""
    text = _BARE_AT.sub(r"\\@", " ".join(text.split()))
    first = text[:1].upper() + text[1:] if text[:1].isalpha() else text
    return first if first[-1:] in ".:!?" else f"{first}."


def said(shape: type, names: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What the docstring of a class says: before its fields, and of each field that it names.

    A field is named before a colon, at the beginning of a line or a sentence, alone or with others: `first, last: …`.
    """
    text = inspect.cleandoc(shape.__doc__ or "")
    one = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    named = re.compile(rf"(?:(?<=\. )|(?<=; )|^[ ]*)((?:{one})(?:, (?:{one}))*): ", re.MULTILINE)
    pieces = named.split(text) if names else [text]
    meanings: dict[str, str] = {}
    for keys, meaning in zip(pieces[1::2], pieces[2::2], strict=True):
        meanings |= dict.fromkeys(keys.split(", "), sentence(meaning.rstrip("; ")))
    return pieces[0].strip(), meanings

"""Entries to BibTeX that every program reads: balanced, aligned, one field a line."""

import re
from collections.abc import Sequence

from sitegen.formats import Record
from sitegen.formats.bibtex.compose import Field, ToLatex, compose
from sitegen.formats.bibtex.types import word_of
from sitegen.model.entry import Entry
from sitegen.text.latex_write import to_latex
from sitegen.text.rich import Text

ABSTRACT = "abstract"
"""What the names of all fields begin with that hold an abstract."""
_NOT_IN_KEYS = re.compile(r"""[\s,{}"#%~\\=()'@]+""")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.:+*/-]+")
_BLANKS = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*|[ \t\n]{2,}|[\t\n]")
"""Blanks that are not one space already."""


def write(entries: Sequence[Entry]) -> str:
    """Entries in UTF-8, parted by blank lines.

    >>> print(write([Entry(id="knuth84", type="book", title=Text.of("Literate"), volume="2")]), end="")
    @book{knuth84,
      title  = {Literate},
      volume = {2}
    }
    """
    return "\n".join([record(entry).full for entry in entries])


def write_ascii(entries: Sequence[Entry]) -> str:
    """Entries in ASCII as far as LaTeX has commands, for programs older than UTF-8."""
    return "\n".join([record(entry, _to_ascii).full for entry in entries])


def record(entry: Entry, latex: ToLatex = to_latex) -> Record:
    """One entry, ending in a newline. One that says nothing has an empty title: programs want a field."""
    head = f"@{word_of(entry)}{{{_NOT_IN_KEYS.sub('_', entry.key) or 'entry'},"
    fields = [(name, _value(value)) for name, value in _unique(compose(entry, latex))]
    full = _lines(head, fields)
    if not entry.abstracts:
        return Record(full, full)
    return Record(full, _lines(head, [each for each in fields if not each[0].startswith(ABSTRACT)]))


def _lines(head: str, fields: Sequence[Field]) -> str:
    """A record with its fields aligned."""
    fields = fields or [("title", "{}")]
    width = max([len(name) for name, _ in fields])
    lines = ",\n".join([f"  {name:<{width}} = {value}" for name, value in fields])
    return f"{head}\n{lines}\n}}\n"


def _to_ascii(text: Text) -> str:
    return to_latex(text, ascii_only=True)


def _unique(fields: Sequence[Field]) -> list[Field]:
    """Fields under names that BibTeX accepts, each once."""
    named: dict[str, str] = {}
    for name, value in fields:
        if _NOT_IN_NAMES.search(name) or not name[:1].isalpha():
            # A name that had to be changed must not become one that means something.
            name = f"x-{_NOT_IN_NAMES.sub('-', name).strip('-')}"
        named.setdefault(name, value)
    return list(named.items())


def _value(value: str) -> str:
    """A value with its delimiters; a month's macro stands bare."""
    if value.startswith("\0"):
        return value[1:]
    if not value.isprintable() or "  " in value:  # else its only blanks are single spaces
        value = _BLANKS.sub(_blank, value)
    value = value.strip(" \t\n")
    if value.endswith("\\") and (len(value) - len(value.rstrip("\\"))) % 2:
        value += " "  # a backslash would take the closing brace along, for readers that know escapes
    return f"{{{value if is_balanced(value) else _without_lone_braces(value)}}}"


def _blank(match: re.Match[str]) -> str:
    """One blank, or the blank line that parts paragraphs."""
    return "\n\n  " if match[0].count("\n") > 1 else " "


def is_balanced(value: str) -> bool:
    """Whether every brace has its partner, those behind a backslash too, as BibTeX counts them."""
    if "{" not in value and "}" not in value:
        return True
    depth = 0
    for brace in re.findall("[{}]", value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _without_lone_braces(value: str) -> str:
    """A value whose printed braces are commands, which do not count; without any brace where that is not enough."""
    left, right = (
        (r"\lbrace{}", r"\rbrace{}") if "$" in value or "\\(" in value else (r"\textbraceleft{}", r"\textbraceright{}")
    )
    spelt = value.replace("\\{", left).replace("\\}", right)
    return spelt if is_balanced(spelt) else value.replace("{", "").replace("}", "").rstrip("\\")

"""An empty field that matters goes. Safe: it says nothing, but some styles print its punctuation or an empty link.

Only fields whose emptiness `check` reports: other empty fields are templates that somebody means to fill in. In an
entry that takes fields over from another one, an empty field may be there to keep one out, and stays.
"""

from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.formats.bibtex.fields import TELLING_WHEN_EMPTY
from sitegen.manuscript import Entry, Field, Manuscript

_TAKE_OVER = frozenset({"crossref", "xdata", "xref"})


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Empty fields, but never all that an entry has."""
    for entry in manuscript.entries:
        empty = [field for field in entry.fields if field.name in TELLING_WHEN_EMPTY and _is_empty(field)]
        if empty and _says_something(entry) and not any(field.name in _TAKE_OVER for field in entry.fields):
            for field in empty:
                yield Edit(*manuscript.span(field), "", f"empty {field.name} removed")


def _is_empty(field: Field) -> bool:
    """Whether nothing stands in a value."""
    return field.kind in ("braces", "quotes", "none") and not field.text.strip("{}\"' \t\n")


def _says_something(entry: Entry) -> bool:
    """Whether a field of the entry has a value."""
    return any(not _is_empty(field) for field in entry.fields)


FIX = Fix(name="empty-field", repair=repair)

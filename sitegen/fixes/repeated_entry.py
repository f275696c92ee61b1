"""An entry that stands a second time in its file, word for word and under the same key, goes.

Safe: BibTeX calls the second one an error and skips it. It stays where another entry refers to it by crossref, because
BibTeX wants the entry that is referred to below the one that refers; and where it has no key.
"""

from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Entry, Manuscript
from sitegen.problems import excerpt

_REFER = frozenset({"crossref", "xref", "xdata"})


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Later copies of entries, whatever their blanks."""
    referred = {
        key.strip().lower() for _, field in manuscript.fields() if field.name in _REFER for key in field.text.split(",")
    }
    first: dict[str, Entry] = {}
    for entry in manuscript.entries:
        if not entry.key or entry.key.lower() in referred:
            continue
        kept = first.setdefault(entry.key, entry)
        if kept is not entry and _words(manuscript, entry) == _words(manuscript, kept):
            message = f"second entry {excerpt(entry.key)!r} removed, a copy of the first"
            yield Edit(*manuscript.span_of_entry(entry), "", message)


def _words(manuscript: Manuscript, entry: Entry) -> list[str]:
    """What an entry says, whatever its blanks."""
    return manuscript.text[entry.start : entry.end].split()


FIX = Fix(name="repeated-entry", repair=repair)

"""The order of the whole site."""

from sitegen.model.entry import Entry
from sitegen.text.sorting import sort_key

_UNDATED = (1, 0, 0, 0)


def newest_first(entry: Entry) -> tuple[object, ...]:
    """The order of the whole site: newest first, undated last, then by title and id."""
    start = entry.issued.start if entry.issued else None
    when = (0, -start.year, -start.month, -start.day) if start else _UNDATED
    return (*when, sort_key(entry.title.to_plain(), entry.language), entry.id)

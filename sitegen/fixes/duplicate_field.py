"""A field that says again what an earlier one of its name says goes. Safe: BibTeX takes the first anyway."""

from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.manuscript import Field, Manuscript

_ENCLOSED = ("braces", "quotes")


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Later fields of a name that are empty, or equal to the first but for blanks. Where they differ, people decide."""
    for entry in manuscript.entries:
        first: dict[str, Field] = {}
        for field in entry.fields:
            kept = first.setdefault(field.name, field)
            if kept is not field and _says_no_more(field, kept):
                what = "which said the same" if field.text.strip() else "which was empty"
                yield Edit(*manuscript.span(field), "", f"second {field.name} removed, {what}")


def _says_no_more(field: Field, kept: Field) -> bool:
    """Whether a field adds nothing to the one before it."""
    alike = field.kind == kept.kind or (field.kind in _ENCLOSED and kept.kind in _ENCLOSED)
    return alike and bool(kept.text.strip()) and (not field.text.strip() or field.text.split() == kept.text.split())


FIX = Fix(name="duplicate-field", repair=repair)

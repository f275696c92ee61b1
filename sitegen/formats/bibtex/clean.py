"""The values of a record that are worth reading: no empty ones, no placeholders, none without end."""

from string import ascii_letters, digits

from sitegen.config import LimitsConfig
from sitegen.formats.bibtex.fields import PLACEHOLDER_FIELDS, PLACEHOLDERS, TELLING_WHEN_EMPTY
from sitegen.formats.bibtex.record import Record
from sitegen.problems import excerpt

_LONGEST_PLACEHOLDER = max(map(len, PLACEHOLDERS)) + 4
_SOUND = frozenset(ascii_letters + digits) - {begin for each in PLACEHOLDERS for begin in each[0] + each[0].upper()}
"""First letters and digits of no placeholder."""


def cleaned(record: Record, limits: LimitsConfig) -> dict[str, str]:
    """LaTeX source by field name, stripped; names as the tables of `fields` have them, with `_` for `-`."""
    values: dict[str, str] = {}
    most = limits.field_characters
    for name, source in record.values.items():
        value = source.strip()
        if (
            len(value) <= _LONGEST_PLACEHOLDER
            and value[0:1] not in _SOUND
            and not value.isdecimal()
            and (not value[:1].isalnum() or name in PLACEHOLDER_FIELDS)
            and _says_nothing(record, name, value)
        ):
            continue
        if len(value) > most:
            record.note(
                "value-too-long",
                f"{excerpt(name)} has {len(value):,} characters, more than {most:,}; the rest is left out",
                name,
            )
            value = value[:most]
        values.setdefault(name.replace("-", "_") if "-" in name else name, value)
    return values


def _says_nothing(record: Record, name: str, value: str) -> bool:
    """Whether a short value is empty or a placeholder; noted where it matters."""
    bare = value.strip("{}\"' \t\n")
    if not bare:
        if name in TELLING_WHEN_EMPTY and name not in record.inherited:
            record.note("empty-field", f"{name} is empty", name)
        return True
    if name in PLACEHOLDER_FIELDS and bare.lower() in PLACEHOLDERS:
        record.note("placeholder", f"{name} says {excerpt(bare)!r}, which is a placeholder; it was left empty", name)
        return True
    return False

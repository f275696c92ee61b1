"""What a source says of one work, before any converter of sitegen has seen it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.fidelity.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One record of a source, to the letter; None and "" where it says no such thing, or not plainly.

    names: by field, with gaps marked. et_al: fields whose list ends in "and others". year: of issue, four digits.
    fields: the words of whatever else it says. urls: the addresses in fields that hold nothing else.
    literal: signs of TeX that it wants shown.
    """

    key: str = ""
    title: Outline | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    et_al: frozenset[str] = frozenset()
    abstract: Outline | None = None
    year: str = ""
    doi: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    urls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    literal: frozenset[str] = frozenset()

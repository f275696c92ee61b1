"""What the content folder holds, as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.config import PersonRecord, SiteConfig, VenueRecord
from sitegen.model.entry import Entry
from sitegen.model.prose import Prose
from sitegen.problems import Problem
from sitegen.proven import Proven
from sitegen.site import LocalFile

FOLDER = "content"
"""The folder of a site that holds what its owner writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the content folder holds.

    proven: the proof of fidelity that was kept; None for none.
    entries: in reading order, with ids as written. found: entries seen, broken and repeated ones counted.
    files: other files by their path below content/, for attachments. static: by their path in the site.
    """

    config: SiteConfig
    people: Mapping[str, PersonRecord] = field(default_factory=dict)
    venues: Mapping[str, VenueRecord] = field(default_factory=dict)
    proven: Proven | None = None
    entries: tuple[Entry, ...] = ()
    found: int = 0
    prose: tuple[Prose, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)
    static: Mapping[str, LocalFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

"""Where works come from when a site begins: one file per kind of source that people have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a source hands over to a new site.

    files: by their paths in the new site; a Path is a file to copy. site: keys of site.toml.
    people, venues: the tables of people.toml and venues.toml by their headings.
    redirects: former addresses, as paths from the site's root, and what they lead to now.
    remarks: what stays behind, one sentence each.
    """

    files: Mapping[str, bytes | Path] = field(default_factory=dict)
    site: Mapping[str, object] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    venues: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A kind of source on the shelf.

    name: its module's. title: for people. recognises: whether a file or folder is such a source.
    bring: what it hands over; reads regular files below the folder only, follows no link, runs nothing.
    general: whether it takes what a more special kind would understand better.
    """

    name: str
    title: str
    recognises: Callable[[Path], bool]
    bring: Callable[[Path], Brought]
    general: bool = False

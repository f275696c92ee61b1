"""The lists of works of a library, by what the works have in common."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model.entry import Entry
from sitegen.model.venue import volume_order
from sitegen.text.numbers import number_key


def grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    """Ids under each key, keys sorted; pairs without a key are left out."""
    groups: dict[str, list[str]] = {}
    for key, id_ in pairs:
        if key is not None:
            groups.setdefault(key, []).append(id_)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def volumes(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The keys of each venue's volumes, in the order people count them."""
    volumes: dict[str, list[str]] = {}
    for key in keys:
        volumes.setdefault(key.partition("/")[0], []).append(key)
    return {venue: tuple(sorted(group, key=volume_order)) for venue, group in volumes.items()}


def issues(
    by_volume: Mapping[str, Sequence[str]], entries: Mapping[str, Entry]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The works of each issue in the order of their pages."""
    issues: dict[tuple[str, str], list[Entry]] = {}
    for volume, ids in by_volume.items():
        for entry in (entries[id_] for id_ in ids):
            if entry.issue:
                issues.setdefault((volume, entry.issue), []).append(entry)
    return {
        key: tuple(entry.id for entry in sorted(works, key=lambda entry: number_key(entry.page or entry.number)))
        for key, works in issues.items()
    }


def grouped_by_year(entries: Iterable[Entry]) -> dict[int | None, tuple[str, ...]]:
    """Ids under each year, newest first, those without a date last."""
    groups: dict[int | None, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry.year, []).append(entry.id)
    return {year: tuple(ids) for year, ids in groups.items()}

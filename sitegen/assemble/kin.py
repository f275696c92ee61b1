"""How entries stand to each other, whichever of two says so, and what becomes of one that another corrects."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sitegen.model.entry import INVERSE, Entry, Relation, RelationKind, Status

Kin = Mapping[str, tuple[Relation, ...]]

CONSEQUENCES: Mapping[RelationKind, Status] = {"retracted_by": "retracted", "corrected_by": "corrected"}
"""What another entry makes of a work that does not say itself where it stands; the graver first."""


def kin_of(entries: Iterable[Entry]) -> Kin:
    """The relations of each entry: its own, then those that others have to it, in the order of the entries.

    Of two that say the same only one counts: that of `published_as` and that of `preprint_of` are one.
    """
    entries = tuple(entries)
    found: dict[str, dict[Relation, None]] = {
        entry.id: dict.fromkeys(_plain(relation) for relation in entry.relations)
        for entry in entries
        if entry.relations
    }
    for entry in entries:
        for relation in entry.relations:
            back = Relation(INVERSE[relation.kind], entry.id)
            found.setdefault(relation.id, {}).setdefault(back)
    return {id_: tuple(relations) for id_, relations in found.items()}


def citing(ids: Iterable[str], kin: Kin) -> dict[str, tuple[str, ...]]:
    """By each work that is cited here the works that cite it, in the order of `ids`."""
    found: dict[str, list[str]] = {}
    for id_ in ids:
        for relation in kin.get(id_, ()):
            if relation.kind == "cites":
                found.setdefault(relation.id, []).append(id_)
    return {id_: tuple(works) for id_, works in found.items()}


def _plain(relation: Relation) -> Relation:
    """A relation under the one name it has among several that mean the same."""
    return Relation("preprint_of", relation.id) if relation.kind == "published_as" else relation


def standing(entry: Entry, kin: Kin) -> Entry:
    """The entry with the status that a notice of retraction or a correction among the others gives it."""
    if entry.id not in kin:
        return entry
    kinds = {relation.kind for relation in kin[entry.id]}
    status: Status = next((status for kind, status in CONSEQUENCES.items() if kind in kinds), "")
    graver = status == "retracted" and entry.status == "corrected"
    return replace(entry, status=status) if status and (graver or not entry.status) else entry

"""How each cite of a document follows the others: first, subsequent, ibid. (CSL 1.0.2, "Choose", `position`)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sitegen.csl.citation import Cite


@dataclass(slots=True)
class Cluster:
    """A citation of a document. note: the number of the note it stands in, 0 in the running text."""

    cites: list[Cite]
    note: int = 0


@dataclass(slots=True)
class _Seen:
    """What came before.

    first, last: by item, the notes of its first and its last cite. before: the last citation in a note and in the text.
    crowded: whether the last note holds several citations.
    """

    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    before: dict[bool, Cluster] = field(default_factory=dict)
    crowded: bool = False


def place(clusters: Sequence[Cluster], distance: int) -> None:
    """Set the positions of all cites, in the order of the document. distance: of notes that are near each other."""
    seen = _Seen()
    for cluster in clusters:
        for at, cite in enumerate(cluster.cites):
            _place(cite, at, cluster, seen, distance)
        same = seen.before.get(cluster.note > 0)
        seen.crowded = bool(cluster.note and same and same.note == cluster.note)
        seen.before[cluster.note > 0] = cluster


def _place(cite: Cite, at: int, cluster: Cluster, seen: _Seen, distance: int) -> None:
    """Set the position of one cite."""
    key = cite.item.id
    if key not in seen.last:
        cite.position = "first"
        seen.first[key] = cluster.note
    else:
        cite.first_note = seen.first[key]
        cite.near_note = cluster.note - seen.last[key] <= distance
        cite.position = _after(cite, _preceding(at, cluster, seen.before.get(cluster.note > 0), crowded=seen.crowded))
    seen.last[key] = cluster.note


def _preceding(at: int, cluster: Cluster, before: Cluster | None, *, crowded: bool) -> Cite | None:
    """The cite right before one, where "ibid." could refer to it."""
    if at:
        return cluster.cites[at - 1]
    if before is None or len(before.cites) != 1 or cluster.note - before.note > 1:
        return None
    if crowded and cluster.note != before.note:
        return None
    return before.cites[0]


def _after(cite: Cite, before: Cite | None) -> str:
    """The position of a cite behind another one."""
    if before is None or before.item.id != cite.item.id:
        return "subsequent"
    if (before.locator, before.label if before.locator else "") == (cite.locator, cite.label if cite.locator else ""):
        return "ibid"
    return "ibid-with-locator" if cite.locator else "subsequent"

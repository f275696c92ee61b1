"""What the pages of a build read, kept for the next one, which makes anew those that would read something else."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import cast

from sitegen.pages import Artifact
from sitegen.reads import Grounds, Place, Read
from sitegen.traces.comparison import Comparison
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept, Key, Page
from sitegen.traces.values import Values


@dataclass(frozen=True, slots=True)
class Parcel:
    """Notes on their way from one process to another.

    known: so many of the first numbers are those that the other one gave. reads: what the next numbers stand for. The
    rest: as in `Noted`.
    """

    known: int
    reads: Sequence[Read]
    pages: Mapping[str, bytes]
    asked: Mapping[int, bytes]
    digests: Mapping[int, bytes]
    places: Mapping[int, Place]


@dataclass(slots=True)
class Noted:
    """What pages read while they were made.

    numbers: of the things read, in order, as `Reads` gives them. pages: those numbers, by path. asked: of what was read
    for the answers to questions, by theirs. digests: of those answers. places: of those that are kept.
    """

    numbers: dict[Read, int]
    pages: dict[str, bytes] = field(default_factory=dict)
    asked: dict[int, bytes] = field(default_factory=dict)
    digests: dict[int, bytes] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)

    def add(self, path: str, seen: Iterable[int]) -> None:
        """Note what a page read."""
        self.pages[path] = _written(seen)

    def learn(self, answers: Mapping[Read, Grounds]) -> None:
        """Note what was read for the answers to questions."""
        for read, (digest, seen, place) in answers.items():
            number = self.numbers[read]
            self.asked[number], self.digests[number] = _written(seen), digest
            if place:
                self.places[number] = place

    def parcel(self, known: int) -> Parcel:
        """The notes for a process that gave the first `known` numbers."""
        reads = list(islice(self.numbers, known, None))
        return Parcel(known, reads, self.pages, self.asked, self.digests, self.places)

    def alone(self) -> Parcel:
        """The notes for a process that knows none of the numbers, with those alone that stand in them."""
        used = {number for mine in (*self.pages.values(), *self.asked.values()) for number in array("I", mine)}
        order, reads = sorted(used | self.asked.keys()), list(self.numbers)
        parcel = Parcel(0, [reads[number] for number in order], self.pages, self.asked, self.digests, self.places)
        return _renumbered(parcel, dict(zip(order, count(), strict=False)).__getitem__)

    def take(self, parcel: Parcel) -> None:
        """Take in what another process noted."""
        strange = len(self.numbers) != parcel.known
        theirs = list(map(self.numbers.__getitem__, parcel.reads))
        if strange:
            parcel = _renumbered(parcel, [*range(parcel.known), *theirs].__getitem__)
        self.pages.update(parcel.pages)
        self.asked.update(parcel.asked)
        self.digests.update(parcel.digests)
        self.places.update(parcel.places)


def _written(seen: Iterable[int]) -> bytes:
    """Numbers as they are kept."""
    return array("I", list(seen)).tobytes()


def _renumbered(parcel: Parcel, same: Callable[[int], int]) -> Parcel:
    """The same notes with the numbers that others have for the same things."""

    def led(mine: bytes) -> bytes:
        return _written(map(same, array("I", mine)))

    return replace(
        parcel,
        pages={path: led(mine) for path, mine in parcel.pages.items()},
        asked={same(asked): led(mine) for asked, mine in parcel.asked.items()},
        digests={same(asked): digest for asked, digest in parcel.digests.items()},
        places={same(asked): place for asked, place in parcel.places.items()},
    )


@dataclass(frozen=True, slots=True)
class Stale:
    """What a build has to make anew.

    kept: what the last build noted; None when nothing is known, and then everything is made. now: the digests of what
    pages read then, as they are now. changed: the numbers of those that differ.
    """

    kept: Kept | None = None
    now: bytes = b""
    changed: frozenset[int] = frozenset()

    def is_fresh(self, artifact: Artifact) -> bool:
        """Whether a file would come out as it did last time."""
        page = self._page(artifact)
        return page is not None and self.changed.isdisjoint(array("I", page.reads))

    def reasons(self, artifact: Artifact) -> list[Read]:
        """What a page read last time that is different now."""
        page = self._page(artifact)
        if self.kept is None or page is None:
            return []
        return [self.kept.read(number) for number in array("I", page.reads) if number in self.changed]

    def _page(self, artifact: Artifact) -> Page | None:
        """What is known of a file, if it is the same page's."""
        page = self.kept.pages.get(artifact.path) if self.kept else None
        return page if page and (page.kind, page.key) == (artifact.kind, artifact.key) else None

    def carry(self, paths: Iterable[str], noted: Noted) -> None:
        """Note of files that are left alone what they read when they were made."""
        if self.kept:
            noted.pages.update({path: self.kept.pages[path].reads for path in paths})

    def keep(self, noted: Noted, artifacts: Iterable[Artifact], world: bytes, values: Values, manifest: bytes) -> Kept:
        """The notes of this build for the next one. manifest: digest of the manifest that was written."""
        reads = list(noted.numbers)
        known = len(self.now) // LENGTH
        new = [noted.digests.get(at) or values.digest(*reads[at]) for at in range(known, len(reads))]
        pages = {
            each.path: Page(each.kind, each.key, noted.pages[each.path])
            for each in artifacts
            if each.path in noted.pages
        }
        asked = {**self.kept.asked, **noted.asked} if self.kept else noted.asked
        places = {**self.kept.places, **noted.places} if self.kept else noted.places
        names, keys = tuple(name for name, _ in reads), cast("tuple[Key, ...]", tuple(key for _, key in reads))
        return Kept(manifest, world, names, keys, self.now + b"".join(new), pages, asked, places)


def stale(kept: Kept | None, world: bytes, compared: Callable[[Kept], Comparison]) -> Stale:
    """What has changed since the last build. world: digest of what every page depends on."""
    if kept is None or kept.world != world:
        return Stale()
    comparison = compared(kept)
    return Stale(kept, *comparison.settled())

"""What the pages of a build read, kept for the next one, which makes anew those that would read something else."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import count
from typing import cast

from sitegen.pages import Artifact
from sitegen.reads import Grounds, Place, Read
from sitegen.traces.comparison import Comparison
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept, Key, Page
from sitegen.traces.values import Values


@dataclass(slots=True)
class Noted:
    """What pages read while they were made.

    numbers: of the things read, in order. pages: those numbers, by path. asked: of what was read for the answers to
    questions, by theirs. digests: of those answers. places: of those that are kept.
    """

    numbers: dict[Read, int] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    asked: dict[int, bytes] = field(default_factory=dict)
    digests: dict[int, bytes] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = defaultdict(count(len(self.numbers)).__next__, self.numbers)

    def add(self, path: str, seen: Iterable[Read]) -> None:
        """Note what a page read."""
        self.pages[path] = self._numbers_of(seen)

    def learn(self, answers: Mapping[Read, Grounds]) -> None:
        """Note what was read for the answers to questions."""
        for read, (digest, reads, place) in answers.items():
            number = self.numbers[read]
            self.asked[number], self.digests[number] = self._numbers_of(reads), digest
            if place:
                self.places[number] = place

    def _numbers_of(self, seen: Iterable[Read]) -> bytes:
        """The numbers of what was read; what nobody read before gets the next one."""
        return array("I", list(map(self.numbers.__getitem__, seen))).tobytes()

    def take(self, other: "Noted") -> None:
        """Take in what another process noted."""
        if not self.numbers and not self.pages:
            for each in fields(Noted):
                setattr(self, each.name, getattr(other, each.name))
            return
        same = list(map(self.numbers.__getitem__, other.numbers))
        self.pages.update({path: _renumbered(mine, same) for path, mine in other.pages.items()})
        self.asked.update({same[asked]: _renumbered(mine, same) for asked, mine in other.asked.items()})
        self.digests.update({same[asked]: digest for asked, digest in other.digests.items()})
        self.places.update({same[asked]: place for asked, place in other.places.items()})


def _renumbered(mine: bytes, same: Sequence[int]) -> bytes:
    """Numbers as others have them."""
    return array("I", list(map(same.__getitem__, array("I", mine)))).tobytes()


@dataclass(frozen=True, slots=True)
class Stale:
    """What a build has to make anew.

    kept: what the last build noted; None when nothing is known, and then everything is made. now: the digests of what
    pages read then, as they are now. changed: the numbers of those that differ. reads: what was read.
    """

    kept: Kept | None = None
    now: bytes = b""
    changed: frozenset[int] = frozenset()
    reads: Sequence[Read] = ()

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

    def begin(self) -> Noted:
        """Notes that go on from those of the last build."""
        return Noted({read: number for number, read in enumerate(self.reads)})

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
    return Stale(kept, *comparison.settled(), comparison.reads)

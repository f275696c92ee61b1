"""What the pages of a build read, kept for the next one, which makes anew those that would read something else."""

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from sitegen.pages import Artifact
from sitegen.reads import Grounds, Numbers, Place, Read
from sitegen.traces.comparison import Comparison
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept, Page
from sitegen.traces.last import NUMBERS, Last, grown
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

    numbers: Numbers
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
        return Parcel(known, self.numbers.since(known), self.pages, self.asked, self.digests, self.places)

    def alone(self) -> Parcel:
        """The notes for a process that knows none of the numbers, with those alone that stand in them."""
        used = {number for mine in (*self.pages.values(), *self.asked.values()) for number in array(NUMBERS, mine)}
        order, reads = sorted(used | self.asked.keys()), self.numbers.since(0)
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
    return array(NUMBERS, list(seen)).tobytes()


def _renumbered(parcel: Parcel, same: Callable[[int], int]) -> Parcel:
    """The same notes with the numbers that others have for the same things."""

    def led(mine: bytes) -> bytes:
        return _written(map(same, array(NUMBERS, mine)))

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

    last: what the last build noted; None when nothing is known, and then everything is made. now: the digests of what
    pages read then, as they are now. changed: the numbers of those that differ.
    """

    last: Last | None = None
    now: bytes = b""
    changed: frozenset[int] = frozenset()

    @property
    def pages(self) -> Mapping[str, Page]:
        """What the last build noted of pages, by their paths."""
        return self.last.kept.pages if self.last else {}

    def fresh(self, artifacts: Iterable[Artifact]) -> Iterator[str]:
        """The paths of files that would come out as they did last time."""
        pages, stands = self.pages, self.changed.isdisjoint
        for each in artifacts if pages else ():
            page = pages.get(each.path)
            if page and page.key == each.key and page.kind == each.kind and stands(array(NUMBERS, page.reads)):
                yield each.path

    def reasons(self, artifact: Artifact) -> list[Read]:
        """What a page read last time that is different now."""
        return [self.last.read(number) for number in self.other(artifact)] if self.last else []

    def other(self, artifact: Artifact) -> list[int]:
        """The numbers of what a page read last time that is different now."""
        page = self.page(artifact)
        return [number for number in array(NUMBERS, page.reads) if number in self.changed] if page else []

    def page(self, artifact: Artifact) -> Page | None:
        """What is known of a file, if it is the same page's."""
        page = self.pages.get(artifact.path)
        return page if page and (page.kind, page.key) == (artifact.kind, artifact.key) else None

    def keep(
        self,
        noted: Noted,
        artifacts: Iterable[Artifact],
        left: Container[str],
        world: bytes,
        values: Values,
        manifest: bytes,
        bibliography: bytes = b"",
    ) -> Kept:
        """The notes of this build for the next one.

        left: paths of files that were left alone. manifest: digest of the manifest that was written.
        bibliography: mark of the library that there is now.
        """
        kept, begin = self.last.kept if self.last else None, len(self.now) // LENGTH
        new = noted.numbers.since(begin)
        digests = [noted.digests.get(at) or values.digest(*read) for at, read in enumerate(new, begin)]
        tables, names, loose = grown(kept, new, noted.asked, values.whole)
        pages = {
            each.path: self.pages[each.path] if each.path in left else Page(each.kind, each.key, reads)
            for each in artifacts
            if (reads := noted.pages.get(each.path, b"")) or each.path in left or each.path in noted.pages
        }
        places = {**kept.places, **noted.places} if kept else noted.places
        return Kept(manifest, world, tables, names, self.now + b"".join(digests), pages, loose, places, bibliography)


def stale(last: Last | None, compared: Callable[[Last], Comparison]) -> Stale:
    """What has changed since the last build."""
    return Stale(last, *compared(last).settled()) if last else Stale()

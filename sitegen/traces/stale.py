"""What the pages of a build read, kept for the next one, which makes anew those that would read something else."""

from array import array
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence

from sitegen.pages import Artifact
from sitegen.reads import Read
from sitegen.traces.comparison import Comparison
from sitegen.traces.digests import LENGTH
from sitegen.traces.kept import Kept, Pages
from sitegen.traces.last import Last, grown, packed_of
from sitegen.traces.noted import Noted
from sitegen.traces.places import Places
from sitegen.traces.runs import Runs
from sitegen.traces.values import Values

KINDS = "H"
"""The form of an array of kinds of pages."""


class Known:
    """What the last build noted of the files of the site, one row each. reads: of each."""

    def __init__(self, pages: Pages) -> None:
        self.pages, self.reads = pages, Runs(pages.reads.ends, pages.reads.numbers)
        self.kinds = array(KINDS, pages.kinds)
        self._keys, self._kinds = pages.keys, [pages.names[kind] for kind in self.kinds]
        self._rows: Mapping[str, int] = dict(zip(pages.paths, range(len(pages.paths)), strict=True))

    def row(self, artifact: Artifact) -> int | None:
        """The row of a file; None where it was not there, or another page's."""
        row = self._rows.get(artifact.path)
        if row is not None and self._keys[row] == artifact.key and self._kinds[row] == artifact.kind:
            return row
        return None

    def __contains__(self, path: str) -> bool:
        return path in self._rows


class Stale:
    """What a build has to make anew.

    last: what the last build noted; None when nothing is known, and then everything is made. now: the digests of what
    pages read then, as they are now. changed: the numbers of those that differ. pages: what is known of files.
    """

    def __init__(self, last: Last | None = None, now: bytes = b"", changed: frozenset[int] = frozenset()) -> None:
        self.last, self.now, self.changed = last, now, changed
        self.pages = Known(last.kept.pages if last else Pages())

    def fresh(self, artifacts: Iterable[Artifact]) -> Iterator[str]:
        """The paths of files that would come out as they did last time."""
        other, row_of = frozenset(self.pages.reads.meeting(self.changed)), self.pages.row
        for each in artifacts if self.pages.pages.paths else ():
            row = row_of(each)
            if row is not None and row not in other:
                yield each.path

    def reasons(self, artifact: Artifact) -> list[Read]:
        """What a page read last time that is different now."""
        return [self.last.read(number) for number in self.other(artifact)] if self.last else []

    def other(self, artifact: Artifact) -> list[int]:
        """The numbers of what a page read last time that is different now."""
        return [number for number in self.read(artifact) or () if number in self.changed]

    def read(self, artifact: Artifact) -> "array[int] | None":
        """The numbers of what a page read last time; None of one that there was not."""
        row = self.pages.row(artifact)
        return None if row is None else self.pages.reads[row]

    def keep(
        self,
        noted: Noted,
        left: Container[str],
        world: bytes,
        values: Values,
        manifest: bytes,
        bibliography: bytes = b"",
    ) -> Kept:
        """The notes of this build for the next one. Nothing is left in `noted`, because they are large.

        left: paths of files that were left alone. manifest: digest of the manifest that was written.
        bibliography: mark of the library that there is now.
        """
        kept, begin = self.last.kept if self.last else None, len(self.now) // LENGTH
        new = noted.numbers.since(begin)
        pages = _pages(self.pages, noted, left)
        digests = _digests(noted, new, begin, values)
        more = Places.of(each for found in noted.found.values() for each in found.places())
        places = kept.places.grown(more) if kept else more
        tables, names, loose = grown(kept, new, noted.found, values.whole)
        return Kept(manifest, world, tables, names, self.now + digests, pages, loose, places, bibliography)


def _digests(noted: Noted, new: tuple[Sequence[str], Sequence[Hashable]], begin: int, values: Values) -> bytes:
    """The digests of what got numbers in this build, one after the other: of answers as noted, of the rest as found."""
    digests, answered = bytearray(LENGTH * len(new[0])), bytearray(len(new[0]))
    for found in noted.found.values():
        for number, digest in found.noted():
            if number >= begin:
                at = number - begin
                digests[at * LENGTH : (at + 1) * LENGTH], answered[at] = digest, 1
    for at, (name, key) in enumerate(zip(*new, strict=True)):
        if not answered[at]:
            digests[at * LENGTH : (at + 1) * LENGTH] = values.digest(name, key)
    return bytes(digests)


def _pages(known: Known, noted: Noted, left: Container[str]) -> Pages:
    """What is known of the files of the site now: of those that were left as it was, of the others as it was noted."""
    was = known.pages
    gone = [row for row, path in enumerate(was.paths) if path not in left]
    names = {name: at for at, name in enumerate(was.names)}
    for each in noted.pages:
        names.setdefault(each.kind, len(names))
    out = frozenset(gone)
    kinds = array(KINDS, [kind for row, kind in enumerate(known.kinds) if row not in out])
    kinds.extend(names[each.kind] for each in noted.pages)
    reads, noted.reads = noted.reads, Runs()
    if was.paths:
        more, reads = reads, known.reads.without(gone)
        reads.take(more)
    return Pages(
        [*(path for path in was.paths if path in left), *(each.path for each in noted.pages)],
        tuple(names),
        kinds.tobytes(),
        [*(key for row, key in enumerate(was.keys) if row not in out), *(each.key for each in noted.pages)],
        packed_of(reads),
    )


def stale(last: Last | None, compared: Callable[[Last], Comparison]) -> Stale:
    """What has changed since the last build."""
    return Stale(last, *compared(last).settled()) if last else Stale()

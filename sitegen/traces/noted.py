"""What pages read while they are made, noted in a few large pieces, and on its way from one process to another."""

from array import array
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from sitegen.pages import Artifact
from sitegen.reads import Grounds, Numbers, Read
from sitegen.traces.found import Found
from sitegen.traces.runs import NUMBERS, Runs


@dataclass(frozen=True, slots=True)
class Parcel:
    """Notes on their way from one process to another.

    sender: who gave the numbers in them, one after the other over all that it sends; "" for one that begins anew, None
    for the receiver itself. known: so many of the first numbers are those that the receiver gave. names, keys: what the
    next ones stand for, since those that were sent before. reads: what each of some files read. found: answers, by
    question.
    """

    sender: str | None
    known: int
    names: Sequence[str]
    keys: Sequence[Hashable]
    reads: Runs
    found: Mapping[str, Found]


@dataclass(slots=True)
class Noted:
    """What pages read while they were made.

    numbers: of the things read, in order, as `Reads` gives them. pages: the files. reads: what each read. found:
    answers to questions, by the question's name. theirs: our numbers for those that others gave, by who did.
    """

    numbers: Numbers
    pages: list[Artifact] = field(default_factory=list)
    reads: Runs = field(default_factory=Runs)
    found: dict[str, Found] = field(default_factory=dict)
    theirs: "dict[str, array[int]]" = field(default_factory=dict)

    def add(self, page: Artifact, seen: Iterable[int]) -> None:
        """Note what a page read."""
        self.pages.append(page)
        self.reads.add(seen)

    def learn(self, answers: Mapping[Read, Grounds]) -> None:
        """Note what was read for the answers to questions."""
        for (name, about), (digest, seen, place) in answers.items():
            if name not in self.found:
                self.found[name] = Found()
            self.found[name].add(self.numbers.of(name)[about], digest, seen, place)

    def parcel(self, sender: str, known: int, sent: int) -> Parcel:
        """The notes for who gave the first `known` numbers. sent: so many were sent already, those among them."""
        return Parcel(sender, known, *self.numbers.since(sent), self.reads, self.found)

    def ours(self) -> Parcel:
        """The notes for this very process."""
        return Parcel(None, 0, (), (), self.reads, self.found)

    def alone(self) -> Parcel:
        """The notes for a process that knows none of the numbers, with those alone that stand in them."""
        used = {*self.reads.numbers}
        for found in self.found.values():
            used.update(found.asked, found.grounds.numbers)
        order, (names, keys) = sorted(used), self.numbers.since(0)
        same = dict(zip(order, count(), strict=False)).__getitem__
        return Parcel(
            "",
            0,
            [names[number] for number in order],
            [keys[number] for number in order],
            self.reads.led(same),
            {name: found.led(same) for name, found in self.found.items()},
        )

    def take(self, pages: Sequence[Artifact], parcel: Parcel) -> None:
        """Take in what was noted of some files, by this process or another."""
        reads, found = parcel.reads, parcel.found
        if parcel.sender is not None:
            same = self._same(parcel).__getitem__
            reads, found = reads.led(same), {name: each.led(same) for name, each in found.items()}
        self.pages.extend(pages)
        self.reads.take(reads)
        for name, each in found.items():
            if name not in self.found:
                self.found[name] = Found()
            self.found[name].take(each)

    def _same(self, parcel: Parcel) -> "array[int]":
        """Our numbers for those in a parcel."""
        theirs = self.theirs.get(parcel.sender or "")
        if theirs is None:
            theirs = array(NUMBERS, range(parcel.known))
            if parcel.sender:
                self.theirs[parcel.sender] = theirs
        theirs.extend([self.numbers.of(name)[key] for name, key in zip(parcel.names, parcel.keys, strict=True)])
        return theirs

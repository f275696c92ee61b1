"""What was made of many answers, of which a few are others now: it is mended, where its shelf says how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.pages import Artifact, PageKind
from sitegen.reads import Read
from sitegen.site import Links, Site
from sitegen.traces.answers import Answers
from sitegen.traces.last import Last
from sitegen.traces.questions import QUESTIONS, REVISED

MOST = 50
"""Where more of what was read is another now, it is made anew."""


@dataclass(frozen=True, slots=True)
class Revising:
    """What the last build answered, and those who are asked now. site: one that notes what is read."""

    last: Last
    answers: Answers
    site: Site
    links: Links

    def answer(self, number: int, other: Sequence[int]) -> bytes | None:
        """The digest of the answer that a question has now, where it can be told from the one it had; else None.

        number: of the question. other: of what was read for the answer and is another now.
        """
        read, reads = self.last.read(number), self.site.reads
        how = REVISED.get(read[0])
        if reads is None or how is None or (was := self._was(number)) is None or (told := self._told(other)) is None:
            return None
        value = reads.aside(lambda: how(self.site, self.links, was, told))
        return None if value is None else reads.give(read, value, self.last.grounds(number))

    def page(self, artifact: Artifact, kind: PageKind, data: bytes, other: Sequence[int]) -> bytes | None:
        """The bytes of a file, where they can be told from those it had; else None. other: as for an answer."""
        told = self._told(other) if kind.revised else None
        if not told or not self.site.reads or not kind.revised:
            return None
        now = self.site.reads.aside(lambda: {read: self._now(read) for read in told})
        return kind.revised(artifact.key, data, [(read[0], was, now[read]) for read, was in told.items()])

    def _told(self, numbers: Sequence[int]) -> Mapping[Read, Any] | None:
        """The answers that were others, as they were; None where something else than a few answers changed."""
        found = {self.last.read(number): self._was(number) for number in numbers[: MOST + 1]}
        return None if len(found) > MOST or None in found.values() else found

    def _was(self, number: int) -> Any:
        """An answer as it was; None where it was not kept."""
        place = self.last.kept.places.get(number)
        return place and self.answers.at(self.last.read(number), place, self.last.digest(number))

    def _now(self, read: Read) -> Any:
        """The answer to the same question now."""
        name, about = read
        return self.site.ask(QUESTIONS[name], self.links, *about) if isinstance(about, tuple) else None

"""Which works have a word, and in which of their parts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from sitegen.text.search_words import LONGEST, in_order, spellings

FAMILY, GIVEN, TITLE, SHORT_TITLE, TOPIC, VENUE, ABSTRACT, IDENTIFIER = "fgtskvbx"
"""Parts of a work, as the index writes them before its postings."""
SHORT = 3
"""A title of at most so many words is nearly found whole by each of them, so that it ranks higher."""

Words = Callable[[str], Iterable[str]]


@dataclass(slots=True)
class Postings:
    """Words by part, each with the slots of its works. Works are added in the order of their slots.

    Not frozen: it grows while the index is made, and is seen by nobody afterwards.
    """

    lists: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, part: str, words: Iterable[str], slot: int) -> None:
        """A work has words in one of its parts."""
        lists = self.lists.setdefault(part, {})
        for word in words:
            found = lists.get(word)
            if found is None:
                lists[word] = [slot]
            elif found[-1] != slot:
                found.append(slot)


def reader() -> Words:
    """What takes a text apart into words; it remembers every run of letters and signs it has seen."""
    return partial(_words, _Runs())


class _Runs(dict[str, frozenset[str]]):
    """The words of a run of letters and signs, worked out once."""

    def __missing__(self, run: str) -> frozenset[str]:
        made = self[run] = spellings(run)
        return made


def _words(runs: _Runs, text: str) -> Iterable[str]:
    """Every word a text is found by, each once."""
    found = text.split()
    return set().union(*map(runs.__getitem__, found)) if len(found) != 1 else runs[found[0]]


def joined(name: str) -> tuple[str, ...]:
    """The words of a name run together, by which a topic or venue in quotes is found whole.

    >>> joined("Graph theory")
    ('graphtheory',)
    """
    words = in_order(name)
    return ("".join(words)[:LONGEST],) if len(words) > 1 else ()


def title_part(title: str) -> str:
    """The part that a title's words belong to."""
    return SHORT_TITLE if title.count(" ") < 2 * SHORT and len(in_order(title)) <= SHORT else TITLE


def can_be_misspelt(word: str) -> bool:
    """Whether a reader may look for a word with one letter wrong: neither short nor a number nor too long."""
    return 4 <= len(word) < LONGEST and word.isalpha()

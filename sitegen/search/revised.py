"""The search index of a large library after a few works say something else: it changes in a few of its files."""

from bisect import insort
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sitegen.reads import Read
from sitegen.search.codes import gaps, numbers
from sitegen.search.files import in_one_file
from sitegen.search.index import CROWD, digest_of, written_json
from sitegen.search.postings import ABSTRACT, IDENTIFIER, TOPIC, VENUE, can_be_misspelt
from sitegen.search.sizes import BLOCK, Sizes, sizes, tail_file, word_file
from sitegen.search.slots import slots
from sitegen.search.terms import Terms, search_terms
from sitegen.site import Links, Site
from sitegen.text.search_words import prefix_of

ALIKE = ("id", "year", "kind", "flags", "venue", "topics")
"""What of a work decides about more than its own row and postings."""


def revised_index(
    site: Site, links: Links, files: Mapping[str, str], told: Mapping[Read, Any]
) -> Mapping[str, str] | None:
    """The files of the index as `index_files` would make them; None where only that can tell.

    files: as they were, or as somebody left them who did not make them so. told: what was read for them and is another
    now, as it was.
    """
    if in_one_file(site) or any(not isinstance(was, Terms) for was in told.values()):
        return None
    pairs = [(was, site.ask(search_terms, links, was.id)) for was in told.values()]
    if any(getattr(was, name) != getattr(now, name) for was, now in pairs for name in ALIKE):
        return None
    entries = site.library.entries
    places = slots(entries.values())
    with suppress(msgspec.DecodeError, LookupError, ValueError, RecursionError):
        index = _Index(dict(files), sizes(len(entries), places.size))
        if all(index.put(places.slot[was.id], was, now) for was, now in pairs):
            return index.written()
    return None


_FORMS: Mapping[str, Any] = {
    "": msgspec.json.Decoder(dict[str, Any]).decode,
    "d": msgspec.json.Decoder(dict[str, list[Any]]).decode,
    "w": msgspec.json.Decoder(dict[str, str]).decode,
    "t": msgspec.json.Decoder(str).decode,
}
"""What reads the first file, one of rows, of words, and of their ends."""


@dataclass(slots=True)
class _Index:
    """An index on its way to another state; files that change are taken apart once.

    What is asked of one that nobody made so raises msgspec.DecodeError, LookupError or ValueError.
    """

    files: dict[str, str]
    sizes: Sizes
    _apart: dict[str, Any] = field(default_factory=dict)
    _crowded: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._crowded = msgspec.convert(self._first()["crowded"], frozenset[str])

    def put(self, slot: int, was: Terms, now: Terms) -> bool:
        """Let a work say something else; whether that could be done."""
        before, after = _postings(was), _postings(now)
        other = before ^ after
        if any(part == ABSTRACT for part, _word in other) or any(
            part in (VENUE, TOPIC) and work.venue for work in (was, now) for part, _words in work.words
        ):
            return False
        row = self._file(f"d{slot // BLOCK}")
        kind = row[str(slot)][len(was.shown)]
        if written_json(row[str(slot)]) != written_json((*was.shown, kind, *was.also)):
            return False
        row[str(slot)] = (*now.shown, kind, *now.also)
        for part, word in sorted(other):
            self._post(part, word, slot, stands=(part, word) in after)
        return all(self._is_as_crowded(prefix) for prefix in {prefix_of(word) for _part, word in other})

    def written(self) -> Mapping[str, str]:
        """The files."""
        for name, value in self._apart.items():
            ordered = dict(sorted(value.items())) if name[0] == "w" else value
            self.files[name] = written_json(" ".join(value) if name[0] == "t" else ordered)
        first = self._first()
        first["version"] = digest_of({name: text for name, text in self.files.items() if name})
        self.files[""] = written_json(first) + "\n"
        return self.files

    def _first(self) -> dict[str, Any]:
        """The first file."""
        first: dict[str, Any] = _FORMS[""](self.files[""])
        return first

    def _post(self, part: str, word: str, slot: int, *, stands: bool) -> None:
        """Note that a word stands in a part of a work, or does not any more."""
        shard = self._file(f"w{word_file(word, self.sizes.words, self._crowded)}")
        lists = {piece[0]: numbers(piece[1:]) for piece in shard.get(word, "").split()}
        mine = lists.setdefault(part, [])
        if stands:
            insort(mine, slot)
        else:
            mine.remove(slot)
        written = " ".join(each + gaps(found) for each, found in sorted(lists.items()) if found)
        if can_be_misspelt(word) and bool(written) != (word in shard):
            self._list(word, stands=stands)
        if written:
            shard[word] = written
        else:
            del shard[word]

    def _list(self, word: str, *, stands: bool) -> None:
        """Put a word among those that are found by their ends, or take it away."""
        tail = self._file(f"t{tail_file(word, self.sizes.tails)}")
        if stands:
            insort(tail, word)
        else:
            tail.remove(word)

    def _is_as_crowded(self, prefix: str) -> bool:
        """Whether a beginning of words has too many postings for one file, or not, as before."""
        crowded = prefix in self._crowded
        every = [f"w{number}" for number in range(self.sizes.words)]
        names = every if crowded else [f"w{word_file(prefix, self.sizes.words, self._crowded)}"]
        size = sum(
            len(written) for name in names for word, written in self._file(name).items() if prefix_of(word) == prefix
        )
        return crowded == (size > CROWD and len(prefix) == 3)

    def _file(self, name: str) -> Any:
        """A file taken apart: rows by their slots, postings by their words, or words in their order."""
        found = self._apart.get(name)
        if found is None:
            found = _FORMS[name[0]](self.files[name])
            found = self._apart[name] = found.split() if name[0] == "t" else found
        return found


def _postings(work: Terms) -> set[tuple[str, str]]:
    """The words of a work, but for those of its venue and its topics, each with the part it stands in."""
    found = {(part, word) for part, words in work.words for word in words}
    return found | {(IDENTIFIER, word) for word in work.identifiers}

"""The index in many files: postings by word, words by their end, rows and facets by slot.

What a file holds depends on few works, so that one changed work changes few files: its words stand where their first
letters say, its row and facets where its slot says.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.search.codes import SIGNS, gaps
from sitegen.search.postings import Postings, can_be_misspelt
from sitegen.search.sizes import BLOCK, CHUNK, Sizes, tail_file, word_file
from sitegen.text.search_words import prefix_of

ABSTRACTS_UP_TO = 0.02
"""A word of abstracts that stands in more than this part of them tells nothing, and costs most."""
CROWD = 30_000
"""Characters of postings under one beginning of three letters, from which on a fourth parts them."""
SHOWN_NAMES = 6
TOPIC_BITS = 6


@dataclass(frozen=True, slots=True)
class Facets:
    """What a work is filtered by. kind: number of its type. flags: one bit each for PDF, abstract, DOI, code, data, me.

    venue: number of its venue among those the page offers, from 1, 0 for others. topics: one bit for each offered.
    """

    kind: int
    flags: int
    venue: int
    topics: int


@dataclass(frozen=True, slots=True)
class Row:
    """A work: `shown` is what a result shows, in the order the search script takes it."""

    slot: int
    shown: Sequence[object]
    facets: Facets


def word_files(postings: Postings, sizes: Sizes) -> tuple[dict[str, str], tuple[str, ...]]:
    """Files of postings, and of words by their ends; and the beginnings of words that are crowded (`prefix_of`)."""
    shards: list[dict[str, str]] = [{} for _ in range(sizes.words)]
    tails: list[list[str]] = [[] for _ in range(sizes.tails)]
    words: dict[str, str] = {}
    for part, lists in sorted(postings.lists.items()):
        for word, slots in lists.items():
            written = part + gaps(slots)
            words[word] = f"{words[word]} {written}" if word in words else written
    crowds: Counter[str] = Counter()
    for word, written in words.items():
        crowds[prefix_of(word)] += len(written)
    crowded = frozenset(prefix for prefix, size in crowds.items() if size > CROWD and len(prefix) == 3)
    for word in sorted(words):
        shards[word_file(word, sizes.words, crowded)][word] = words[word]
        if can_be_misspelt(word):
            tails[tail_file(word, sizes.tails)].append(word)
    found = {f"w{number}": written_json(shard) for number, shard in enumerate(shards)}
    found.update((f"t{number}", written_json(" ".join(tail))) for number, tail in enumerate(tails))
    return found, tuple(sorted(crowded))


def without_common(postings: Postings, part: str, works: int) -> None:
    """Forget the words of a part that stand in too many works."""
    most = max(50, int(works * ABSTRACTS_UP_TO))
    lists = postings.lists.get(part, {})
    postings.lists[part] = {word: slots for word, slots in lists.items() if len(slots) <= most}


def row_files(rows: Sequence[Row], sizes: Sizes) -> dict[str, str]:
    """Files of what results show, and of facets. rows: in the order of their slots."""
    blocks: list[dict[str, Sequence[object]]] = [{} for _ in range(sizes.blocks)]
    chunks: list[list[Row]] = [[] for _ in range(sizes.chunks)]
    for row in rows:
        blocks[row.slot // BLOCK][str(row.slot)] = row.shown
        chunks[row.slot // CHUNK].append(row)
    found = {f"d{number}": written_json(block) for number, block in enumerate(blocks)}
    found.update((f"f{number}", written_json(_columns(chunk, number * CHUNK))) for number, chunk in enumerate(chunks))
    return found


def _columns(rows: Sequence[Row], start: int) -> Mapping[str, str]:
    """Facets by column, one or two signs a work, which compress better than facets by work."""
    facets = [row.facets for row in rows]
    low = (1 << TOPIC_BITS) - 1
    return {
        "at": gaps([row.slot - start for row in rows]),
        "type": "".join([SIGNS[each.kind] for each in facets]),
        "has": "".join([SIGNS[each.flags] for each in facets]),
        "venue": "".join([SIGNS[each.venue] for each in facets]),
        "topic": "".join([SIGNS[each.topics & low] for each in facets]),
        "more": "".join([SIGNS[each.topics >> TOPIC_BITS] for each in facets]),
    }


def written_json(value: object) -> str:
    """JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest_of(files: Mapping[str, str]) -> str:
    """A word that changes when any file does, so that no cache gives a part of an older index."""
    total = hashlib.sha256()
    for name, text in sorted(files.items()):
        total.update(f"{name} {len(text)} ".encode())
        total.update(text.encode("utf-8", "replace"))
    return total.hexdigest()[:12]

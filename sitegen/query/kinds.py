"""The words for types of works: as pages show them, as BibTeX has them, as CSL has them."""

from collections.abc import Mapping

from sitegen.formats.bibtex.types import KINDS, TYPES
from sitegen.query.folding import fold
from sitegen.words import TYPES as SHOWN
from sitegen.words import Words

Kind = tuple[str, str]
"""A CSL type, and a genre that is asked for too, "" for any."""


def kinds(words: Words) -> Mapping[str, Kind]:
    """What each word for a type means, by the word as `plain_word` gives it.

    Where two vocabularies differ the pages win: `article` is a journal article, although CSL calls a preprint so.

    >>> kinds(Words())["article"], kinds(Words())["phdthesis"], kinds(Words())["paperconference"]
    (('article-journal', ''), ('thesis', 'PhD thesis'), ('paper-conference', ''))
    """
    found: dict[str, Kind] = {}
    for csl, names in SHOWN.items():
        for name in (words.type_name(csl), words.type_names(csl), *names):
            found.setdefault(plain_word(name), (csl, ""))
    for word, (csl, genre) in TYPES.items():
        found.setdefault(plain_word(word), (csl, genre if csl == "thesis" else ""))
    for word, genre in KINDS.items():
        found.setdefault(plain_word(word), ("thesis" if "thesis" in word else "report", genre))
    for csl in SHOWN:
        found.setdefault(plain_word(csl), (csl, ""))
    return found


def plain_word(word: str) -> str:
    """A word for a type without case, blanks and signs.

    >>> plain_word("Conference paper"), plain_word("article-journal")
    ('conferencepaper', 'articlejournal')
    """
    return "".join(c for c in fold(word) if c.isalnum())

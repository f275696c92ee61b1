"""The words a text is found by, in the one spelling that the search script folds its queries to.

`templates/scripts/words.js` has the same rules: what changes here changes there.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from sitegen.text.letters import HYPHEN, LONG, PLAIN, QUOTES
from sitegen.text.normal import normal

DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7af\U00020000-\U0003ffff"
"""Scripts written without blanks between words: Thai to Khmer, kana, Han, and to Hangul, whose particles cling."""
LONGEST = 32
"""Characters of a word that are looked at; the search script looks at as many."""

_PLAIN = re.compile(r"[^\W_]+")
"""Words of a text in ASCII."""
_APOSTROPHE = re.compile(f"[{QUOTES}]")
_ARTICLE = re.compile(r"^ال(?=\w{3})")
_AROUND = re.compile(
    r"^(https?://|(dx\.)?doi\.org/|(www\.)?arxiv\.org/(abs|pdf)/|(doi|arxiv|isbn|key|pmid):)+|[.,;]+$|-"
)
"""What stands around a number where it was copied from, and the hyphens in it."""
_VERSION = re.compile(r"^(\d{4}\.\d{4,5})v\d+$")
"""An arXiv number with a version, which the number without it stands for."""


def fold(text: str) -> str:
    """Lower case, without marks, joiners and apostrophes, Arabic and Persian letters made equal.

    >>> fold("Łukasiewicz’s"), fold("Đoković"), fold("خيام") == fold("خیام")
    ('lukasiewiczs', 'dokovic', True)
    """
    if text.isascii():
        return _APOSTROPHE.sub("", text.lower())
    low = "".join(c for c in normal(text, "NFKD").lower() if c.isascii() or not _drops(c))
    return normal(_APOSTROPHE.sub("", low.translate(PLAIN)))


def _drops(c: str) -> bool:
    """Whether a character is a mark or an unseen sign."""
    category = unicodedata.category(c)
    return category[0] == "M" or category == "Cf"


def spellings(text: str) -> frozenset[str]:
    """Every word by which one run of letters and signs is found.

    German and Scandinavian letters also in their long spelling, names with an apostrophe also without what stands
    before it, compounds also in one, Arabic words also without their article; scripts without blanks by pairs of
    characters, so that any part of a run is found.

    >>> sorted(spellings("Müller")), sorted(spellings("d’Alembert,")), sorted(spellings("青蒿素"))
    (['mueller', 'muller'], ['alembert', 'd', 'dalembert'], ['素', '蒿素', '青蒿'])
    """
    if text.isascii() and text.isalpha():
        return frozenset((text.lower()[:LONGEST],))
    low = normal(text.lower())
    forms = {low, low.translate(LONG), _APOSTROPHE.sub(" ", low), HYPHEN.sub("", low), _ARTICLE.sub("", low)}
    return frozenset(word for form in forms for part in _words(fold(form)) for word in _indexed(part))


def _indexed(part: str) -> Iterable[str]:
    """The words under which a run of one kind of script stands in the index."""
    if not _is_dense(part):
        return (part[:LONGEST],)
    return (*(part[at : at + 2] for at in range(len(part) - 1)), part[-1])


def in_order(text: str) -> tuple[str, ...]:
    """The words of a text as they stand, folded, each once for each time.

    >>> in_order("The Co-author’s  Straße")
    ('the', 'co', 'authors', 'strasse')
    """
    return tuple(_words(fold(text)))


def _words(folded: str) -> list[str]:
    """The runs of one kind of script in a folded text."""
    return (_PLAIN if folded.isascii() else _split()).findall(folded)


@cache
def _split() -> re.Pattern[str]:
    return re.compile(rf"[{DENSE}]+|(?:(?![{DENSE}])[^\W_])+")


@cache
def _dense() -> re.Pattern[str]:
    return re.compile(rf"[{DENSE}]")


def _is_dense(word: str) -> bool:
    """Whether a word begins in a script without blanks."""
    return not word.isascii() and _dense().match(word) is not None


def bare(text: str) -> str:
    """A DOI, an ISBN, an arXiv number or a citation key without case and hyphens, and without what it was pasted in.

    >>> bare("https://doi.org/10.1000/ABC-1."), bare("arXiv:2101.00001v2"), bare("ISBN:978-3-16-148410-0")
    ('10.1000/abc1', '2101.00001', '9783161484100')
    """
    return _VERSION.sub(r"\1", _AROUND.sub("", text.lower()))


def identifier(text: str) -> str:
    """The word under which a DOI, an ISBN or a citation key stands: it is found whole or not at all.

    >>> identifier("10.1000/ABC-1") == identifier("doi:10.1000/abc1")
    True
    """
    return f"#{zlib.crc32(bare(text).encode('utf-16-le', 'surrogatepass')):x}"


def prefix_of(word: str, crowded: AbstractSet[str] = frozenset()) -> str:
    """The beginning of a word that says in which part of the index it stands: readers need not have typed more.

    crowded: beginnings of three letters that so many works have words with that a fourth letter must tell them apart.

    >>> prefix_of("graphs"), prefix_of("graphs", {"gra"}), prefix_of("li"), prefix_of("蒿素")
    ('gra', 'grap', 'li', '蒿')
    """
    if word[0] == "#":
        return word
    if _is_dense(word):
        return word[:1]
    return word[:4] if word[:3] in crowded else word[:3]

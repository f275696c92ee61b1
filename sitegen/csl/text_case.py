"""Upper and lower case (CSL 1.0.2, "Text-case"), sparing what is protected."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from sitegen.csl.marks import (
    ANY_IN_A_ROW,
    CLOSE,
    END_DISPLAY,
    NO_CASE,
    OPAQUE,
    OWN_SMALL_CAPS,
    PLAIN,
    SPAN_OPENERS,
    SUB,
    SUP,
)

_STOP_WORDS = (
    "a about above according across afore after against ahead al along alongside amid amidst among amongst an and "
    "anenst apart apropos apud around as aside astride at athwart atop back barring because before behind below "
    "beneath beside besides between beyond but by c ca circa close d de despite down due during et except far for "
    "forenenst from given in inside instead into lest like modulo near next nor notwithstanding of off on onto or out "
    "over per plus pro qua regardless sans since so such than that the through throughout thru thruout till to toward "
    "towards under underneath until unto up upon v versus via vis-à-vis vs when where with within without yet"
)
_PARTICLES = "van von der"
STOP_WORDS = frozenset([*_STOP_WORDS.split(), *_PARTICLES.split()])
"""Words that title case leaves alone (CSL 1.0.2, "Title Case Conversion")."""

REMEMBERED = 4_096
"""Texts whose other case is remembered: containers return, and styles come one after another."""
_PROTECTING = frozenset({NO_CASE, OWN_SMALL_CAPS, OPAQUE, PLAIN, SUP, SUB})
_BLANKS = "\u0020\u00a0\u2000-\u200b\u202f\u205f\u3000"
_WORDS = re.compile(rf"[^\s{_BLANKS}{ANY_IN_A_ROW}\-–—/.,;?!:\[\]()“”‘\"]+")
_MARK = re.compile(f"([{ANY_IN_A_ROW}])")


def _pieces(marked: str) -> Iterator[tuple[str, bool]]:
    """Marked text in pieces, each with whether its case may be changed; marks are pieces that may not."""
    open_spans: list[bool] = []
    for token in _MARK.split(marked):
        if not token:
            continue
        if token in SPAN_OPENERS:
            open_spans.append(token in _PROTECTING)
        elif token in {CLOSE, END_DISPLAY} and open_spans:
            open_spans.pop()
        yield token, not (_MARK.match(token) or any(open_spans))


def lower(marked: str) -> str:
    """All letters small."""
    if not _MARK.search(marked):
        return marked.lower()
    return "".join(piece.lower() if free else piece for piece, free in _pieces(marked))


def upper(marked: str) -> str:
    """All letters large."""
    if not _MARK.search(marked):
        return marked.upper()
    return "".join(piece.upper() if free else piece for piece, free in _pieces(marked))


def _capital(word: str) -> str:
    """A small word with a capital; a Greek letter on its own is a symbol, a name such as `arXiv` is left alone."""
    if not word.islower() or (len(word) == 1 and "\u0370" <= word <= "\u03ff"):
        return word
    return word[:1].upper() + word[1:]


def capitalize_first(marked: str) -> str:
    """The first word with a capital.

    >>> capitalize_first("on arXiv"), capitalize_first("arXiv")
    ('On arXiv', 'arXiv')
    """
    if not _MARK.search(marked):
        match = _WORDS.search(marked)
        return f"{marked[: match.start()]}{_capital(match[0])}{marked[match.end() :]}" if match else marked
    out: list[str] = []
    done = False
    for piece, free in _pieces(marked):
        match = _WORDS.search(piece)
        if not done and match and not _MARK.match(piece):
            done = True
            if free:
                piece = f"{piece[: match.start()]}{_capital(match[0])}{piece[match.end() :]}"
        out.append(piece)
    return "".join(out)


def capitalize_all(marked: str) -> str:
    """Every word with a capital."""
    return "".join(
        re.sub(rf"[^{_BLANKS}]+", lambda match: _capital(match[0]), piece) if free else piece
        for piece, free in _pieces(marked)
    )


@lru_cache(maxsize=REMEMBERED)
def sentence(marked: str) -> str:
    """The first word with a capital, the others small; a text all in capitals is made small first.

    >>> sentence("The Origin of Species")
    'The origin of species'
    """
    return capitalize_first(lower(marked))


@lru_cache(maxsize=REMEMBERED)
def title(marked: str) -> str:
    """Words with capitals, but for stop words that are neither first nor last nor after a colon.

    >>> title("out of the blue: the way of all flesh, and why we stand by")
    'Out of the Blue: The Way of All Flesh, and Why We Stand By'
    """
    out = list(_pieces(marked))
    words = [
        (at, match) for at, (piece, _) in enumerate(out) if not _MARK.match(piece) for match in _WORDS.finditer(piece)
    ]
    if not words:
        return marked
    changed: dict[int, list[re.Match[str]]] = {}
    for index, (at, match) in enumerate(words):
        free = out[at][1]
        last = index == len(words) - 1 and _is_long(match[0])
        special = not index or last or _before_hyphen(out[at][0], match) or _opens(out, at, match.start())
        if free and (special or _counts(match[0])):
            changed.setdefault(at, []).append(match)
    for at, matches in changed.items():
        out[at] = _with_capitals(out[at][0], matches), False
    return "".join(piece for piece, _ in out)


def _counts(word: str) -> bool:
    """Whether a word is long and no stop word."""
    return _is_long(word) and word.lower() not in STOP_WORDS


def _is_long(word: str) -> bool:
    """Whether a word is longer than a letter, an elided article not counted: `l’hiver` is not."""
    return len(word) > 1 and word[1] != "’"


def _before_hyphen(piece: str, word: re.Match[str]) -> bool:
    """Whether a compound begins with a word."""
    return piece[word.end() : word.end() + 1] == "-" and piece[word.start() - 1 : word.start()] != "-"


def _opens(pieces: list[tuple[str, bool]], at: int, start: int) -> bool:
    """Whether a word stands after a colon, a question mark or an exclamation mark."""
    before = pieces[at][0][:start].rstrip()
    while not before and at > 0:
        at -= 1
        before = pieces[at][0].rstrip()
        if before in {SUP, SUB, OPAQUE}:
            return False
        if _MARK.match(before):
            before = ""
    return before[-1:] in {":", "?", "!"}


def _with_capitals(piece: str, words: list[re.Match[str]]) -> str:
    """A piece whose words at those places have capitals."""
    out, at = [], 0
    for match in words:
        out += [piece[at : match.start()], _capital(match[0])]
        at = match.end()
    return "".join([*out, piece[at:]])


CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lower,
    "uppercase": upper,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
"""By the value of `text-case`."""

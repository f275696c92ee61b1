"""One spelling for looking things up: the same that the search in the browser uses (`templates/scripts/words.js`)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from sitegen.text.letters import HYPHEN, LONG, PLAIN, QUOTES

_DASHES = re.compile("[‐-―−-]")
_APOSTROPHE = re.compile(f"[{QUOTES}]")
_ARTICLE = re.compile(r"(?<!\S)ال(?=[^\W\d_]{3})")
"""The Arabic article, which is written with its word."""
_ODD = re.compile(rf"(?<![^\W_])(?:[^\W_äæöøœüåđ]*+[äæöøœüåđ{QUOTES}‐‑-]|ال)\S*")
"""A word that has another form."""
_WHOLE = 300
"""Characters of a text of which every form is looked through, so that phrases are found in it however written."""
LINE = "\n"
"""What parts the values of one field: no phrase goes across it."""


_WIDE = re.compile(r"[^\x00-\x7f]+")
_CACHED = 60
"""Characters of a name or a word that is worth remembering: names, venues and topics come again and again."""


def fold(text: str) -> str:
    """A text without case, accents, quotes and kinds of dash, its letters unified.

    >>> fold("Erdős–Rényi"), fold("Straße"), fold("Müller")
    ('erdos renyi', 'strasse', 'muller')
    """
    low = text.lower()
    if not low.isascii():
        low = _WIDE.sub(lambda match: _narrowed(match[0]), low)
    return " ".join(low.replace("'", "").replace("`", "").replace("-", " ").split())


def _narrowed(run: str) -> str:
    """Characters beyond ASCII, folded."""
    return _remembered(run) if len(run) <= _CACHED else _stripped(run)


def _stripped(run: str) -> str:
    """Characters beyond ASCII without marks, invisible signs and quotes, letters unified."""
    kept = "".join(c for c in unicodedata.normalize("NFKD", run) if not _goes(c))
    return _DASHES.sub(" ", kept.translate(PLAIN))


_remembered = lru_cache(maxsize=65536)(_stripped)


@lru_cache(maxsize=65536)
def _goes(character: str) -> bool:
    """Whether a character is not looked at."""
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf" or character in QUOTES


def hay(text: str) -> str:
    """A text as it is looked through: folded, and once more for each other way to write its words.

    Letters are also written out, what an apostrophe or a hyphen binds stands also apart and also together, Arabic
    words also without their article. Of a long text only the words that have another form are there once more.

    >>> hay("Müller").split(LINE), hay("d'Alembert").split(LINE), hay("co-author").split(LINE)
    (['muller', 'mueller'], ['dalembert', 'd alembert'], ['co author', 'coauthor'])
    """
    return _remembered_hay(text) if len(text) <= _CACHED else _hay(text)


def _hay(text: str) -> str:
    """A text in all its forms."""
    if text.isascii() and "'" not in text and "-" not in text:
        return fold(text)
    low = unicodedata.normalize("NFC", text).lower()
    main = fold(low)
    if len(low) > _WHOLE:
        low = " ".join(_ODD.findall(low))
    forms = dict.fromkeys((low.translate(LONG), _APOSTROPHE.sub(" ", low), HYPHEN.sub("", low), _ARTICLE.sub("", low)))
    forms.pop(low, None)
    return LINE.join(dict.fromkeys((main, *map(fold, forms))))


_remembered_hay = lru_cache(maxsize=65536)(_hay)


def hays(texts: Iterable[str]) -> str:
    """Several values as they are looked through."""
    return LINE.join(hay(text) for text in texts if text)


def begins(word: str, text: str) -> bool:
    """Whether a folded word begins a word of a folded text; in scripts without blanks, whether it stands anywhere.

    >>> begins("theor", "graph theory"), begins("eory", "graph theory"), begins("蒿素", "青蒿素")
    (True, False, True)
    """
    return _found(word, text, whole=False)


def contains(phrase: str, text: str) -> bool:
    """Whether folded words stand in a folded text, whole and in this order.

    >>> contains("graph theory", "on graph theory"), contains("graph theor", "on graph theory")
    (True, False)
    """
    return _found(phrase, text, whole=True)


def _found(sought: str, text: str, *, whole: bool) -> bool:
    """Whether a text holds what is sought, from the beginning of a word on, and to its end if it is to be whole."""
    at = text.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not _joined(text[at - 1 : at], sought[0]) and not (whole and _joined(sought[-1], text[end : end + 1])):
            return True
        at = text.find(sought, at + 1)
    return False


def _joined(before: str, after: str) -> bool:
    """Whether two characters, or nothing beside one, belong to the same word."""
    return before.isalnum() and after.isalnum() and not _is_unspaced(before) and not _is_unspaced(after)


def _is_unspaced(character: str) -> bool:
    """Whether a character is a letter of a script that puts no blanks between words, or of Korean with its endings."""
    return not character.isascii() and _unspaced().match(character) is not None


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u312f\u3130-\u318f\u31f0-\u31ff"
        "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
    )

"""Signs that letters were lost or mistaken before a text came here, and what was probably meant.

UTF-8 taken for Windows-1252 turns each letter into two or three signs, which can be undone; U+FFFD stands for a letter
that nobody can bring back; and text copied out of a PDF has its accents beside their letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 has for the bytes 0x80 to 0xBF, with which UTF-8 goes on."""
_PLAIN_CONTINUATION = "\xa1-\xa9\xac-\xba\xbc-\xbf€ƒ†‡‰Š‹ŒŽ•™š›œžŸ"
"""The same without quotation marks and dashes, which may well follow a letter."""
_MISTAKEN = re.compile(
    f"(?:Ã[{_CONTINUATION}]|Â[{_PLAIN_CONTINUATION}\xa0]|â[€„†ˆ‰Šž][{_CONTINUATION}]|(?:[ÐÑ][{_CONTINUATION}]){{2,}}+"
    f"|[ÄÅÎÏÐÑ][{_PLAIN_CONTINUATION}])++"
)
_DETACHED = re.compile("(?<=[^\\W\\d_])(?:(´)(ı)|(¨)([aeiouAEIOUı]))")
"""Only these: elsewhere `´` is an apostrophe (`Int´l`, `d´Anjou`)."""
_LOST = "\ufffd"
_SIGN = re.compile(f"{_MISTAKEN.pattern}|{_DETACHED.pattern}|{_LOST}+")
_FIRST_SIGNS = "ÃâÂÄÅÎÏÐÑ´¨" + _LOST
_FIRST_SIGN = re.compile(f"[{_FIRST_SIGNS}]")
"""Where something garbled can begin; a search for one set of signs leaps, one for the whole pattern crawls."""
_COMBINING = {"´": "\u0301", "¨": "\u0308"}
_LONGEST_WORD = 40
_DOTLESS = re.compile("([ıȷ])([\u0300-\u0304\u0306-\u030c])")
"""A letter without its dot under an accent, where Unicode wants the letter with its dot."""


@dataclass(frozen=True, slots=True)
class Garbled:
    """Where a text is garbled. word: the word around. meant: what the word probably was, "" where nobody knows."""

    start: int
    word: str
    meant: str = ""


def can_be_garbled(signs: str) -> bool:
    """Whether there is a sign with which something garbled begins."""
    return any(sign in signs for sign in _FIRST_SIGNS)


def garbled(text: str) -> Iterator[Garbled]:
    """The words of a text that are garbled.

    >>> [(found.word, found.meant) for found in garbled("MÃ¼ller, Mart´ınez and J\ufffdrg")]
    [('MÃ¼ller', 'Müller'), ('Mart´ınez', 'Martínez'), ('J\ufffdrg', '')]
    """
    if text.isascii() or not can_be_garbled(text):
        return
    end = -1
    for candidate in _FIRST_SIGN.finditer(text):
        match = _SIGN.match(text, candidate.start()) if candidate.start() >= end else None
        if not match:
            continue
        start, end = _word(text, match.start(), match.end())
        word = text[start:end]
        if _LOST in word:
            yield Garbled(match.start(), word)
        elif (meant := mended(word)) != word:
            yield Garbled(match.start(), word, meant)


def mended(word: str) -> str:
    r"""A word as it was before it was taken for Windows-1252 or torn out of a PDF; the same where nothing fits.

    >>> mended("GarcÃ­a"), mended("â€œyesâ€\x9d"), mended("ÃƒÂ©tude"), mended("São")
    ('García', '“yes”', 'étude', 'São')
    """
    for _ in range(2):  # some texts went through it twice
        word = _MISTAKEN.sub(_redecoded, word)
    return _DETACHED.sub(_reattached, word)


def with_dots(text: str) -> tuple[str, int]:
    r"""A text whose accents over dotless letters stand over the usual letters, and where the first of them was, or -1.

    >>> with_dots("Garc\u0131\u0301a")
    ('García', 4)
    """
    if "ı" not in text and "ȷ" not in text:
        return text, -1
    first = _DOTLESS.search(text)
    return (_DOTLESS.sub(_dotted, text), first.start()) if first else (text, -1)


def _dotted(match: re.Match[str]) -> str:
    """One letter with its accent."""
    return unicodedata.normalize("NFC", ("i" if match[1] == "ı" else "j") + match[2])


def _redecoded(match: re.Match[str]) -> str:
    """Signs read as the UTF-8 that they were; the signs themselves where that gives no letters or marks."""
    try:
        letters = b"".join(_byte(sign) for sign in match[0]).decode("utf-8")
    except UnicodeError:
        return match[0]
    return letters if all(unicodedata.category(letter)[0] in "LPSMZN" for letter in letters) else match[0]


def _byte(sign: str) -> bytes:
    """The byte that Windows-1252 shows as this sign; its five holes are those of Latin-1."""
    return sign.encode("latin-1") if "\x80" <= sign <= "\x9f" else sign.encode("cp1252")


def _reattached(match: re.Match[str]) -> str:
    """A letter with the accent that stood before it; both as they are where there is no such letter."""
    letter = (match[2] or match[4]).replace("ı", "i")
    whole = unicodedata.normalize("NFC", letter + _COMBINING[match[1] or match[3]])
    return whole if len(whole) == 1 else match[0]


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around some signs, some letters long at most."""
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > first and (text[start - 1].isalnum() or text[start - 1] in "-'´¨" or text[start - 1] == _LOST):
        start -= 1
    while end < last and not text[end].isspace() and text[end] not in ",;{}\"'()":
        end += 1
    return start, end

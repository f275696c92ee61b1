"""Signs where two strings meet: doubled ones merge, blanks do not pile up, and some move inside quotation marks."""

from sitegen.csl.marks import END_DISPLAY, END_QUOTE, JOINT, SIGNS

_DROPPED = {".": ".", "!": "!.:", "?": "?.:", ":": ":.", ";": ";.:", ",": ","}
"""By the sign that stands, those that vanish when they follow it."""
_YIELDS = {":": "!?", ";": "!?"}
"""By the sign that stands, those that take its place."""
_INTO_QUOTES = ".,!?"
_MERGES = frozenset(f"{SIGNS} \u00a0")
"""What may merge with what follows it."""
_MINDS = frozenset(map(chr, range(0xFDD0, 0xFDF0)))
"""Marks, which must be looked through."""


def mend(marked: str, *, into_quotes: bool) -> str:
    """Marked text as it reads: every JOINT is resolved.

    into_quotes: whether signs move inside quotation marks that they follow (`punctuation-in-quote`).

    >>> mend(f"What?{JOINT}. In{JOINT}, {JOINT} that", into_quotes=False)
    'What? In, that'
    """
    first, *pieces = marked.split(JOINT)
    if not pieces:
        return _without_last_blank(marked)
    out = [first]
    for piece in pieces:
        last = out[-1][-1:]
        if last and last not in _MINDS and (last not in _MERGES or (last != " " and piece[:1] == " ")):
            out.append(piece)
            continue
        _merge_marks(out)
        _attach(out, piece, into_quotes=into_quotes)
    return _without_last_blank("".join(out))


def _merge_marks(out: list[str]) -> None:
    """Put marks at the end with the text before them."""
    while len(out) > 1 and not _end(out[-1]):
        last = out.pop()
        out[-1] += last


def _without_last_blank(text: str) -> str:
    """Text without a blank at its end, whatever marks follow it."""
    at = _end(text)
    return text if text[at - 1 : at] != " " else text[:at].rstrip(" ") + text[at:]


def _end(text: str) -> int:
    """Where the marks at the end of a text begin."""
    at = len(text)
    while at and "\ufdd0" <= text[at - 1] <= "\ufdef":
        at -= 1
    return at


def _attach(out: list[str], piece: str, *, into_quotes: bool) -> None:
    """Add a piece that begins with a sign or a blank to what stands."""
    while piece:
        left, sign = out[-1], piece[0]
        at = _end(left)
        last = left[at - 1 : at]
        if sign in " \u00a0":
            if last == sign or (last == " " and not left[at:].strip(END_QUOTE)):
                piece = piece[1:]
                continue
            break
        if sign not in SIGNS:
            break
        if last and sign in _DROPPED.get(last, ""):
            piece = piece[1:]
            continue
        if sign in _YIELDS.get(last, ""):
            out[-1] = left[: at - 1] + left[at:]
            _merge_marks(out)
            left = out[-1]
            at = _end(left)
        quote = left.find(END_QUOTE, at) if into_quotes and sign in _INTO_QUOTES else -1
        quote = quote if quote >= 0 else left.find(END_DISPLAY, at)
        if quote < 0:
            break
        out[-1] = f"{left[:quote]}{sign}{left[quote:]}"
        piece = piece[1:]
    out.append(piece)

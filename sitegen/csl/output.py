"""Marked text to `Text`: flip-flop, levels of quotation marks, and the marks of `sitegen.text.rich`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sitegen.csl import marks
from sitegen.text.rich import EMPTY, Break, Mark, Node, Span, Text


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotation marks of a language: outer and inner, opening and closing."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")


@dataclass(slots=True)
class Part:
    """A span of the composed reference. mark: the character that opens it in marked text, flip-flop resolved."""

    mark: str
    children: "list[str | Part]" = field(default_factory=list)


_ENDS = frozenset({marks.CLOSE, marks.END_DISPLAY})
_TOKENS = re.compile("([\ufdd0-\ufdef])")
_OFF = {
    marks.ITALIC: marks.UPRIGHT,
    marks.OBLIQUE: marks.UPRIGHT,
    marks.BOLD: marks.NOT_BOLD,
    marks.LIGHT: marks.NOT_BOLD,
    marks.SMALL_CAPS: marks.NO_SMALL_CAPS,
    marks.UNDERLINE: marks.NO_UNDERLINE,
}
"""What takes back a format."""
_AXIS = {
    **dict.fromkeys((marks.ITALIC, marks.UPRIGHT, marks.OBLIQUE), "style"),
    **dict.fromkeys((marks.BOLD, marks.NOT_BOLD, marks.LIGHT), "weight"),
    **dict.fromkeys((marks.SMALL_CAPS, marks.NO_SMALL_CAPS), "variant"),
    **dict.fromkeys((marks.UNDERLINE, marks.NO_UNDERLINE), "decoration"),
    **dict.fromkeys((marks.SUP, marks.SUB, marks.BASELINE), "align"),
}
_OWN = {
    marks.OWN_ITALIC: marks.ITALIC,
    marks.OWN_BOLD: marks.BOLD,
    marks.OWN_SMALL_CAPS: marks.SMALL_CAPS,
}
_SHOWN: dict[str, Mark] = {
    marks.ITALIC: "i",
    marks.OBLIQUE: "i",
    marks.BOLD: "b",
    marks.SMALL_CAPS: "sc",
    marks.SUP: "sup",
    marks.SUB: "sub",
    marks.UNDERLINE: "u",
}
_NORMAL = frozenset({*_OFF.values(), marks.BASELINE})
_DISPLAYS = frozenset(marks.DISPLAYS.values())


def parts(marked: str, quotes: Quotes) -> list[str | Part]:
    """Marked text as a tree; punctuation has been mended. Spans that change nothing are left out."""
    root = Part("")
    open_parts: list[Part] = [root]
    depth = 0
    for token in _TOKENS.split(marked):
        if not token:
            continue
        if token in _ENDS:
            if len(open_parts) > 1:
                _close(open_parts)
        elif token == marks.QUOTE:
            open_parts[-1].children.append((quotes.inner if depth % 2 else quotes.outer)[0])
            depth += 1
        elif token == marks.END_QUOTE:
            depth = max(depth - 1, 0)
            open_parts[-1].children.append((quotes.inner if depth % 2 else quotes.outer)[1])
        elif token in marks.SPAN_OPENERS:
            open_parts.append(Part(_resolved(token, open_parts)))
        elif not marks.ANY.match(token):
            open_parts[-1].children.append(token)
    while len(open_parts) > 1:
        _close(open_parts)
    return root.children


def _close(open_parts: list[Part]) -> None:
    """End the nearest span; one without effect gives its content to what is around it."""
    done = open_parts.pop()
    if done.mark == marks.PLAIN:
        _take_back(done, open_parts)
    if done.mark and done.children:
        open_parts[-1].children.append(done)
    else:
        open_parts[-1].children += done.children


def _take_back(done: Part, open_parts: Sequence[Part]) -> None:
    """Undo all formatting around a span in it."""
    now = (_current(axis, open_parts) for axis in ("style", "variant", "weight"))
    off = [_OFF[mark] for mark in now if mark in _OFF]
    done.mark = off.pop() if off else ""
    for mark in off:
        done.children = [Part(mark, done.children)]


def _resolved(token: str, open_parts: Sequence[Part]) -> str:
    """The mark of a span where it stands; "" when it changes nothing."""
    if token in _OWN:
        token = _OWN[token]
        now = _current(_AXIS[token], open_parts)
        return _OFF.get(now, token)
    if token in _NORMAL and token != marks.BASELINE:
        now = _current(_AXIS[token], open_parts)
        return token if now in _OFF else ""
    return "" if token == marks.NO_CASE else token


def _current(axis: str, open_parts: Sequence[Part]) -> str:
    """The nearest mark around that concerns an axis."""
    for part in reversed(open_parts):
        if part.mark == marks.PLAIN:
            return ""
        if _AXIS.get(part.mark) == axis:
            return part.mark
    return ""


def to_text(marked: str, quotes: Quotes, opaque: Sequence[Node] = ()) -> Text:
    """Marked text as `Text`; opaque: the nodes that it names by number."""
    if not marks.ANY.search(marked):
        return Text.of(marked)
    simple = _simple(_TOKENS.split(marked), quotes)
    if simple is not None:
        return Text(tuple(simple)) or EMPTY
    return Text(tuple(_nested(list(_tidy(_runs(parts(marked, quotes), (), opaque)))))) or EMPTY


_PLAIN_SPANS: dict[str, Mark] = {
    **_SHOWN,
    marks.OWN_ITALIC: "i",
    marks.OWN_BOLD: "b",
    marks.OWN_SMALL_CAPS: "sc",
}
"""Spans that show the same wherever nothing else is open."""


def _simple(tokens: Sequence[str], quotes: Quotes) -> list[Node] | None:
    """Tokens of marked text as nodes, as most references are: no span in another; None for all else."""
    nodes: list[Node] = []
    words, blank = "", True
    open_spans: list[str] = []
    for token in _quoted(tokens, quotes):
        if not marks.ANY.match(token):
            token = token.lstrip(" ") if blank else token
            words += token
            blank = token[-1] == " " if token else blank
        elif token == marks.NO_CASE:
            open_spans.append("")
        elif token == marks.CLOSE and open_spans:
            mark = open_spans.pop()
            if mark and words:
                _add(nodes, words, mark)
                words = ""
        elif token in _PLAIN_SPANS and not any(open_spans):
            if words:
                _add(nodes, words, "")
                words = ""
            open_spans.append(token)
        else:
            return None
    if words:
        _add(nodes, words, "")
    return None if any(open_spans) else nodes


def _quoted(tokens: Sequence[str], quotes: Quotes) -> Iterator[str]:
    """Tokens with quotation marks in place of those that stand for them."""
    depth = 0
    for token in tokens:
        if token == marks.QUOTE:
            yield (quotes.inner if depth % 2 else quotes.outer)[0]
            depth += 1
        elif token == marks.END_QUOTE:
            depth = max(depth - 1, 0)
            yield (quotes.inner if depth % 2 else quotes.outer)[1]
        elif token:
            yield token


def _add(nodes: list[Node], words: str, mark: str) -> None:
    """Words behind nodes. mark: the character that opened their span, "" for none."""
    last = nodes[-1] if nodes else None
    if not mark:
        nodes[-1:] = [last + words] if isinstance(last, str) else [*nodes[-1:], words]
        return
    shown = _PLAIN_SPANS[mark]
    if isinstance(last, Span) and last.mark == shown:
        nodes[-1] = Span(shown, (*last.children[:-1], f"{last.children[-1]}{words}"))
    else:
        nodes.append(Span(shown, (words,)))


Run = tuple[Node, tuple[Mark, ...]]


def _runs(children: Sequence[str | Part], around: tuple[Mark, ...], opaque: Sequence[Node]) -> Iterator[Run]:
    """Strings and nodes with the marks that hold for each, the outermost first."""
    for child in children:
        if isinstance(child, str):
            yield child, around
        elif child.mark == marks.OPAQUE:
            number = "".join(each for each in child.children if isinstance(each, str))
            if number.isdecimal() and int(number) < len(opaque):
                yield opaque[int(number)], around
        elif child.mark in _DISPLAYS:
            yield from _displayed(child, around, opaque)
        else:
            yield from _runs(child.children, _with(around, child.mark), opaque)


def _displayed(part: Part, around: tuple[Mark, ...], opaque: Sequence[Node]) -> Iterator[Run]:
    """What has a place of its own: a margin is followed by a blank, a block begins a line."""
    if part.mark in {marks.BLOCK, marks.INDENT}:
        yield Break(), ()
    yield from _runs(part.children, around, opaque)
    if part.mark == marks.LEFT_MARGIN:
        yield " ", ()
    if part.mark == marks.BLOCK:
        yield Break(), ()


def _with(around: tuple[Mark, ...], mark: str) -> tuple[Mark, ...]:
    """The marks that hold inside a span."""
    if mark == marks.PLAIN:
        return ()
    if mark in _NORMAL:
        gone = {shown for opening, shown in _SHOWN.items() if _AXIS[opening] == _AXIS[mark]}
        return tuple(each for each in around if each not in gone)
    shown = _SHOWN.get(mark)
    return (*around, shown) if shown and shown not in around else around


def _tidy(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs without a line break at either end, without two blanks where two meet."""
    held: list[Run] = []
    for run in runs:
        last = held[-1][0] if held else Break()
        if isinstance(run[0], Break) and isinstance(last, Break):
            continue
        if isinstance(run[0], str) and (isinstance(last, Break) or (isinstance(last, str) and last.endswith(" "))):
            run = run[0].lstrip(" "), run[1]
        if run[0]:
            held.append(run)
    while held and isinstance(held[-1][0], Break):
        held.pop()
    return iter(held)


def _nested(runs: list[Run], depth: int = 0) -> Iterator[Node]:
    """Runs that share their outer marks as one span, neighbouring strings as one."""
    for mark, group in groupby(runs, lambda run: run[1][depth] if len(run[1]) > depth else None):
        if mark is not None:
            yield Span(mark, tuple(_nested(list(group), depth + 1)))
            continue
        for is_words, same in groupby(group, lambda run: isinstance(run[0], str)):
            if is_words:
                yield "".join(str(node) for node, _ in same)
            else:
                yield from (node for node, _ in same)

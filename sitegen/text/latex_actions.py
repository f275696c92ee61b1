"""What each LaTeX command does to the walk, by its name."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from sitegen.text.addresses import unlatex_address, web_address
from sitegen.text.latex_blocks import (
    PARAGRAPH_BREAK,
    accented,
    has_letters,
    joined,
    without_links,
    wrapped,
)
from sitegen.text.latex_commands import (
    DROPS,
    KEEPS,
    LANGUAGES,
    MARKS,
    RESETS,
    SILENT,
    SWITCHES,
    WRAPS,
)  # fmt: skip
from sitegen.text.latex_environments import begin, begin_item, end
from sitegen.text.latex_journals import JOURNALS
from sitegen.text.latex_science import chemical, number, unit
from sitegen.text.latex_symbols import ACCENTS, BARE_ACCENTS, LOGOS, SYMBOLS
from sitegen.text.latex_walk import SWITCH, Walk, as_it_is
from sitegen.text.rich import Link, Mark, Node, Span

Action = Callable[[Walk, str], None]

_CHAR = re.compile(r"\s*(?:'([0-7]{1,7})|\"([0-9A-F]{1,6})|`\\?(.)|(\d{1,7}))\s?", re.DOTALL)
_INTEGER = re.compile(r"\s*-?\d+ ?")


def marked(mark: Mark, lang: str, nodes: list[Node]) -> Sequence[Node]:
    """The content of a group under a mark."""
    return wrapped(nodes, lambda run: Span(mark, run, lang))


def protected(nodes: list[Node]) -> Sequence[Node]:
    """The content of braces that protect capitals, where there are letters to protect."""
    shown = [node for node in nodes if not isinstance(node, str) or node.strip(" ")]
    if not has_letters(nodes) or (len(shown) == 1 and isinstance(shown[0], Span) and shown[0].mark == "nocase"):
        return nodes
    return nodes if PARAGRAPH_BREAK in nodes else marked("nocase", "", nodes)


def composed(accent: str, text: str) -> str:
    r"""A combining accent set on the first letter of a text; the bare accent where there is no letter.

    >>> composed("\u0301", "e"), composed("\u0308", "ı"), composed("\u0303", "")
    ('é', 'ï', '~')
    """
    letter = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1])
    if not letter.isalpha():
        return BARE_ACCENTS.get(accent, "") + text
    end = 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return unicodedata.normalize("NFC", letter + text[1:end] + accent) + text[end:]


def _accent(walk: Walk, name: str) -> None:
    combining = ACCENTS[name]
    walk.argument(lambda nodes: accented(nodes, partial(composed, combining)))


def _tabbing_accent(walk: Walk, _name: str) -> None:
    r"""`\a'e`: an accent as it is written inside a tabbing environment."""
    sign = walk.source[walk.at : walk.at + 1]
    if sign in ACCENTS and not sign.isalpha():
        walk.at += 1
        _accent(walk, sign)


def _penalty(walk: Walk, _name: str) -> None:
    r"""`\penalty0`: a number that shows nothing."""
    match = _INTEGER.match(walk.source, walk.at)
    walk.at = match.end() if match else walk.at


def _symbol(walk: Walk, name: str) -> None:
    _skip_empty_group(walk)
    if SYMBOLS[name]:
        walk.put(SYMBOLS[name])


def _logo(walk: Walk, name: str) -> None:
    _skip_empty_group(walk)
    walk.put(LOGOS[name] if walk.frames[-1].shields else Span("nocase", (LOGOS[name],)))


def _journal(walk: Walk, name: str) -> None:
    _skip_empty_group(walk)
    walk.put(JOURNALS[name])


def _skip_empty_group(walk: Walk) -> None:
    if walk.source.startswith("{}", walk.at):
        walk.at += 2


def _mark(walk: Walk, name: str) -> None:
    mark = MARKS[name]
    if mark == "nocase":
        walk.argument(as_it_is if walk.frames[-1].shields else protected, shields=True)
    else:
        words = walk.words_in_braces()
        if words:
            walk.put(Span(mark, (words,)))
        else:
            walk.argument(partial(marked, mark, ""))


def _switch(walk: Walk, name: str) -> None:
    walk.open(SWITCH, partial(marked, SWITCHES[name], ""))


def _reset(walk: Walk, _name: str) -> None:
    walk.close_above((SWITCH,))


def _wrap(walk: Walk, name: str) -> None:
    before, after = WRAPS[name]
    if name.endswith(("cite", "citep", "citet")):
        walk.skip_option()
        walk.skip_option()
    walk.argument(lambda nodes: [before, *nodes, after] if nodes else [])


def _keep(walk: Walk, name: str) -> None:
    if name == "uppercase" or name.startswith("MakeUpper"):
        walk.argument(partial(_recased, str.upper))
    elif name == "lowercase" or name.startswith("MakeLower"):
        walk.argument(partial(_recased, str.lower))
    else:
        walk.argument(as_it_is)


def _recased(change: Callable[[str], str], nodes: Sequence[Node]) -> list[Node]:
    """Nodes with the case of their words changed."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            out.append(change(node))
        elif isinstance(node, Span):
            out.append(Span(node.mark, tuple(_recased(change, node.children)), node.lang))
        else:
            out.append(node)
    return out


def _drop(walk: Walk, name: str) -> None:
    walk.skip_option()
    for _ in range(DROPS[name]):
        if walk.raw_argument() is None:
            break
    if name in ("textcolor", "colorbox", "hyperlink", "raisebox", "parbox", "scalebox", "resizebox", "hypertarget"):
        walk.argument(as_it_is)


def _silent(walk: Walk, name: str) -> None:
    if name.endswith("break"):
        walk.skip_option()
    _skip_empty_group(walk)


def _line_break(walk: Walk, _name: str) -> None:
    if walk.source.startswith("*", walk.at):
        walk.at += 1
    walk.skip_option()
    walk.put_break()
    walk.blanks()


def _paragraph(walk: Walk, _name: str) -> None:
    walk.put(PARAGRAPH_BREAK)


def _url(walk: Walk, name: str) -> None:
    raw = walk.raw_argument()
    if raw is None:
        walk.argument(as_it_is)
        return
    shown = unlatex_address(raw)
    address = "" if name in ("path", "nolinkurl") else web_address(shown)
    if not shown:
        return
    if name == "path":
        walk.put(Span("code", (shown,)))
    elif address and not _in_link(walk):
        walk.put(Link(address, (shown,)))
    else:
        if not address and name == "url":
            walk.refused_links[shown] = None
        walk.put(shown)


def _href(walk: Walk, _name: str) -> None:
    walk.skip_option()
    raw = walk.raw_argument()
    if raw is None:
        walk.argument(as_it_is)
        return
    address = web_address(unlatex_address(raw))
    if address and not _in_link(walk):
        walk.argument(partial(_linked, address))
    else:
        if not address:
            walk.refused_links[raw] = None
        walk.argument(as_it_is)


def _linked(address: str, nodes: list[Node]) -> Sequence[Node]:
    """The content of a link; the address stands for itself where there is none."""
    return wrapped(joined(without_links(nodes)), lambda run: Link(address, run)) or [Link(address, (address,))]


def _in_link(walk: Walk) -> bool:
    """Whether a link is open, so that none may begin."""
    return any(isinstance(frame.finish, partial) and frame.finish.func is _linked for frame in walk.frames)


def _verbatim(walk: Walk, _name: str) -> None:
    delimiter = walk.source[walk.at : walk.at + 1]
    if delimiter == "{":
        raw = walk.raw_argument()
        if raw:
            walk.put(Span("code", (raw,)))
        return
    walk.at += 1
    end = walk.find(delimiter) if delimiter else -1
    if end < walk.at:
        walk.at -= 1
        return
    raw = walk.source[walk.at : end]
    walk.at = end + 1
    if raw.strip():
        walk.put_all(wrapped([raw], lambda run: Span("code", run)))


def _character(walk: Walk, name: str) -> None:
    match = _CHAR.match(walk.source, walk.at)
    if name == "symbol":
        raw = walk.raw_argument() or ""
        match = _CHAR.fullmatch(raw)
    elif match:
        walk.at = match.end()
    if not match:
        return
    octal, hexadecimal, itself, decimal = match.groups()
    code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else ord(itself) if itself else int(decimal)
    shown = chr(code) if code <= 0x10FFFF else ""
    if shown.isprintable():
        walk.put(shown)


def _ensure_maths(walk: Walk, _name: str) -> None:
    raw = walk.raw_argument()
    if raw is not None:
        walk.put_formula(raw.replace("$", "") if "{" not in raw else raw)


def _language(walk: Walk, _name: str) -> None:
    walk.skip_option()
    lang = LANGUAGES.get((walk.raw_argument() or "").strip().lower(), "")
    if lang:
        walk.argument(partial(marked, "nocase", lang), shields=True)
    else:
        walk.argument(as_it_is)


def _chemical(walk: Walk, _name: str) -> None:
    walk.put_all(chemical(walk.raw_argument() or ""))


def _quantity(walk: Walk, name: str) -> None:
    walk.skip_option()
    first = walk.raw_argument() or ""
    if name == "num":
        shown = number(first)
    elif name in ("si", "unit"):
        shown = unit(first)
    else:
        if name in ("SIrange", "qtyrange"):
            first = f"{number(first)}–{number(walk.raw_argument() or '')}"
        shown = f"{number(first)}\u00a0{unit(walk.raw_argument() or '')}".replace("\u00a0°", "°").rstrip("\u00a0")
    if shown:
        walk.put(shown)


def unknown(walk: Walk, name: str) -> None:
    """A command nobody knows: its name is reported, its argument shows."""
    walk.unknown_commands[name] = None
    if walk.source.startswith("{", walk.at):
        walk.open_brace(as_it_is)


COMMANDS: dict[str, Action] = {
    **dict.fromkeys(KEEPS, _keep),
    **dict.fromkeys(SILENT, _silent),
    **dict.fromkeys(DROPS, _drop),
    **dict.fromkeys(SYMBOLS, _symbol),
    **dict.fromkeys(LOGOS, _logo),
    **dict.fromkeys(WRAPS, _wrap),
    **dict.fromkeys(MARKS, _mark),
    **dict.fromkeys(SWITCHES, _switch),
    **dict.fromkeys(RESETS, _reset),
    **{name: _accent for name in ACCENTS if name.isalpha()},
    **dict.fromkeys(("newline", "cr"), _line_break),
    **dict.fromkeys(("par", "newpar"), _paragraph),
    **dict.fromkeys(("url", "path", "nolinkurl"), _url),
    **dict.fromkeys(("char", "symbol"), _character),
    **dict.fromkeys(("verb", "lstinline"), _verbatim),
    **dict.fromkeys(("foreignlanguage", "textlang", "foreigntext"), _language),
    **dict.fromkeys(("num", "si", "unit", "SI", "qty", "SIrange", "qtyrange"), _quantity),
    **dict.fromkeys(("ce", "cf"), _chemical),
    **dict.fromkeys(JOURNALS, _journal),
    "a": _tabbing_accent,
    "penalty": _penalty,
    "href": _href,
    "ensuremath": _ensure_maths,
    "begin": begin,
    "end": end,
    "item": begin_item,
}

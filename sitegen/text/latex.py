"""LaTeX text to rich text: one walk over a field's value, which never fails and takes linear time.

The conventions are those of BibTeX and BibLaTeX fields: braces protect capitals, `%` is a percent sign, and the HTML
that reference managers leave behind is read too. What is not understood keeps its words and is reported.
"""

import html
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.text.formulas import dollar_formula, is_surely_formula, tidy
from sitegen.text.latex_actions import COMMANDS, Action, composed, protected, unknown
from sitegen.text.latex_blocks import PARAGRAPH_BREAK, blocks, trimmed
from sitegen.text.latex_commands import MARKS, SWITCHES
from sitegen.text.latex_html import read_tag
from sitegen.text.latex_signs import WORDS_IN_BRACES, is_printable, is_worded, specials
from sitegen.text.latex_symbols import ACCENTS, LETTERS, MARKS_AS_SIGNS
from sitegen.text.latex_walk import ONE_TOKEN, Walk, as_it_is
from sitegen.text.maths import formula
from sitegen.text.normal import normal
from sitegen.text.repeated import Repeated
from sitegen.text.rich import EMPTY, Break, Link, Maths, Node, Span, Text

_INVISIBLE = "\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_DROPPED = re.compile(f"[{_INVISIBLE}]+")
_OTHER_BLANKS = re.compile(f"[\\t-\\r{_INVISIBLE}]")
_BLANKS = re.compile(r"[ \t-\r]{2,}|[\t-\r]")
_UNSPACED = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NAME = re.compile(r"\\([A-Za-z]+)(?:\*(?=[\[{]))? *")
_LETTER = r"(?:\{ *(?:([^\W\d_])|\\([ij])) *\}|([^\W\d_])(?![\u0300-\u036f])|\\([ij])(?![A-Za-z]) *)"
_ACCENTED = re.compile(rf"""\\(?:([`'^"~=.]) *|([bcdfGhHkrtuUv])(?: +|(?=[\{{\\]))){_LETTER}""")
_ACCENT_GROUP = re.compile(rf"""\{{\\(?:([`'^"~=.]) *|([bcdfGhHkrtuUv])(?: +|(?=[\{{\\]))){_LETTER}\}}""")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DASHES = {2: "–", 3: "—"}
_SHORT = 200
_INLINE = frozenset({str, Span, Link, Maths, Break})


@dataclass(frozen=True, slots=True)
class Findings:
    """What could not be read as it was meant; false when there was nothing.

    unknown_commands: names without the backslash, in order, each once; `begin{name}` for an environment.
    refused_maths: formulas, as TeX, that could not be set and show as they stand.
    refused_links: addresses that may not be followed and show as text.
    invisible: control characters, overrides of the direction of writing and the like that were dropped.
    unbalanced: whether there were braces without a partner.
    """

    unknown_commands: tuple[str, ...] = ()
    refused_maths: tuple[str, ...] = ()
    refused_links: tuple[str, ...] = ()
    invisible: int = 0
    unbalanced: bool = False

    def __bool__(self) -> bool:
        return self is not NOTHING and self != NOTHING


NOTHING = Findings()


def read_latex(source: str, *, printable: bool = False) -> tuple[Text, Findings]:
    r"""The value of a BibTeX field as rich text, and what was odd about it. Never raises.

    printable: whether it is known to have no control characters, nor blanks that are no spaces. Text is `EMPTY` and
    findings are `NOTHING` themselves, where they are.

    >>> read_latex(r"M{\"o}bius' {RNA} -- \emph{in vivo}")[0].to_html()
    'Möbius’ RNA – <em>in vivo</em>'
    >>> read_latex(r"\foo{bar}")[1].unknown_commands
    ('foo',)
    """
    if not source.isascii():
        source = normal(source)
    text = _worded(source) if is_worded(source) and (printable or not _has_other_blanks(source)) else None
    return (text, NOTHING) if text else _walked(source)


def latex_to_plain(source: str) -> str:
    r"""The value of a BibTeX field as one line of Unicode.

    >>> latex_to_plain(r"Erd\H{o}s")
    'Erdős'
    """
    return " ".join(read_latex(source)[0].to_plain().split("\n"))


def _worded(source: str) -> Text | None:
    """The text of words and of single braces that protect words, as nine values of ten are; None for any other."""
    if "{" not in source and "}" not in source:
        return Text.of(source.replace("'", "’"))
    nodes: list[Node] = []
    for at, part in enumerate(WORDS_IN_BRACES.split(source)):
        if at % 2:
            if not any(map(str.isalpha, part)):
                return None
            nodes.append(_SHIELDED[part])
        elif "{" in part or "}" in part:
            return None
        elif part:
            nodes.append(part.replace("'", "’"))
    return Text(tuple(nodes))


def _shielded(words: str) -> Span:
    """Words whose capitals are protected."""
    return Span("nocase", (words,))


_SHIELDED = Repeated(_shielded, most=4096, longest=100)
"""Names of methods, genes and the like stand in many titles."""


def _has_other_blanks(source: str) -> bool:
    """Whether there is a blank that is no space, or a sign that shows nothing."""
    return not is_printable(source) and (source.isascii() or _OTHER_BLANKS.search(source) is not None)


def _walked(source: str) -> tuple[Text, Findings]:
    """The slow way."""
    printable = is_printable(source)
    visible = source if printable else _DROPPED.sub("", source)
    invisible = len(source) - len(visible)
    if "\n" in visible and not visible.isascii():
        visible = _line_end_in_chinese().sub("", visible)
    walk = Walk(visible if printable and "  " not in visible else _BLANKS.sub(_blank, visible))
    _run(walk)
    nodes = walk.close_all()
    tidy = trimmed(nodes) if _INLINE.issuperset(map(type, nodes)) else blocks(nodes)
    text = Text(tidy) if tidy else EMPTY
    if not (invisible or walk.unbalanced or walk.unknown_commands or walk.refused_maths or walk.refused_links):
        return text, NOTHING
    odd = (tuple(walk.unknown_commands), tuple(walk.refused_maths), tuple(walk.refused_links))
    return text, Findings(*odd, invisible, walk.unbalanced)


@cache
def _line_end_in_chinese() -> re.Pattern[str]:
    """Chinese and Japanese set no blanks between words, so the end of a line within them is none either."""
    return re.compile(f"(?<=[{_UNSPACED}])[ \\t]*\\n[ \\t]*(?=[{_UNSPACED}])")


def _blank(match: re.Match[str]) -> str:
    """White space as one blank, or as one line end where a blank line parts paragraphs."""
    return "\n" if match[0].count("\n") > 1 else " "


def _run(walk: Walk) -> None:
    """Read to the end."""
    source = walk.source
    find = specials(source).find
    while True:
        start = find(0, walk.at)
        if start < 0:
            start = len(source)
        if start > walk.at:
            walk.words(start)
        elif start < len(source):
            _SIGNS[source[start]](walk)
        else:
            return


def _backslash(walk: Walk) -> None:
    """A command: an accent on a letter at once, else by its name, else by its sign."""
    sign = walk.source[walk.at + 1 : walk.at + 2]
    if sign in _NO_LETTER_FOLLOWS:
        walk.at += 2
        _SIGN_COMMANDS[sign](walk, sign)
        return
    match = _ACCENTED.match(walk.source, walk.at)
    if match and not _is_tilde_in_address(walk, match):
        walk.at = match.end()
        walk.put(_accent_of(match))
        return
    match = _NAME.match(walk.source, walk.at)
    if match:
        walk.at = match.end()
        COMMANDS.get(match[1], unknown)(walk, match[1])
        return
    walk.at += 1 + len(sign)
    _SIGN_COMMANDS.get(sign, _other_sign)(walk, sign)


def _is_tilde_in_address(walk: Walk, match: re.Match[str]) -> bool:
    r"""Whether `\~` follows a slash, where people mean the tilde of an address."""
    return match[1] == "~" and walk.source[walk.at - 1 : walk.at] == "/"


def _accent_of(match: re.Match[str]) -> str:
    """The letter with its accent that one match of an accent stands for."""
    sign, name, braced, braced_dotless, bare, bare_dotless = match.groups()
    return _composed(ACCENTS[sign or name], braced or braced_dotless or bare or bare_dotless)


_composed = lru_cache(maxsize=2048)(composed)


def _accent_sign(walk: Walk, sign: str) -> None:
    if sign == "~" and walk.source[walk.at - 3 : walk.at - 2] == "/":
        walk.put("~")
        return
    COMMANDS["b"](walk, sign)


def _plain_sign(walk: Walk, sign: str) -> None:
    if sign == "&" and walk.source.startswith("amp;", walk.at):
        walk.at += 4
    if MARKS_AS_SIGNS[sign]:
        walk.put(MARKS_AS_SIGNS[sign])


def _double_backslash(walk: Walk, _sign: str) -> None:
    COMMANDS["newline"](walk, "newline")


def _delimited(walk: Walk, sign: str) -> None:
    closer = "\\)" if sign == "(" else "\\]"
    end = walk.find(closer)
    if end < 0:
        walk.put(sign)
        return
    raw = walk.source[walk.at : end]
    walk.at = end + 2
    walk.put_formula(raw, display=sign == "[")


def _other_sign(walk: Walk, sign: str) -> None:
    walk.put(sign if sign.isprintable() and sign else "\\")


_SIGN_COMMANDS: dict[str, Action] = {
    **dict.fromkeys(MARKS_AS_SIGNS, _plain_sign),
    **{sign: _accent_sign for sign in ACCENTS if not sign.isalpha()},
    "\\": _double_backslash,
    "(": _delimited,
    "[": _delimited,
}
"""What the commands do that are one sign and no letter."""
_NO_LETTER_FOLLOWS = frozenset(_SIGN_COMMANDS) - frozenset(ACCENTS)
"""Those that set no accent on a letter."""


_UNSHIELDED = frozenset({*LETTERS, *SWITCHES, *MARKS, *ACCENTS})
"""Commands that unmake the protection of the braces they begin (BibTeX's "special characters")."""


def _open_brace(walk: Walk) -> None:
    """A group: an accent's own braces at once, else one that may protect capitals."""
    source, at = walk.source, walk.at
    if source.startswith("\\", at + 1):
        match = _ACCENT_GROUP.match(source, at)
        if match:
            walk.at = match.end()
            walk.put(_accent_of(match))
            return
        special = _NAME.match(source, at + 1)
        if not special or special[1] in _UNSHIELDED:
            walk.open_brace(as_it_is)
            return
    words = walk.words_in_braces()
    if walk.frames[-1].shields:
        walk.open_brace(as_it_is) if not words else walk.put(words)
    else:
        walk.open_brace(protected, shields=True) if not words else walk.put_all(protected([words]))


def _dollar(walk: Walk) -> None:
    source, at = walk.source, walk.at
    if source.startswith("$$", at):
        walk.at = at + 2
        end = walk.find("$$")
        if end > walk.at:
            raw = source[walk.at : end]
            walk.at = end + 2
            walk.put_formula(raw, display=True)
        else:
            walk.put("$$")
        return
    end = source.find("$", at + 1)
    maths = _formula(source[at + 1 : end]) if 0 < end - at < _SHORT else None
    if maths:
        walk.at = end + 1
        walk.put(maths)
        return
    end = dollar_formula(source, at + 1)
    walk.at = at + 1
    if end < 0:
        walk.put("$")
        return
    walk.at = end + 1
    walk.put_formula(source[at + 1 : end])


@lru_cache(maxsize=4096)
def _formula(tex: str) -> Maths | None:
    """A short formula, as they repeat; None for what is none or may be none, and for one that could not be set."""
    maths = formula(tidy(tex)) if is_surely_formula(tex) else None
    return maths if maths and maths.mathml else None


def _tilde(walk: Walk) -> None:
    walk.at += 1
    walk.put("~" if walk.source[walk.at - 2 : walk.at - 1] == "/" else "\u00a0")


def _backtick(walk: Walk) -> None:
    double = walk.source.startswith("``", walk.at)
    walk.at += 2 if double else 1
    walk.put("“" if double else "‘")


def _quotes(walk: Walk) -> None:
    walk.at += 2
    walk.put("”")


def _hyphens(walk: Walk) -> None:
    start = walk.at
    while walk.source.startswith("-", walk.at):
        walk.at += 1
    walk.put(_DASHES.get(walk.at - start, walk.source[start : walk.at]))


def _low_quotes(walk: Walk) -> None:
    walk.at += 2
    walk.put("„")


def _ampersand(walk: Walk) -> None:
    match = _ENTITY.match(walk.source, walk.at)
    if not match:
        walk.at += 1
        walk.put("&")
        return
    walk.at = match.end()
    shown = _DROPPED.sub("", _BLANKS.sub(" ", html.unescape(match[0])))
    if shown:
        walk.put(shown)


def _less_than(walk: Walk) -> None:
    if not read_tag(walk):
        walk.at += 1
        walk.put("<")


def _blank_line(walk: Walk) -> None:
    walk.at += 1
    walk.close_above((ONE_TOKEN,))
    walk.put(PARAGRAPH_BREAK)


_SIGNS = {
    "\\": _backslash, "{": _open_brace, "}": Walk.close_brace, "$": _dollar, "~": _tilde, "`": _backtick, "'": _quotes,
    "-": _hyphens, ",": _low_quotes, "&": _ampersand, "<": _less_than, "\n": _blank_line,
}  # fmt: skip
"""What the signs do that are more than themselves."""

r"""The words of a value as TeX shows them, read with nothing but a list of commands that show no letters of their own.

This is not the converter that makes the pages: it knows much less and marks as a gap whatever it does not know.
"""

import re

from sitegen.fidelity.letters import FORMULA, GAP
from sitegen.fidelity.outline import Outline

_TOKEN = re.compile(
    r"(?P<display>\$\$[^$]{0,20000}+\$\$)"
    r"|(?P<inline>\$[^$\\]*+(?:\\.[^$\\]*+)*+\$)"
    r"|(?P<entity>\\&amp;|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});)"
    r"|(?P<opening>\\[(\[]|\\begin\s*\{(?:math|displaymath|equation|align|gather|multline|alignat|flalign|eqnarray)\*?\})"
    r"|\\(?:begin|end)\s*\{[^{}]*\}"
    r"|\\(?P<command>[A-Za-z]+)\*?"
    r"|\\(?P<sign>.)"
    r"|(?P<element></?[A-Za-z][\w:.-]{0,30}(?:\s[^<>]{0,300})?/?>)"
    r"|(?P<brace>[{}])"
    r"|(?P<blank>~)",
    re.DOTALL,
)
_GROUP = re.compile(r"\s*+\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}|\s*+\[[^\[\]{}]{0,300}+\]")
_ACCENTS = "\"'`^~=."
_SURELY_MATHS = re.compile(r"[\\^_=<>+]")
LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ",
    "NG": "Ŋ", "SS": "ß",
}  # fmt: skip
"""Letters that commands stand for (LaTeX 2e, "Text symbols")."""
UNSEEN = frozenset(
    "emph textit textbf texttt textsc textsl textrm textsf textup textmd textnormal mbox hbox text em it bf tt sc sl "  # noqa: SIM905 -- a table of words reads best without quotes
    "rm sf itshape bfseries ttfamily scshape upshape normalfont underline enquote mkbibquote mkbibemph mkbibbold "
    "textsuperscript textsubscript uppercase lowercase MakeUppercase MakeLowercase NoCaseChange nocase item par "
    "protect relax noindent newline linebreak newblock url path nolinkurl bibinfo ldots dots textellipsis "
    "textendash textemdash textquoteleft textquoteright textquotedblleft textquotedblright textquotesingle "
    "quotedblbase quotesinglbase guillemotleft guillemotright textbackslash textasciitilde textasciicircum "
    "textunderscore textbar textless textgreater textdegree textregistered texttrademark copyright quad qquad "
    "u v H c d b r k t G U f h textcommabelow slash small large footnotesize".split()
)
"""Commands of text and accents that show no letters of their own; what stands in their braces shows."""


def outline(value: str) -> Outline:
    r"""The outline of a value.

    >>> outline(r"The \emph{{\"U}ber} of $x^2$ and \foo{bar} in {\O}rsted").pieces
    ('theuberof', 'and', 'inorsted')
    """
    text, hidden = marked(value)
    return Outline.of(text, hidden)


def marked(value: str) -> tuple[str, int]:
    """A value as text with its gaps marked, and how many characters the gaps stand for. Linear; never raises."""
    out: list[str] = []
    at = hidden = 0
    unclosed: set[str] = set()
    while token := _TOKEN.search(value, at):
        out.append(value[at : token.start()])
        shown, at = _formula(token, value, unclosed) if token["opening"] else _shown(token, value)
        if shown in (GAP, FORMULA):
            hidden += at - token.start()
        out.append(shown)
    out.append(value[at:])
    return "".join(out), hidden


def _formula(token: re.Match[str], value: str, unclosed: set[str]) -> tuple[str, int]:
    """A formula to its closing command; nothing where there is none, which is remembered for the rest of the value."""
    opening = token["opening"]
    closing = {"\\(": "\\)", "\\[": "\\]"}.get(opening) or opening.replace("begin", "end", 1)
    end = -1 if closing in unclosed else value.find(closing, token.end())
    if end < 0:
        unclosed.add(closing)
        return GAP, token.end()
    return FORMULA, end + len(closing)


def _shown(token: re.Match[str], value: str) -> tuple[str, int]:
    """What any other token shows, and where the text goes on."""
    kind, end = token.lastgroup, token.end()
    if kind == "display":
        return FORMULA, end
    if kind == "inline":
        return (FORMULA if _SURELY_MATHS.search(token[0][1:-1]) else GAP), end
    if kind in ("element", "entity"):
        return GAP, end
    if kind == "command":
        return _command(token["command"], value, end)
    if kind == "sign" and token["sign"] in _ACCENTS:
        return "", _over_blank(value, end)
    return ("" if kind == "brace" or (kind == "sign" and token["sign"] in "-/,!@") else " "), end


def _command(name: str, value: str, end: int) -> tuple[str, int]:
    """What a command shows: a letter, nothing, or what is not known, with the groups that follow it."""
    if name in LETTERS:
        return LETTERS[name], _over_blank(value, end)
    if name in UNSEEN:
        return ("" if len(name) == 1 else " "), _over_blank(value, end) if len(name) == 1 else end
    for _ in range(4):
        group = _GROUP.match(value, end)
        if not group:
            break
        end = group.end()
    return GAP, end


def _over_blank(value: str, end: int) -> int:
    """Behind the blanks that end a command's name."""
    while value[end : end + 1] == " ":
        end += 1
    return end

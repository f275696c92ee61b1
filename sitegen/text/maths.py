"""Formulas: TeX to MathML, and TeX to a line of Unicode that can be read aloud, searched and put into a tag."""

import re
import unicodedata
from functools import lru_cache

from math_core import LatexError, LatexToMathML

from sitegen.text.maths_plain import maths_plain
from sitegen.text.rich import Maths

LONGEST = 4000
"""Characters a formula may have to be set; a longer one stays TeX."""

_CONVERTER = LatexToMathML(
    fancy_error=False,
    macros={
        "mbox": r"\text{#1}", "hbox": r"\text{#1}", "textsuperscript": r"^{\text{#1}}",
        "textsubscript": r"_{\text{#1}}",
        "ensuremath": "#1", "textquotesingle": "'", "AA": r"\text{Å}", "aa": r"\text{å}", "ae": r"\text{æ}",
        "o": r"\text{ø}",
        "textmu": r"\text{µ}", "textendash": r"\text{–}", "textdegree": "°", "protect": "", "nicefrac": "{#1}/{#2}",
        "widetilde": r"\tilde{#1}", "textasciitilde": r"\text{~}", "mathds": r"\mathbb{#1}", "mathbbm": r"\mathbb{#1}",
        "mathnormal": "#1", "pmb": r"\boldsymbol{#1}", "sp": "^{#1}", "sb": "_{#1}", "less": "<", "greater": ">",
        "slash": "/",
    },
)  # fmt: skip
_NUMBERED = re.compile(r"\\(begin|end)\{(align|gather|multline|alignat|flalign|equation)\}")
_OTHER_ENVIRONMENTS = {"{split}": "{aligned}", "{eqnarray}": "{align*}", "{eqnarray*}": "{align*}"}
_REFUSED = re.compile(
    r"\\(?:(?:eq)?ref|label|tag|href|url|html[A-Za-z]+|(?:re|provide)?(?:new)?command|[egx]?def|let)(?![A-Za-z])"
)
_TAG = re.compile(r"<[^<>]*>")
_STYLE = re.compile(r' style="([^"]*)"')
_FRACTION_OR_TABLE = re.compile(r"(</?(?:mfrac|mtable)\b[^<>]*>)")
_SIZE = re.compile(r' (?:displaystyle|scriptlevel)="[^"]*"')
_SIZED = re.compile(r"<(?:mfrac|mtable)\b[^<>]* (?:displaystyle|scriptlevel)=")

_SIDE = r"(?:[aA]ng(?:le)?|[bB]rac[ek]|floor|ceil|[vV]ert|group|moustache|corner|bracket|paren(?:thesis)?|blkbrbrak)"
_FENCE = re.compile(
    rf"(?P<enter>\{{|\\(?:begin|left)(?![A-Za-z]))|(?P<leave>\}}|\\(?:end|right)(?![A-Za-z]))|(?P<cell>&|\\\\)"
    rf"|(?P<open>[(\[⌜⌞⎰]|\\\{{|\\u?l+{_SIDE}(?![A-Za-z]))|(?P<close>[)\]⌝⌟⎱]|\\\}}|\\[ul]?r+{_SIDE}(?![A-Za-z]))"
    r"|(?P<sign>[^\x00-\x7f])|\\[A-Za-z]+"
)
"""What encloses part of a formula: groups, cells of tables, and fences such as `(`, `\\langle` and `⟦`."""
_MOST_UNCLOSED = 10
"""Fences that nothing closes in their own group: for each of them the converter reads all that follows twice."""


def formula(tex: str, *, display: bool = False) -> Maths:
    """A formula in all its forms; `mathml` is "" when it could not be set, and the page shows its TeX."""
    return Maths(tex, maths_plain(tex), mathml(tex, display=display), display)


@lru_cache(maxsize=4096)
def mathml(tex: str, *, display: bool = False) -> str:
    r"""MathML Core of a formula; "" when it is refused: unknown commands, own macros, labels, over 4,000 characters.

    More than ten brackets that never close are refused, too. The result holds no `style`, `id` or `href`, so it passes
    a strict content policy and cannot take over an anchor.

    >>> mathml("x^2")
    '<math><msup><mi>x</mi><mn>2</mn></msup></math>'
    """
    if len(tex) > LONGEST or _REFUSED.search(tex) or _unclosed(tex) > _MOST_UNCLOSED:
        return ""
    for theirs, ours in _OTHER_ENVIRONMENTS.items():
        tex = tex.replace(theirs, ours)
    tex = _NUMBERED.sub(r"\\\1{\2*}", tex)
    try:
        markup = _CONVERTER.convert_with_local_state(tex, displaystyle=display)
    except LatexError:
        return ""
    return "" if "<a " in markup or " id=" in markup else _restyled(_TAG.sub(_without_style, markup))


def _unclosed(tex: str) -> int:
    r"""How many fences are not closed in the group or cell in which they open.

    >>> _unclosed("(a] [b (c) {(} )"), _unclosed(r"\{ x & y \} ⟦")
    (1, 2)
    """
    unclosed = here = 0
    outer: list[int] = []
    for token in _FENCE.finditer(tex):
        kind = token.lastgroup
        if kind == "sign":
            kind = _SIDES.get(unicodedata.category(token[0]))
        if kind == "enter":
            outer.append(here)
            here = 0
        elif kind in ("leave", "cell"):
            unclosed += here
            here = outer.pop() if kind == "leave" and outer else 0
        elif kind == "open":
            here += 1
        elif kind == "close":
            here = max(0, here - 1)
    return unclosed + here + sum(outer)


_SIDES = {"Ps": "open", "Pi": "open", "Pe": "close", "Pf": "close"}
"""By Unicode's category: brackets and quotation marks that open or close."""


def _restyled(markup: str) -> str:
    """The markup with what fractions and tables say of their size said by an `mstyle` around them.

    Any element may carry `displaystyle` and `scriptlevel` (MathML Core, section 2.1.6), but checkers of HTML know them
    on `mstyle` alone.
    """
    if not _SIZED.search(markup):
        return markup
    parts: list[str] = []
    wrapped: list[bool] = []
    for part in _FRACTION_OR_TABLE.split(markup):
        if part.startswith(("</mfrac", "</mtable")):
            parts.append(part + "</mstyle>" if wrapped and wrapped.pop() else part)
            continue
        if part.startswith(("<mfrac", "<mtable")):
            said = "".join(_SIZE.findall(part))
            wrapped.append(bool(said))
            part = f"<mstyle{said}>{_SIZE.sub('', part)}" if said else part
        parts.append(part)
    return "".join(parts)


def _without_style(match: re.Match[str]) -> str:
    """A tag whose style has become a class: `left` or `right` where it sets a column's side, none else."""
    return _STYLE.sub(_side, match[0]) if "style" in match[0] else match[0]


def _side(match: re.Match[str]) -> str:
    """The class that says what a style said about sides."""
    side = re.search(r"text-align: (left|right)", match[1])
    return f' class="{side[1]}"' if side else ""

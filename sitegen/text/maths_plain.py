"""TeX formulas as a line of Unicode, to be read aloud, searched, put into a tag: an approximation, never nothing."""

import re
import unicodedata
from functools import lru_cache

from sitegen.text.latex_symbols import BARE_ACCENTS, MARKS_AS_SIGNS, SYMBOLS

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_&~']|\s+|[^\\{}^_&~'\s]", re.DOTALL)
_LONGEST = 4000
_DEEPEST = 25

_HIGH = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ",
        strict=True,
    )
)
_LOW = dict(zip("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
_ORDINALS = frozenset({"st", "nd", "rd", "th", "e", "er", "re", "ème", "eme", "me", "ère", "nde", "de", "o", "a"})
_UNCHANGED = {"*": "*", "∗": "*", "∘": "°", "′": "′", "†": "†"}

_OVER = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0305", "vec": "\u20d7",
    "overrightarrow": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "breve": "\u0306",
    "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a", "underline": "\u0332", "underbar": "\u0332", "slashed": "\u0338", "not": "\u0338",
}  # fmt: skip
_ALPHABETS = {
    "mathbb": ("DOUBLE-STRUCK", 0x1D538, 0x1D552), "mathds": ("DOUBLE-STRUCK", 0x1D538, 0x1D552),
    "mathbbm": ("DOUBLE-STRUCK", 0x1D538, 0x1D552),
    "mathcal": ("SCRIPT", 0x1D49C, 0x1D4B6), "mathscr": ("SCRIPT", 0x1D49C, 0x1D4B6),
    "cal": ("SCRIPT", 0x1D49C, 0x1D4B6),
    "mathfrak": ("BLACK-LETTER", 0x1D504, 0x1D51E), "frak": ("BLACK-LETTER", 0x1D504, 0x1D51E),
}  # fmt: skip
_TEXT = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "mathrm mathbf mathit mathsf mathtt mathnormal text textrm textbf textit textsf texttt textup textnormal "
        "mbox hbox operatorname operatorname* "
        "boldsymbol bm pmb emph ensuremath mathop mathbin mathrel mathord mathopen mathclose mathpunct overbrace "
        "underbrace boxed substack textsc "
        "smash cancel textsuperscript textsubscript uppercase ce"
    ).split()
)
_FUNCTIONS = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim limsup "
        "liminf det dim ker hom arg deg "
        "gcd Pr bmod mod argmax argmin sgn tr Tr rank diag span Var Cov erf"
    ).split()
)
_BUILT = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "frac dfrac tfrac nicefrac sfrac cfrac binom dbinom tbinom sqrt stackrel overset underset xrightarrow begin "
        "end hspace hspace* vspace "
        "phantom color"
    ).split()
)
_NOTHING = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle displaystyle "
        "textstyle scriptstyle scriptscriptstyle "
        "limits nolimits rm it bf sf tt em sl sc protect relax nonumber notag mathstrut strut noindent label hfill"
    ).split()
)


@lru_cache(maxsize=4096)
def maths_plain(tex: str) -> str:
    r"""A formula in Unicode without markup; a formula of more than 4,000 characters stays TeX.

    >>> maths_plain(r"\frac{a}{b} \leq \sqrt{s+1}, x^2 \in \mathbb{R}^{n+1}")
    'a/b ≤ √(s+1), x² ∈ ℝⁿ⁺¹'
    """
    if len(tex) > _LONGEST:
        return tex
    plain = unicodedata.normalize("NFC", _Reader(_TOKEN.findall(tex)).run())
    return " ".join(plain.split()) or (" " if plain else tex)


class _Reader:
    """One walk over the tokens of a formula."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def run(self, closer: str = "") -> str:
        """What stands up to the closing token, or to the end."""
        out: list[str] = []
        self.depth += 1
        while self.at < len(self.tokens):
            part = self.tokens[self.at]
            self.at += 1
            if part == closer:
                break
            out.append(self.piece(part))
        self.depth -= 1
        return "".join(out)

    def piece(self, part: str) -> str:
        """What one token shows, with its arguments."""
        if part == "{":
            return self.run("}") if self.depth < _DEEPEST else ""
        if part == "^":
            return _script(self.argument(), _HIGH, "^")
        if part == "_":
            return _script(self.argument(), _LOW, "_")
        if part[0] == "\\" and len(part) > 1:
            return self.command(part[1:])
        return {"}": "", "&": " ", "~": " ", "'": "′", "\\": ""}.get(part, " " if part.isspace() else part)

    def argument(self) -> str:
        """The next argument: a group or one token."""
        self.blanks()
        if self.at >= len(self.tokens) or self.tokens[self.at] == "}" or self.depth >= _DEEPEST:
            return ""
        part = self.tokens[self.at]
        self.at += 1
        self.depth += 1
        shown = self.piece(part)
        self.depth -= 1
        return shown.strip()

    def option(self) -> str:
        """The next argument in brackets, or ""."""
        self.blanks()
        return self.bracketed() if self.at < len(self.tokens) and self.tokens[self.at] == "[" else ""

    def bracketed(self) -> str:
        """What stands in brackets from here on."""
        self.at += 1
        return self.run("]") if self.depth < _DEEPEST else ""

    def blanks(self) -> None:
        """Go past blanks."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1

    def command(self, name: str) -> str:
        """What a command shows, with its arguments."""
        if name in _OVER:
            return _over(self.argument(), _OVER[name])
        if name in _ALPHABETS:
            return "".join(_styled(c, *_ALPHABETS[name]) for c in self.argument())
        if name in _TEXT:
            return self.argument()
        if name in ("sp", "sb"):
            return self.piece("^" if name == "sp" else "_")
        if name in _FUNCTIONS:
            return self.function(name)
        if name in _BUILT:
            return self.built(name)
        if name in _NOTHING:
            return self.nothing(name)
        return self.symbol(name)

    def built(self, name: str) -> str:
        """A fraction, a root or another thing built of arguments."""
        if name.endswith("frac"):
            return f"{_grouped(self.argument())}/{_grouped(self.argument())}"
        if name.endswith("binom"):
            return f"({self.argument()} choose {self.argument()})"
        if name == "sqrt":
            return f"{_script(self.option(), _HIGH, '')}√{_grouped(self.argument())}"
        if name in ("stackrel", "overset", "underset", "xrightarrow"):
            return self.stacked(name)
        if self.argument() in ("array", "alignat", "alignat*") and name == "begin":
            self.argument()
        return "" if name in ("begin", "end") else " "

    def nothing(self, name: str) -> str:
        """What a command that shows nothing leaves: blanks go with it, and the dot that stands for no bracket."""
        self.blanks()
        if name in ("left", "right") and self.at < len(self.tokens) and self.tokens[self.at] == ".":
            self.at += 1
        return ""

    def function(self, name: str) -> str:
        """A function's name, with a blank before a letter that follows."""
        self.blanks()
        following = self.tokens[self.at] if self.at < len(self.tokens) else ""
        return f"{name} " if following[:1].isalnum() or following[:1] == "\\" else name

    def stacked(self, name: str) -> str:
        """The main one of two things that stand above each other."""
        if name == "xrightarrow":
            self.argument()
            return "→"
        above, main = self.argument(), self.argument()
        return {"=": "≝"}.get(main, main) if above == "def" else main

    def symbol(self, name: str) -> str:
        """A symbol; an unknown command shows its argument, which follows anyway, or its name when there is none."""
        if name == "\\":
            return "; "
        if name in MARKS_AS_SIGNS:
            return " " if MARKS_AS_SIGNS[name] == "\u202f" else MARKS_AS_SIGNS[name]
        shown = SYMBOLS.get(name)
        if shown is None:
            return "" if self.at < len(self.tokens) and self.tokens[self.at] == "{" else name
        if shown and shown[-1].isalpha():
            self.blanks()
        return shown


def _script(content: str, table: dict[str, str], sign: str) -> str:
    """A superscript or subscript in Unicode where there are characters for all of it, else after its sign."""
    if sign == "^" and (content in _ORDINALS or content in _UNCHANGED):
        return _UNCHANGED.get(content, content)
    if content and all(c in table for c in content):
        return "".join(table[c] for c in content)
    if not content:
        return ""
    return f"{sign}{content}" if len(content) == 1 else f"{sign}({content})"


def _grouped(content: str) -> str:
    """A numerator or what stands under a root, in parentheses where it has parts."""
    is_one = len(content) == 1 or content.replace(".", "").isalnum() or _is_enclosed(content)
    return content if is_one else f"({content})"


def _is_enclosed(content: str) -> bool:
    """Whether there are parentheses around the whole already."""
    return content.startswith("(") and content.endswith(")") and "(" not in content[1:-1] and ")" not in content[1:-1]


def _over(content: str, accent: str) -> str:
    """An accent over a letter, or over each of several for lines; over longer things it is left out.

    Over nothing it stands alone.
    """
    if not content:
        return BARE_ACCENTS.get(accent, "")
    if len(content) == 1 or accent == "\u0338":
        return f"{content[0]}{accent}{content[1:]}"
    return "".join(f"{c}{accent}" for c in content) if accent in "\u0305\u0332" and content.isalnum() else content


def _styled(letter: str, style: str, upper: int, lower: int) -> str:
    """A letter of a mathematical alphabet; itself where the alphabet lacks it."""
    if "A" <= letter <= "Z":
        shown = chr(upper + ord(letter) - ord("A"))
    elif "a" <= letter <= "z":
        shown = chr(lower + ord(letter) - ord("a"))
    elif letter.isdecimal() and style == "DOUBLE-STRUCK":
        return chr(0x1D7D8 + int(letter))
    else:
        return letter
    return shown if unicodedata.name(shown, "") else _early(letter, style)


def _early(letter: str, style: str) -> str:
    """A letter that Unicode had before the mathematical alphabets, in the block of letterlike symbols."""
    kind = "CAPITAL" if letter.isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"{style} {kind} {letter.upper()}")
    except KeyError:
        return letter

"""Rich text to LaTeX, as a BibTeX field's value: what `read_latex` reads back as the same text."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from sitegen.text.addresses import unlatex_address, web_address
from sitegen.text.formulas import dollar_formula, tidy
from sitegen.text.latex_commands import LANGUAGES
from sitegen.text.latex_symbols import ACCENTS, GREEK, LETTERS, PUNCTUATION, SIGNS, SYMBOLS
from sitegen.text.rich import BLOCKS, Break, Items, Link, Maths, Node, Paragraph, Span, Text

_COMMANDS = {
    "em": "emph", "i": "textit", "strong": "textbf", "b": "textbf", "code": "texttt", "sc": "textsc",
    "sup": "textsuperscript",
    "sub": "textsubscript", "u": "underline", "q": "enquote",
}  # fmt: skip
_BABEL = {tag: name for name, tag in reversed(LANGUAGES.items())}

_SPECIAL = re.compile(r"<(?=[A-Za-z/])|,(?=,)|-(?=-)|[\\{}$&%#_^~'`„‘’“”–—\u00a0\u202f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WRITTEN = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "%": "\\%", "#": "\\#", "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}", "'": "\\textquotesingle{}", "`": "\\textasciigrave{}", "<": "\\textless{}",
    "\u00a0": "~", "\u202f": "\\,",
    "„": "\\quotedblbase{}", "-": "-{}", ",": ",{}",
}  # fmt: skip
_TYPOGRAPHIC = {"’": "'", "–": "--", "—": "---", "“": "``", "‘": "`", "”": "''"}
_NAMED = {
    "’": "\\textquoteright{}", "“": "\\textquotedblleft{}", "‘": "\\textquoteleft{}", "”": "\\textquotedblright{}",
}  # fmt: skip

_CLASHES = {"’": "’”'", "”": "’”'", "–": "-–—", "—": "-–—", "“": "“‘`", "‘": "“‘`"}

_ACCENT_NAMES = {mark: name for name, mark in reversed(ACCENTS.items())}
_LETTER_NAMES = {
    letter: name
    for name, letter in reversed(LETTERS.items())
    if not letter.isascii() and not name.lower().startswith("cyr")
}
_SIGN_NAMES = {
    sign: name
    for table in (GREEK, SIGNS, PUNCTUATION)
    for name, sign in reversed(table.items())
    if len(sign) == 1 and not sign.isascii() and SYMBOLS[name] == sign and name.startswith(("text", "guil", "quote"))
}


def to_latex(text: Text, *, ascii_only: bool = False) -> str:
    r"""The text as the value of a BibTeX field, in UTF-8; with `ascii_only` in ASCII as far as LaTeX has commands.

    >>> to_latex(Text(("50 % of ", Span("nocase", ("DNA",)), " – ", Span("em", ("in vivo",)))))
    '50 \\% of {DNA} -- \\emph{in vivo}'
    >>> to_latex(Text.of("Erdős"), ascii_only=True)
    'Erd{\\H{o}}s'
    """
    return _run(text.nodes, _ascii if ascii_only else _utf8)


Writer = Callable[[str], str]


def _run(nodes: Sequence[Node], words: Writer) -> str:
    """Nodes in a row; blocks parted by blank lines."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return words(nodes[0])
    if any(isinstance(node, BLOCKS) for node in nodes):
        return "\n\n".join(_node(node, words) for node in nodes)
    return "".join(_node(node, words) for node in nodes)


def _node(node: Node, words: Writer) -> str:
    """One node."""
    match node:
        case str():
            return words(node)
        case Span():
            return _span(node, words)
        case Link():
            return _link(node, words)
        case Maths():
            return _formula(node)
        case Break():
            return "\\\\ "
        case Paragraph(children=children):
            return _run(children, words)
        case Items():
            return _items(node, words)


def _span(span: Span, words: Writer) -> str:
    """Text under a mark; a command at the beginning would unmake protecting braces (BibTeX's "special characters")."""
    content = _run(span.children, words)
    if span.mark != "nocase":
        content = f"\\{_COMMANDS[span.mark]}{{{content}}}"
    if span.lang in _BABEL:
        return f"\\foreignlanguage{{{_BABEL[span.lang]}}}{{{content}}}"
    if span.mark == "nocase":
        return f"{{{{}}{content}}}" if content.startswith("\\") else f"{{{content}}}"
    return content


def _link(link: Link, words: Writer) -> str:
    r"""A link; `\url` where it shows its own address."""
    shown = link.children[0] if len(link.children) == 1 else None
    if (
        isinstance(shown, str)
        and not set(shown) & set("\\{} ")
        and web_address(shown) == link.url
        and unlatex_address(shown) == shown
        and (words is _utf8 or shown.isascii())
    ):
        return f"\\url{{{shown}}}"
    return f"\\href{{{link.url}}}{{{_run(link.children, words)}}}"


def _formula(maths: Maths) -> str:
    """A formula between delimiters that lead back to it; a digit after a dollar could make money of it."""
    tex = maths.tex
    if maths.display:
        return tex if tex.startswith("\\begin{") and tidy(tex) == tex else f"\\[{tex}\\]"
    if dollar_formula(f"{tex}$0", 0) == len(tex) and not tex.startswith("$"):
        return f"${tex}$"
    return f"\\({tex}\\)" if "\\)" not in tex else f"\\ensuremath{{{tex}}}"


def _items(items: Items, words: Writer) -> str:
    """A list."""
    name = "enumerate" if items.ordered else "itemize"
    written = []
    for each in items.items:
        content = _run(each, words)
        written.append(f"\\item {{}}{content}\n" if content.startswith("[") else f"\\item {content}\n")
    return f"\\begin{{{name}}}\n{''.join(written)}\\end{{{name}}}"


def _utf8(words: str) -> str:
    """Words with LaTeX's signs escaped."""
    return _SPECIAL.sub(_escaped, words)


def _ascii(words: str) -> str:
    """Words in ASCII as far as LaTeX has commands for them."""
    return _NOT_ASCII.sub(_named, _utf8(words))


def _escaped(match: re.Match[str]) -> str:
    """One sign that means something to LaTeX or to `read_latex`."""
    sign = match[0]
    if sign in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[sign] if _is_alone(match) else _NAMED.get(sign, sign)
    if sign == "\u00a0" and match.string[match.start() - 1 : match.start()] == "/":
        return "{}~"
    if sign == "&" and match.string.startswith("amp;", match.end()):
        return "\\&{}"
    return _WRITTEN[sign]


def _is_alone(match: re.Match[str]) -> bool:
    """Whether a dash or quotation mark has no neighbour with which its ASCII form would run together."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    clashes = _CLASHES[match[0]]
    if before and (before in clashes or (match[0] in "“‘" and before in "!?")):
        return False
    return not after or after not in clashes


def _named(match: re.Match[str]) -> str:
    """A character by its LaTeX command; itself where there is none."""
    letter = match[0]
    if letter in _LETTER_NAMES:
        return f"{{\\{_LETTER_NAMES[letter]}}}"
    if letter in _SIGN_NAMES:
        return f"\\{_SIGN_NAMES[letter]}{{}}"
    base, *marks = tuple(unicodedata.normalize("NFD", letter))
    if not marks or not base.isascii() or not base.isalpha() or any(mark not in _ACCENT_NAMES for mark in marks):
        return letter
    written = f"\\{base}" if base in "ij" and unicodedata.combining(marks[0]) == 230 else base
    for mark in marks:
        braced = written if written.startswith("{") else f"{{{written}}}"
        written = f"{{\\{_ACCENT_NAMES[mark]}{braced}}}"
    return written

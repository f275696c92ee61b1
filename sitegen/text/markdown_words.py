"""Words out of pages and settings of other site programs: rich text for entries, clean Markdown for pages."""

import html
import re

from sitegen.text.latex import read_latex
from sitegen.text.rich import Text

_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=[^\s*])([^*\n\\{}]{1,300})(?<=\S)\*{1,2}(?![\w*])")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,1000}\)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_LIQUID = re.compile(r"\{%[^%{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}|^\{:[^{}\n]{0,300}\}[ \t]*$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


def rich(markdown: str) -> Text:
    """Markdown of a title or an abstract as rich text: emphasis, formulas and HTML's entities are understood.

    >>> rich("On *Drosophila* &amp; $x^2$").to_plain()
    'On Drosophila & x²'
    """
    text = _LINK.sub(r"\1", _TAG.sub("", html.unescape(markdown.strip())))
    return read_latex(_EMPHASIS.sub(r"\\emph{\1}", text))[0]


def page(markdown: str) -> str:
    r"""A page of another program as plain Markdown: without its tags of HTML, Liquid and Hugo.

    >>> page("# Hi\n<div class='a'>{% include x.html %}\n\n\n\nText {{ site.x }}</div>\n")
    '# Hi\n\nText\n'
    """
    text = _TAG.sub("", _LIQUID.sub("", _COMMENT.sub("", markdown)))
    lines = (line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip() + "\n"

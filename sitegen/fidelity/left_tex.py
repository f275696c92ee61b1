"""TeX that is still to be seen on a page: commands, stray dollars, empty braces, dashes and quotes as typed."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from sitegen.fidelity.article_page import following
from sitegen.fidelity.letters import FORMULA

_SIGN = re.compile(
    r"\\[A-Za-z]{2,}|\\[\"'`^~=.&%$#_{}-]|(?<![\w$])\$[^$\s]|\{\}|\{[^\s{}]{1,40}\}|``|''|(?<![-\w])---?(?![-\w])|(?<=[A-Za-z0-9])--(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z.,])~(?=[A-Za-z(])"
)
_IN_ADDRESS = re.compile(r"\S*(?:://|www\.|@|/~)\S*")
_BLOCKS = frozenset({"p", "li", "div", "br", "td", "dd", "dt", "h1", "h2", "h3", "section", "bdi", "a"})
_COUNT = "n"
"""Class of the numbers that stand behind a name, set off by the style sheet alone."""
_UNREAD = frozenset({"script", "style", "pre", "code", "math", "svg", "template"})
_AROUND = ".,:;()[]“”‘’\"'"
_MONEY = re.compile(r"\$\d")


def left_tex(text: str) -> Iterator[str]:
    r"""The words of a text for readers that look like TeX.

    >>> list(left_tex(r"On \emph{knots}, at https://a.example/~me for $5 -- and a"))
    ['\\emph{knots}', '--']
    """
    if not any(sign in text for sign in ("\\", "$", "{", "~", "``", "''", "--")):
        return
    for word in text.split():
        found = _SIGN.search(word)
        if found and not _IN_ADDRESS.fullmatch(word) and not _MONEY.match(word, found.start()):
            yield word.strip(_AROUND)


def left_in_page(tree: LexborHTMLParser) -> Iterator[str]:
    """The words that look like TeX on a page and in what its head tells machines; records and code are left out."""
    for node in tree.css("head title, head meta[content]"):
        yield from left_tex(node.attributes.get("content") or node.text())
    parts: list[str] = []
    body = tree.body
    at = body
    while at is not None and body is not None:
        tag = at.tag
        if tag == "-text":
            parts.append(at.text_content or "")
        elif tag in _BLOCKS or at.attributes.get("class") == _COUNT:
            parts.append(" ")
        elif tag in ("math", "code"):
            parts.append(FORMULA)
        at = following(at, body, into=tag not in _UNREAD)
    yield from left_tex("".join(parts))

"""The only place that calls a string safe HTML: what comes from here stands in a page as it is."""

import re

from markupsafe import Markup, escape

from sitegen.text.json_text import compact
from sitegen.text.rich import Text

_SPECIAL = re.compile("[&<>\"']").search
NARROW = 28
"""Characters of a record in a line on the narrowest phones."""
Html = Markup
"""A string that stands in a page as it is."""


def safe(html: str) -> Markup:
    """HTML that our own code made from escaped or sanitised parts. Never call it with words of a source."""
    return str.__new__(Markup, html)  # without asking whether it is HTML already


def written(value: object) -> str:
    """A value as it stands in a page, escaped where it is not HTML already.

    >>> written("a & b"), written(Markup("a &amp; b")), written("plain"), written(1)
    (Markup('a &amp; b'), Markup('a &amp; b'), 'plain', Markup('1'))
    """
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)


def text_html(text: Text | str, lang: str = "") -> Markup:
    """Inline HTML of a text; with a language inside a `<span lang>`.

    >>> text_html(Text.of("a < b"), "de")
    Markup('<span lang="de">a &lt; b</span>')
    """
    inner = escape(text) if isinstance(text, str) else safe(text.to_html())
    return safe(f'<span lang="{escape(lang)}">{inner}</span>') if lang and inner else inner


def blocks_html(text: Text | str, lang: str = "") -> Markup:
    """HTML of a text in paragraphs and lists; with a language inside a `<div lang>`.

    >>> blocks_html(Text.of("One & two"))
    Markup('<p>One &amp; two</p>')
    """
    inner = safe((Text.of(text) if isinstance(text, str) else text).to_blocks_html())
    return safe(f'<div lang="{escape(lang)}">{inner}</div>') if lang and inner else inner


def content_html(text: str) -> Markup:
    """Plain text as the content of an element, never in an attribute: its quotes stay, which saves JSON a fifth.

    >>> content_html('{"a": "<b>"}')
    Markup('{"a": "&lt;b&gt;"}')
    """
    return safe(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def record_html(text: str) -> Markup:
    r"""A record as the content of an element; a key of BibTeX that makes its line too long for a phone may begin one.

    >>> record_html("@misc{euclid300bcelementsofgeometry,\n}")
    Markup('@misc{<wbr>euclid300bcelementsofgeometry,\n}')
    """
    shown = content_html(text)
    long = text.startswith("@") and len(text.partition("\n")[0]) > NARROW
    return safe(str.replace(shown, "{", "{<wbr>", 1)) if long else shown


_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_for_script(value: object) -> Markup:
    r"""JSON that may stand inside a `<script>`, which nothing in it can close or open (HTML, section 4.12.1.3).

    >>> json_for_script({"a": "</script>"})
    Markup('{"a":"\\u003c/script\\u003e"}')
    """
    text = compact(value)
    for sign, escaped in _IN_SCRIPT.items():
        text = text.replace(sign, escaped)
    return safe(text)

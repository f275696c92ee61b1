"""What a manual needs of Markdown, as a forge shows it too: remarks, code with a heading, links from file to file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

REMARKS = ("note", "tip", "important", "warning", "caution")
"""Kinds of remarks: a quotation that begins with `[!NOTE]`, as GitHub writes them."""
CODE = '<figure class="code">'
"""How a block of code begins in a page's HTML."""

_REMARK = re.compile(r"\s*\[!(" + "|".join(REMARKS) + r")\][ \t]*(?:\n|$)", re.IGNORECASE)
_CODE = re.compile(r"(?:<p><code>([^<\n]{1,200})</code></p>\s*)?(<pre>.*?</pre>)", re.DOTALL)
_HEADING = re.compile(r'<h([23]) id="(h-[\w-]+)">(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is read beyond its Markdown.

    remarks: what a kind of remark is called, by its word in REMARKS; the word itself where nothing is said.
    follow: the address of another file of the content as its page links to it, "" to leave the link as it is.
    """

    remarks: Mapping[str, str] = field(default_factory=dict)
    follow: Callable[[str], str] = lambda _path: ""


PLAIN = Manner()
"""English words, and links as they are written."""


def register(parser: Markdown, manner: Manner) -> None:
    """Let a parser read remarks, code with a heading, and links from file to file."""
    parser.treeprocessors.register(_Remarks(parser, manner), "remarks", 4)
    parser.treeprocessors.register(_Links(parser, manner), "file_links", 3)
    parser.postprocessors.register(_Code(parser), "code_figures", 25)


class _Remarks(Treeprocessor):
    """Makes a quotation that begins with `[!NOTE]` a remark."""

    def __init__(self, parser: Markdown, manner: Manner) -> None:
        super().__init__(parser)
        self.manner = manner

    def run(self, root: Element) -> None:
        """Find them."""
        for quotation in root.iter("blockquote"):
            first = quotation[0] if len(quotation) else None
            begins = _REMARK.match(first.text or "") if first is not None and first.tag == "p" else None
            if first is None or begins is None:
                continue
            kind = begins[1].lower()
            first.text = (first.text or "")[begins.end() :]
            quotation.tag = "div"
            quotation.set("class", f"remark {kind}")
            if not first.text.strip() and not len(first):
                quotation.remove(first)
            label = Element("p")
            SubElement(label, "strong").text = self.manner.remarks.get(kind, kind.capitalize())
            quotation.insert(0, label)


class _Links(Treeprocessor):
    """Leads links to other files of the content to their pages, and fragments to headings."""

    def __init__(self, parser: Markdown, manner: Manner) -> None:
        super().__init__(parser)
        self.manner = manner

    def run(self, root: Element) -> None:
        """Find them."""
        ids = {element.get("id") for element in root.iter() if element.get("id")}
        for element in root.iter():
            for attribute in ("href", "src"):
                written = element.get(attribute)
                if written:
                    element.set(attribute, self._led(written, ids))

    def _led(self, written: str, ids: set[str | None]) -> str:
        """A link as the page has it."""
        path, sign, fragment = written.partition("#")
        if not path:
            return f"#h-{fragment}" if fragment not in ids and f"h-{fragment}" in ids else written
        address = self.manner.follow(path)
        if not address:
            return written
        own = fragment if fragment.startswith("h-") or not fragment else f"h-{fragment}"
        return f"{address}{sign}{own}"


class _Code(Postprocessor):
    """Puts each block of code into a figure; a paragraph above it that is nothing but code is its heading."""

    def run(self, text: str) -> str:
        """Wrap them."""
        return _CODE.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    """A block of code with its heading."""
    heading = f"<figcaption>{match[1]}</figcaption>" if match[1] else ""
    return f"{CODE}{heading}{match[2]}</figure>"


def headings(html: str) -> Iterator[tuple[int, str, str]]:
    """Headings of the second and third level in a page's sanitised HTML: level, id, words.

    >>> list(headings('<h2 id="h-us">About <em>us</em> &amp; you</h2>'))
    [(2, 'h-us', 'About us & you')]
    """
    for match in _HEADING.finditer(html):
        yield int(match[1]), match[2], unescape(_TAG.sub("", match[3])).strip()

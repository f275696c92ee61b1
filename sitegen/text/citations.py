"""Citations in Markdown as pandoc reads them: `[see @key, p. 3; @other]`, `[-@key]`, `@key` and `@key [p. 3]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

MARK = "citedhere"
_SIGN = re.compile(r"(?<![\w.+@/-])(-?)@(?=[\w{])")
_KEY = r"(\{[^{}\s]{1,200}\}|\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200})"
_ESCAPED = re.compile("\x02(\\d+)\x03")
_LABELS = {
    "book": "bk bks book books", "chapter": "chap chaps chapter chapters", "column": "col cols column columns",
    "equation": "eq eqs equation equations", "figure": "fig figs figure figures", "folio": "fol fols folio folios",
    "issue": "no nos number numbers issue issues", "line": "l ll line lines", "note": "n nn note notes",
    "opus": "op opp opus opera", "page": "p pp page pages", "paragraph": "para paras paragraph paragraphs ¶ ¶¶",
    "part": "pt pts part parts", "section": "sec secs section sections § §§",
    "sub-verbo": "s.v s.vv", "table": "tab tabs table tables", "theorem": "thm thms theorem theorems",
    "verse": "v vv verse verses", "volume": "vol vols volume volumes",
}  # fmt: skip
LABELS = {word: label for label, words in _LABELS.items() for word in words.split()}
"""Words before a locator, without their full stop, to CSL's labels (CSL 1.0.2, "Locators")."""
_LOCATOR = re.compile(
    r"\s*,?\s*(?:([^\W\d]{1,12}|s\.vv?|§§?|¶¶?)\.?\s*)?(\d[\w:.]{0,20}(?:\s?[,–-]\s?\d[\w:.]{0,20}){0,20})"
)


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in a citation. line: of the file. label: what kind of place the locator is, in CSL's words."""

    key: str
    line: int = field(default=0, compare=False)
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = "page"
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation. in_text: whether its author belongs to the sentence. source: as it was written."""

    cites: tuple[Cite, ...]
    in_text: bool = False
    source: str = ""


class Citer:
    """The citations of one page, and the words that stand for them in its HTML.

    first_line: the number of the page's first line in its file.
    """

    def __init__(self, source: str, first_line: int = 1) -> None:
        self.name = MARK
        while self.name in source:
            self.name += "x"
        self.first_line = first_line
        self.found: list[Citation] = []
        self._word = re.compile(rf"{self.name}\d+z")
        self._place = re.compile(rf"(<span>)?{self.name}at(\d+)z(</span>)?")
        self._cite = re.compile(rf"(.*?)(-?)@{self.name}(\d+)z{_KEY}(.*)", re.DOTALL)

    def tagged(self, source: str) -> str:
        """The source with the number of its line behind each sign that may begin a key."""
        if "@" not in source:
            return source
        lines = source.split("\n")
        return "\n".join(
            _SIGN.sub(rf"\g<1>@{self.name}{number}z", line) if "@" in line else line
            for number, line in enumerate(lines, self.first_line)
        )

    def untagged(self, text: str) -> str:
        """Text without those numbers."""
        return self._word.sub("", text) if self.name in text else text

    def unmarked(self, html: str) -> str:
        """HTML in which only citations have words that stand for them; in an attribute they are as they were written.

        html: sanitised, in which no one but this class makes a `<span>`.
        """
        return self._place.sub(self._kept, self.untagged(html)) if self.name in html else html

    def _kept(self, match: re.Match[str]) -> str:
        """A word between its tags, or the source of its citation."""
        if match[1] and match[3]:
            return match[0]
        number = int(match[2])
        return escape(self.found[number].source) if number < len(self.found) else ""

    def words(self, text: str) -> str:
        """Text without any word of ours."""
        return re.sub(rf"{self.name}(?:at)?\d+z", "", text)

    def register(self, parser: Markdown) -> None:
        r"""Let a parser of Markdown find citations; `\@` is no sign of one."""
        parser.ESCAPED_CHARS.append("@")
        parser.inlinePatterns.register(_Bracketed(self, parser), "citation", 172)
        parser.inlinePatterns.register(_Bare(self, parser), "citation_in_text", 75)

    def cites(self, inside: str) -> tuple[Cite, ...]:
        """The works in brackets; none where anything in them is no cite."""
        found = []
        for part in inside.split(";"):
            match = self._cite.fullmatch(part.strip())
            if not match or match[1][-1:].isalnum():
                return ()
            found.append(_cite(match, *_located(match[5])))
        return tuple(found)

    def element(self, citation: Citation) -> Element:
        """What stands for a citation."""
        span = Element("span")
        span.text = AtomicString(f"{self.name}at{len(self.found)}z")
        self.found.append(citation)
        return span


def _cite(match: re.Match[str], label: str, locator: str, suffix: str) -> Cite:
    """A cite from its parts."""
    return Cite(match[4].strip("{}"), int(match[3]), match[1], suffix, locator, label, suppress_author=bool(match[2]))


def _located(rest: str) -> tuple[str, str, str]:
    """Label, locator and suffix in what stands behind a key.

    >>> _located(", chap. 3, and passim"), _located(" 33-35"), _located(" in short")
    (('chapter', '3', ', and passim'), ('page', '33-35', ''), ('page', '', ' in short'))
    """
    match = _LOCATOR.match(rest)
    label = LABELS.get((match[1] or "p").lower(), "") if match else ""
    if not match or not label:
        return "page", "", rest
    return label, match[2], rest[match.end() :]


def places(html: str, name: str) -> Iterator[tuple[str, int]]:
    """HTML before each citation's place, with its number; at last the rest, with -1. name: of a `Citer`."""
    pieces = re.split(rf"<span>{name}at(\d+)z</span>", html)
    for at in range(0, len(pieces) - 1, 2):
        yield pieces[at], int(pieces[at + 1])
    yield pieces[-1], -1


_Found = tuple[Element | None, int | None, int | None]


class _Bracketed(InlineProcessor):
    """Citations in brackets, before links are looked for."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, citer: Citer, parser: Markdown) -> None:
        super().__init__(r"\[([^\[\]]{1,2000})\](?![\[(:])", parser)
        self.citer = citer

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802, ARG002
        """The element of a citation; nothing for other brackets."""
        if self.citer.name not in m[1]:
            return None, None, None
        cites = self.citer.cites(_plain(self, m[1]))
        if not cites:
            return None, None, None
        source = self.citer.untagged(_plain(self, m[0]))
        return self.citer.element(Citation(cites, source=source)), m.start(0), m.end(0)


class _Bare(InlineProcessor):
    """Keys in the sentence, once links and addresses are found."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, citer: Citer, parser: Markdown) -> None:
        super().__init__(rf"()(-?)@{citer.name}(\d+)z{_KEY}(?: ?\[([^\[\]]{{1,200}})\](?![\[(:]))?", parser)
        self.citer = citer

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802, ARG002
        """The element of a citation."""
        inside = _plain(self, m[5] or "")
        label, locator, suffix = _located(f", {inside}" if inside else "")
        if self.citer.name in inside:
            return None, None, None
        citation = Citation(
            (_cite(m, label, locator, suffix),), in_text=not m[2], source=self.citer.untagged(_plain(self, m[0]))
        )
        return self.citer.element(citation), m.start(0), m.end(0)


def _plain(processor: InlineProcessor, text: str) -> str:
    """Text with what the parser has put aside: code, and escaped signs."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), processor.unescape(text))

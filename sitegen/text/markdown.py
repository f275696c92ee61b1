"""The owner's pages: Markdown to sanitised HTML, and the settings at their head."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from sitegen.text.addresses import web_address
from sitegen.text.citations import Citation, Citer
from sitegen.text.markdown_blocks import Block, parts, without_blocks
from sitegen.text.markdown_guard import Guard
from sitegen.text.markdown_manual import PLAIN, REMARKS, Manner, register
from sitegen.text.slugs import slug

FRONT_MATTER = 65_536
"""Characters the settings at the head of a page may have."""

_EXTENSIONS = ["tables", "fenced_code", "footnotes", "sane_lists", "def_list"]
_TAGS = set(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd a em strong code pre blockquote table thead tbody tfoot tr th td caption "  # noqa: SIM905 -- a table of words reads best without quotes
    "img hr br sup sub "
    "figure figcaption div span del ins kbd abbr".split()
)
_ATTRIBUTES = {
    "*": {"id"}, "a": {"href", "title"}, "img": {"src", "alt", "title"}, "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"}, "abbr": {"title"},
}  # fmt: skip
_CLASSES = {"div": {"footnote", "remark", *REMARKS}, "figure": {"code"}, "a": {"footnote-ref", "footnote-backref"}}
_ID = re.compile(r"h-[\w-]{1,80}|fn(?:ref\d*)?:[\w-]{1,80}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSAFE_PATH = re.compile(
    r"^//|^[^/?#]*:|[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]"
)
"""No path of a site: another host, a colon that only a scheme may have (RFC 3986, section 4.2), signs nobody sees."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t]*#*")
_TITLE = re.compile(r"\A\s*<h1(?:| [^<>]*)>.*</h1>\s*")
_SETTING = re.compile(r"([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*(.*)")
_INLINE_MARKS = re.compile(r"\[([^\[\]]{0,300})\]\([^()]{0,1000}\)|[*`]+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown: sanitised HTML and blocks, its citations, and the name of the words that stand for them."""

    parts: tuple[str | Block, ...]
    citations: tuple[Citation, ...] = ()
    mark: str = ""


def page_html(source: str, limit: int = 200_000) -> str:
    """Markdown as sanitised HTML; what stands after `limit` characters is left out.

    Raw HTML shows as it is written. Headings get ids that begin with `h-`. Links are http, https, mailto or relative,
    images are relative. Never raises: what is nested too deeply to be read is shown as plain paragraphs.

    >>> page_html("# About *us*")
    '<h1 id="h-about-us">About <em>us</em></h1>'
    """
    return _html(source[:limit].replace("\r\n", "\n"), None, PLAIN)


def _html(source: str, citer: Citer | None, manner: Manner) -> str:
    """Markdown as sanitised HTML. citer: finds citations, None where they are words like others."""
    source = source.replace("\x02", "").replace("\x03", "")
    guard = Guard(source)
    try:
        html = _cleaned(guard.restored(_markdown(citer, manner).convert(guard.guarded(source))))
    except (RecursionError, ValueError, AssertionError, IndexError):
        html = _as_words(source)
    return citer.unmarked(html) if citer else html


def page_parts(source: str, info: str, limit: int = 200_000, first_line: int = 1, manner: Manner = PLAIN) -> Page:
    r"""A page as `page_html` gives it, with its fenced blocks that begin with the word `info` between the HTML.

    first_line: the number of the source's first line in its file. manner: words of remarks, and where links lead.

    >>> page_parts("One\n```works\nlimit = 3\n```\ntwo", "works").parts
    ('<p>One</p>', Block(line=2, text='limit = 3', above=0, is_open=False), '<p>two</p>')
    >>> page_parts("See [@doe, p. 3].", "works").citations[0].cites
    (Cite(key='doe', line=1, prefix='', suffix='', locator='3', label='page', suppress_author=False),)
    """
    source = source[:limit].replace("\r\n", "\n")
    citer = Citer(source, first_line)
    parted = without_blocks(citer.tagged(source), info)
    found = parts(_html(parted.source, citer, manner), parted)
    return Page(
        tuple(replace(part, text=citer.untagged(part.text)) if isinstance(part, Block) else part for part in found),
        tuple(citer.found),
        citer.name,
    )


def cited_html(source: str, limit: int = 200_000, first_line: int = 1) -> Page:
    """Markdown as `page_html` gives it, in one part, with its citations. first_line: the source's first in its file.

    >>> cited_html("As in [@doe].", first_line=7).citations[0].cites[0].line
    7
    """
    source = source[:limit].replace("\r\n", "\n")
    citer = Citer(source, first_line)
    return Page((_html(citer.tagged(source), citer, PLAIN),), tuple(citer.found), citer.name)


def _cleaned(html: str) -> str:
    """HTML with what is on the lists, and nothing else."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
        allowed_classes=_CLASSES,
    )


def _markdown(citer: Citer | None, manner: Manner) -> Markdown:
    """A parser without raw HTML."""
    parser = Markdown(extensions=_EXTENSIONS, output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    if citer:
        citer.register(parser)
    parser.treeprocessors.register(_HeadingIds(parser, citer), "heading_ids", 5)
    register(parser, manner)
    return parser


class _HeadingIds(Treeprocessor):
    """Gives every heading an id of its own, made from its words."""

    def __init__(self, parser: Markdown, citer: Citer | None) -> None:
        super().__init__(parser)
        self.citer = citer

    def run(self, root: Element) -> None:
        """Set the ids."""
        seen: Counter[str] = Counter()
        for element in root.iter():
            if element.tag in _HEADINGS:
                words = "".join(element.itertext())[:400]
                name = slug((self.citer.words(words) if self.citer else words)[:200])
                seen[name] += 1
                element.set("id", f"h-{name}" if seen[name] == 1 else f"h-{name}-{seen[name]}")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """An attribute's value as it may stand; None to leave it out."""
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "href":
        return _followed(value)
    if name == "src":
        return None if _SCHEME.match(value) or _UNSAFE_PATH.search(value) or value.startswith("/") else value
    return value if tag else None


def _followed(value: str) -> str | None:
    """A link's target: a checked address, or a path below the page's own site."""
    if _SCHEME.match(value):
        return web_address(value) or None
    return None if _UNSAFE_PATH.search(value) else value


def _as_words(source: str) -> str:
    """The source as plain paragraphs."""
    paragraphs = (part.strip() for part in re.split(r"\n[ \t]*\n", source))
    return "\n".join(f"<p>{escape(part)}</p>" for part in paragraphs if part)


def front_matter(source: str) -> tuple[dict[str, object], str]:
    r"""The settings at the head of a page, and the rest: TOML between `+++` lines, or `key: value` between `---` lines.

    Values of the second kind are strings; no YAML is read. What has no end, or cannot be read, stays text.

    >>> front_matter("---\ntitle: About us\n---\nHello")
    ({'title': 'About us'}, 'Hello')
    """
    fence, _, rest = source[: FRONT_MATTER + 8].partition("\n")
    fence = fence.rstrip()
    if fence not in ("+++", "---"):
        return {}, source
    end = re.search(rf"^{re.escape(fence)}[ \t\r]*(?:\n|\Z)", rest, re.MULTILINE)
    if not end:
        return {}, source
    settings = _toml(rest[: end.start()]) if fence == "+++" else _settings(rest[: end.start()])
    if settings is None:
        return {}, source
    return settings, source[source.index("\n") + 1 + end.end() :]


def _toml(text: str) -> dict[str, object] | None:
    """TOML settings; None when they cannot be read."""
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None


def _settings(text: str) -> dict[str, object]:
    """`key: value` lines; lines of another form are passed over."""
    settings: dict[str, object] = {}
    for line in text.splitlines():
        match = _SETTING.fullmatch(line.rstrip())
        if match:
            settings.setdefault(match[1], _unquoted(match[2]))
    return settings


def _unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def first_heading(source: str) -> str:
    r"""The words of the first heading, without marks; "" when there is none among the first 200 lines.

    >>> first_heading("Hello\n\n# About *our* [lab](x)")
    'About our lab'
    """
    lines = source[:100_000].split("\n", 200)[:200]
    fenced = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        fence = line.strip()[:3]
        if fence in ("```", "~~~"):
            fenced = "" if fence == fenced else fenced or fence
        match = _HEADING.fullmatch(line.rstrip()[:1000])
        if match and not fenced:
            return _words(match[1])
        is_underlined = len(following) > 2 and not following.rstrip().strip("=")
        if is_underlined and not fenced and line.strip() and not line.startswith(("#", ">", "    ")):
            return _words(line[:1000])
    return ""


def without_title(html: str) -> str:
    """A page's HTML without the heading of the first level that it begins with: the page shows its title itself.

    >>> without_title('<h1 id="h-us">Us</h1> <p>We are here.</p>')
    '<p>We are here.</p>'
    """
    return _TITLE.sub("", html, count=1)


def _words(line: str) -> str:
    """A line of Markdown without its marks."""
    return _INLINE_MARKS.sub(lambda match: match[1] or "", line).strip()
